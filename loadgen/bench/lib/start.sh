# A cold run of one request: what a script waits for.

start() {
  describe_host
  quietness && echo
  local round
  for ((round = 1; round <= ROUNDS + 3; round++)); do
    measured okhttp loadgen -n 1 -c 1 "$(url)"
    measured wire loadgen --engine wire -n 1 -c 1 "$(url)"
    note okhttp.wall "$(compute "$(wall okhttp) * 1000")"
    note wire.wall "$(compute "$(wall wire) * 1000")"
  done
  printf 'one request, cold: okhttp %s ms [%s], wire %s ms [%s]\n' \
    "$(median okhttp.wall)" "$(all okhttp.wall)" "$(median wire.wall)" "$(all wire.wall)"
}
