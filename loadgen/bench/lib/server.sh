# The server under load: nginx with one worker, on loopback, in a directory of its own.

PORT=${PORT:-18099}
SERVER_PID=
WORK=

start_server() {
  WORK=$(mktemp -d "${TMPDIR:-/tmp}/loadgen-bench.XXXXXX")
  trap stop_server EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  # nginx gives up its rights to a user who must be able to read this.
  chmod -R a+rX "$WORK"
  configuration > "$WORK/nginx.conf"
  PATH=$PATH:/usr/sbin nginx -p "$WORK" -c "$WORK/nginx.conf" 2> "$WORK/nginx.err" &
  SERVER_PID=$!
  await_server
}

# A fixed answer of 64 bytes from memory: the server shall be limited by HTTP and not by files.
# The slow one gives 30 bytes a second, so that its head and body take some seven seconds.
configuration() {
  cat <<TEXT
daemon off;
worker_processes 1;
worker_rlimit_nofile 20000;
pid $WORK/nginx.pid;
error_log $WORK/error.log;
events { worker_connections 16000; }
http {
  access_log off;
  keepalive_requests 1000000000;
  keepalive_timeout 600s;
  send_timeout 600s;
  client_body_temp_path $WORK/body;
  proxy_temp_path $WORK/proxy;
  fastcgi_temp_path $WORK/fastcgi;
  uwsgi_temp_path $WORK/uwsgi;
  scgi_temp_path $WORK/scgi;
  server {
    listen 127.0.0.1:$PORT backlog=4096;
    location = / { return 200 "$(printf '%064d' 0)"; }
    location = /slow { limit_rate 30; return 200 "$(printf '%064d' 0)"; }
  }
}
TEXT
}

await_server() {
  local i
  for ((i = 0; i < 100; i++)); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$PORT") 2> /dev/null; then
      return
    fi
    kill -0 "$SERVER_PID" 2> /dev/null || die "nginx did not start: $(cat "$WORK/nginx.err")"
    sleep 0.1
  done
  die "nginx does not listen on port $PORT"
}

# server_ticks: of CPU that the master and its worker have used.
server_ticks() {
  local pid
  for pid in "$SERVER_PID" $(< "/proc/$SERVER_PID/task/$SERVER_PID/children"); do
    cat "/proc/$pid/stat"
  done | awk '{ sum += $14 + $15 } END { print sum }'
}

stop_server() {
  if [[ -n $SERVER_PID ]]; then
    kill "$SERVER_PID" 2> /dev/null || true
    wait "$SERVER_PID" 2> /dev/null || true
  fi
  rm -rf "$WORK"
}

url() {
  echo "http://127.0.0.1:$PORT${1:-/}"
}
