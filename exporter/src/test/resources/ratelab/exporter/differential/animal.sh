# An animal of the zoo: does what it is told, line by line, and sleeps in between without a stir.

# burn LOOPS: uses CPU.
burn() { for ((i = 0; i < $1; i++)); do :; done; }

# eat BYTES: grows.
eat() { printf -v food '%*s' "$1" ''; }

# write BYTES
write() { printf '%*s' "$1" '' >"$directory/written-$$"; }

# fork: a child that is a copy of this process.
fork() { { : <"$directory/never"; } & }

# deep LEVELS: a child of a child of a child.
deep() {
  if (($1 == 0)); then
    echo bottom
    : <"$directory/never"
  else
    deep $(($1 - 1)) &
    wait
  fi
}

# bear NAME: a child that runs another program.
bear() {
  ln -sf "$BASH" "$directory/bin/$1"
  "$directory/bin/$1" -c ': <"$0"' "$directory/never" &
}

# become NAME: is another program from now on.
become() {
  ln -sf "$BASH" "$directory/bin/$1"
  exec "$directory/bin/$1" "$directory/animal.sh"
}

# rename NAME: takes another command name.
rename() { printf '%s' "$1" >/proc/self/comm; }

# mourn: a child that nobody will reap as long as this process lives.
mourn() {
  { burn 50000; echo dead; } &
  exec sleep infinity
}

# hoard: many descriptors of the few it may have.
hoard() {
  ulimit -S -n 40
  exec 20</dev/null 21</dev/null 22</dev/null 23</dev/null 24</dev/null
}

# breed: children that end at once, until the file stop appears; bounded, should it never.
breed() {
  SECONDS=0
  for ((born = 0; born < 20000 && SECONDS < 60; born++)); do
    [[ -e $directory/stop ]] && break
    (burn 100) &
    (exec "$directory/bin/churner" -c :) &
    wait
  done
}

# toil: uses CPU until the file stop appears.
toil() {
  SECONDS=0
  while [[ ! -e $directory/stop ]] && ((SECONDS < 60)); do burn 1000; done
}

echo ready
while IFS= read -r command; do
  eval "$command"
  echo "done"
done
