# Keeps the zoo: the init of its pid namespace. Each line of stdin is a command of the test and is
# answered by one line. When the test ends, however it ends, stdin ends, and with this process the
# kernel ends everything that lives in the namespace.
directory=$1
java=$2
classes=$3

chmod 755 "$directory" # for the animals of another user
mkdir "$directory/bin"
mkfifo "$directory/never" # nobody ever writes here: who opens it sleeps
export directory
printf observer-keeper >/proc/self/comm # none of the animals, and a name for none of the rules

# start ID COMMAND...: obeys the fifo ID and answers in ID.log; the answer is the pid.
start() {
  local id=$1
  shift
  mkfifo "$directory/$id.fifo"
  "$@" <>"$directory/$id.fifo" >>"$directory/$id.log" 2>&1 &
  echo $!
}

# animal ID NAME ARGUMENT...: a shell whose command name is NAME.
animal() {
  titled "$1" "$directory/bin/$2" "${@:2}"
}

# titled ID TITLE NAME ARGUMENT...: the same with the argv[0] TITLE.
titled() {
  local id=$1 title=$2 name=$3
  shift 3
  ln -sf "$BASH" "$directory/bin/$name"
  start "$id" exec -a "$title" "$directory/bin/$name" "$directory/animal.sh" "$@"
}

# foreign ID NAME: an animal of the user nobody.
foreign() {
  ln -sf "$BASH" "$directory/bin/$2"
  start "$1" exec setpriv --reuid=nobody --clear-groups -- \
    "$directory/bin/$2" "$directory/animal.sh"
}

# modest ID NAME: an animal without rights, so that a process without rights may look into it.
modest() {
  ln -sf "$BASH" "$directory/bin/$2"
  start "$1" exec setpriv --bounding-set=-all --inh-caps=-all -- \
    "$directory/bin/$2" "$directory/animal.sh"
}

# reborn ID NAME PID: an animal with a pid that another had; other starts may be faster, so it tries.
reborn() {
  local id=$1 name=$2 wanted=$3 try pid
  ln -sf "$BASH" "$directory/bin/$name"
  for ((try = 0; try < 200; try++)); do
    rm -f "$directory/$id.fifo"
    mkfifo "$directory/$id.fifo"
    echo $((wanted - 1)) >/proc/sys/kernel/ns_last_pid
    exec -a "$directory/bin/$name" "$directory/bin/$name" "$directory/animal.sh" \
      <>"$directory/$id.fifo" >"$directory/$id.log" 2>&1 &
    pid=$!
    [[ $pid == "$wanted" ]] && break
    kill -KILL $pid
    wait $pid 2>/dev/null
  done
  echo $pid
}

# herd ID THREAD...: a process with many threads, all quiet until told.
herd() {
  ln -sf "$java" "$directory/bin/herd"
  start "$1" exec "$directory/bin/herd" -Xint -Xmx16m -XX:+UseSerialGC -XX:-UsePerfData \
    -XX:+UnlockDiagnosticVMOptions -XX:GuaranteedAsyncDeflationInterval=0 \
    -XX:AsyncDeflationInterval=0 -cp "$classes" ratelab.exporter.differential.Herd "${@:2}"
}

# signal PID SIGNAL
signal() {
  kill "-$2" "$1"
  echo $?
}

# ended PID SIGNAL: ends a child and answers its exit status.
ended() {
  kill "-$2" "$1" 2>/dev/null
  wait "$1" 2>/dev/null
  echo $?
}

echo open
while IFS= read -r command; do eval "$command"; done
