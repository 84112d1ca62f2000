# The lab's guardian, a POSIX shell in a session of its own: every process of a run is started through it.
# It obeys lines on its stdin (calls of the functions below, quoted for the shell). When that pipe closes,
# however the lab came to its end, it kills every process group that it still knows and ends.
# $1: the script that runs and watches one child (child.sh)
watcher=$1
groups=

# start ID STDOUT-FILE STDERR-FILE COMMAND...: a child in a session and process group of its own.
start() {
  id=$1 out=$2 err=$3
  shift 3
  setsid sh -c "$watcher" ratelab-child "$id" "$@" 3>&1 >"$out" 2>"$err" &
  groups="$groups $!"
}

# terminate GROUP: asks politely.
terminate() {
  kill -s TERM -- "-$1"
}

# destroy GROUP ID: ends the group at once; its watcher dies with it, so its end is reported from here.
destroy() {
  kill_group "$1"
  echo "ended $2 137"
}

# forget GROUP: it has ended; its number may soon be another's.
forget() {
  kept=
  for group in $groups; do
    [ "$group" = "$1" ] || kept="$kept $group"
  done
  groups=$kept
}

# The single process between the two groups: a child that has not reached its own session yet.
kill_group() {
  kill -s KILL -- "-$1"
  kill -s KILL "$1"
  kill -s KILL -- "-$1"
}

end() {
  for group in $groups; do
    kill_group "$group"
  done
  exit 0
}

trap : PIPE
trap end TERM INT HUP
while IFS= read -r request; do
  eval "$request"
done
end
