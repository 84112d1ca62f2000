# Resident memory while many requests are sent: it must not grow with their number.

REQUESTS=${REQUESTS:-20000000}

memory() {
  describe_host
  quietness && echo
  (loadgen --engine wire -n "$REQUESTS" -c 50 "$(url)") > "$WORK/memory.out" &
  local client=$! seconds=0 resident
  while resident=$(awk '/^VmRSS/ { print $2 }' "/proc/$client/status" 2> /dev/null) && [[ -n $resident ]]; do
    printf '  after %4d s: %5.1f MiB\n' $seconds "$(compute "$resident / 1024")"
    note resident "$resident"
    sleep 5
    seconds=$((seconds + 5))
  done
  wait "$client" || die "the load failed"
  awk '/Total:|Requests\/sec:|responses/' "$WORK/memory.out"
  awk 'NR > 1 { v[++n] = $1 / 1024 }
    END {
      for (i = 1; i <= n; i++) { if (v[i] > most) most = v[i] }
      printf "peak %.1f MiB; after a quarter of the run %.1f, at its end %.1f MiB\n", most, v[int(n / 4) + 1], v[n]
    }' "$WORK/resident.values"
}
