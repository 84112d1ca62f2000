# Many connections at once to a server that takes its time.

CONNECTIONS=${CONNECTIONS:-10000}

connections() {
  local files
  files=$(ulimit -Hn)
  [[ $files == unlimited || $files -gt $((CONNECTIONS + 1000)) ]] \
    || die "only $files open files are allowed here: raise the hard limit (ulimit -Hn)"
  ulimit -Sn "$files"
  describe_host
  quietness && echo
  (loadgen --engine wire -n $((2 * CONNECTIONS)) -c "$CONNECTIONS" -t 60 "$(url /slow)") > "$WORK/connections.out" &
  local client=$! most=0 open resident peak=0
  while resident=$(awk '/^VmHWM/ { print $2 }' "/proc/$client/status" 2> /dev/null) && [[ -n $resident ]]; do
    open=$(established)
    most=$((open > most ? open : most))
    peak=$resident
    sleep 0.5
  done
  wait "$client" || die "the load failed"
  sed -n '/Summary/,/Requests/p; /Status code/,$p' "$WORK/connections.out"
  printf 'most open at once: %d; peak %.1f MiB\n' "$most" "$(compute "$peak / 1024")"
}

# established: connections that the server has from clients, as the kernel counts them.
established() {
  awk -v port="$(printf '%04X' "$PORT")" \
    '$4 == "01" && $2 ~ ":" port "$" { n++ } END { print n + 0 }' /proc/net/tcp
}
