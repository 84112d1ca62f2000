# 2000 requests a second: how late each was sent, against an even schedule.

RATE=2000
WARM_SECONDS=3

lateness() {
  need hey
  describe_host
  local round engine
  for ((round = 1; round <= ROUNDS; round++)); do
    echo "round $round: $(quietness)"
    for engine in wire okhttp; do
      measured $engine loadgen --engine $engine --rate $RATE -c 50 \
        -z "$((WARM_SECONDS + SECONDS_EACH))s" --record "$WORK/$engine.attempts" "$(url)"
      awk -F, '/^[0-9]/ { printf "%.6f\n", $4 / 1000 }' "$WORK/$engine.attempts" > "$WORK/$engine.starts"
      late $engine
    done
    measured hey hey -q 40 -c 50 -z "$((WARM_SECONDS + SECONDS_EACH))s" -o csv "$(url)"
    awk -F, 'NR > 1 { print $8 }' "$WORK/hey.out" > "$WORK/hey.starts"
    late hey
    for engine in wire okhttp; do
      note $engine.to-hey "$(compute "$(last $engine.p99) / $(last hey.p99)")"
    done
  done
  for engine in wire okhttp; do
    printf '%-7s p99 late, median of rounds: %s us [%s]; to hey: %s [%s]\n' $engine \
      "$(median $engine.p99)" "$(all $engine.p99)" "$(median $engine.to-hey)" "$(all $engine.to-hey)"
  done
  printf '%-7s p99 late, median of rounds: %s us [%s]\n' hey "$(median hey.p99)" "$(all hey.p99)"
}

# late NAME: from the sends of $WORK/NAME.starts, in seconds. The schedule's origin is not known to
# the files, so the send that is earliest against it counts as on time, for every client alike.
late() {
  sort -g "$WORK/$1.starts" | awk -v rate=$RATE -v skip=$((RATE * WARM_SECONDS)) '
    { off[NR] = $1 - (NR - 1) / rate }
    END {
      for (i = skip + 1; i <= NR; i++) if (i == skip + 1 || off[i] < least) least = off[i]
      for (i = skip + 1; i <= NR; i++) printf "%.1f\n", (off[i] - least) * 1000000
    }' > "$WORK/$1.late"
  note "$1.p99" "$(quantile 99 < "$WORK/$1.late")"
  printf '  %-7s late by p50 %s, p99 %s, max %s us; CPU %s s; others %.0f %%\n' "$1" "$(quantile 50 < "$WORK/$1.late")" \
    "$(last "$1.p99")" "$(quantile 100 < "$WORK/$1.late")" "$(cpu "$1")" "$(last "$1.others")"
}
