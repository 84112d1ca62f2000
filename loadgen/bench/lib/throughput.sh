# Requests a second and CPU per request, in the closed model.

ROUNDS=${ROUNDS:-5}
SECONDS_EACH=${SECONDS_EACH:-6}

throughput() {
  need hey wrk
  describe_host
  local round
  for ((round = 1; round <= ROUNDS; round++)); do
    echo "round $round: $(quietness)"
    one hey hey -z "${SECONDS_EACH}s" -c 50 "$(url)"
    one wrk wrk -t1 -c50 "-d${SECONDS_EACH}s" "$(url)"
    one wire loadgen --no-warmup --engine wire -z "${SECONDS_EACH}s" -c 50 "$(url)"
    warm wire
    one okhttp loadgen --no-warmup --engine okhttp -z "${SECONDS_EACH}s" -c 50 "$(url)"
    warm okhttp
    ratios
  done
  summary
}

# one NAME COMMAND...: a run and its line.
one() {
  measured "$@"
  record "$1" "$(rate "$1")" "$(compute "$(cpu "$1") / $(requests "$1") * 100000")" "$(peak_mib "$1")" \
    "$(last "$1.others")"
}

record() {
  note "$1.rate" "$2"
  note "$1.cpu" "$3"
  note "$1.peak" "$4"
  printf '  %-12s %10.0f requests/s  %6s CPU s/100k  %4s MiB  others %.0f %%\n' "$@"
}

# warm NAME: what a run of twice the length has over the run before: no JVM start, little compiling.
warm() {
  local more=$1-longer seconds requests
  measured "$more" loadgen --no-warmup --engine "$1" -z "$((2 * SECONDS_EACH))s" -c 50 "$(url)"
  requests=$(($(requests "$more") - $(requests "$1")))
  seconds=$(compute "$(wall "$more") - $(wall "$1")")
  record "$1-warm" "$(compute "$requests / $seconds")" \
    "$(compute "($(cpu "$more") - $(cpu "$1")) / $requests * 100000")" "$(peak_mib "$more")" "$(last "$more.others")"
}

ratios() {
  local name
  for name in wrk wire wire-warm okhttp okhttp-warm; do
    note "$name.rate-to-hey" "$(compute "$(last $name.rate) / $(last hey.rate)")"
    note "$name.cpu-to-hey" "$(compute "$(last $name.cpu) / $(last hey.cpu)")"
    note "$name.rate-to-wrk" "$(compute "$(last $name.rate) / $(last wrk.rate)")"
  done
}

last() {
  tail -n 1 "$WORK/$1.values"
}

summary() {
  local name
  echo "medians, and ratios of the same round (median [all rounds]):"
  for name in hey wrk wire wire-warm okhttp okhttp-warm; do
    printf '  %-12s %10.0f requests/s  %6s CPU s/100k  %4s MiB\n' \
      $name "$(median $name.rate)" "$(median $name.cpu)" "$(median $name.peak)"
  done
  for name in wrk wire wire-warm okhttp okhttp-warm; do
    printf '  %-12s rate to hey %s [%s]\n' $name "$(median $name.rate-to-hey)" "$(all $name.rate-to-hey)"
    printf '  %-12s rate to wrk %s [%s]\n' '' "$(median $name.rate-to-wrk)" "$(all $name.rate-to-wrk)"
    printf '  %-12s CPU to hey  %s [%s]\n' '' "$(median $name.cpu-to-hey)" "$(all $name.cpu-to-hey)"
  done
}
