# Runs a client and takes its figures.

# The JVM of the measured command: a small heap, because nothing is kept per request.
JAVA_FLAGS=${JAVA_FLAGS:--XX:+UseSerialGC -Xms32m -Xmx128m -Xss256k}

# loadgen ARGS...: the command to measure, in the place of this shell.
loadgen() {
  if [[ -n ${LOADGEN:-} ]]; then
    # Words on purpose: a command with its arguments.
    exec $LOADGEN "$@"
  fi
  local jar=$here/../target/ratelab-loadgen.jar
  [[ -f $jar ]] || die "$jar is not there: build it with mvn -pl loadgen package"
  exec java $JAVA_FLAGS -jar "$jar" "$@"
}

# measured NAME COMMAND...: runs it; leaves its output in $WORK/NAME.out, and in $WORK/NAME.time
# user and system seconds, wall seconds and peak KiB, and notes what others did. COMMAND may be a function of this script.
measured() {
  local name=$1 busy server
  shift
  busy=$(busy_ticks) server=$(server_ticks)
  export -f loadgen die
  export here LOADGEN JAVA_FLAGS
  if [[ $(type -t "$1") == function ]]; then
    set -- bash -c '"$@"' bash "$@"
  fi
  /usr/bin/time -o "$WORK/$name.time" -f '%U %S %e %M' "$@" \
    > "$WORK/$name.out" 2> "$WORK/$name.err" || die "$name failed: $(tail -n 3 "$WORK/$name.err")"
  note "$name.others" "$(others "$name" "$busy" "$server")"
}

# rate NAME: requests a second, from the text that hey, wrk and loadgen print alike.
rate() {
  awk '/Requests\/sec:/ { print $2; exit }' "$WORK/$1.out"
}

# requests NAME: how many were sent.
requests() {
  awk '/requests in/ { print $1; exit }
       /^ *Total:/ { total = $2 }
       /Requests\/sec:/ { if (total) { printf "%.0f\n", total * $2; exit } }' "$WORK/$1.out"
}

cpu() {
  awk '{ print $1 + $2; exit }' "$WORK/$1.time"
}

wall() {
  awk '{ print $3; exit }' "$WORK/$1.time"
}

peak_mib() {
  awk '{ printf "%.0f\n", $4 / 1024; exit }' "$WORK/$1.time"
}
