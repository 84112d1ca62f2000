# Small arithmetic on figures, one a line in a file per name.

# note NAME VALUE: one more value.
note() {
  echo "$2" >> "$WORK/$1.values"
}

# compute EXPRESSION: its value.
compute() {
  awk "BEGIN { printf \"%.4g\\n\", $1 }"
}

# median NAME
median() {
  sort -g "$WORK/$1.values" | awk '{ v[NR] = $1 }
    END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# all NAME: the rounds in their order.
all() {
  paste -sd' ' "$WORK/$1.values"
}

# quantile P: of numbers on standard input, by nearest rank.
quantile() {
  sort -g | awk -v p="$1" '{ v[NR] = $1 }
    END { r = int(p / 100 * NR); if (r < p / 100 * NR) r++; if (r < 1) r = 1; print v[r] }'
}
