# Runs one child of the lab and reports on descriptor 3; this shell leads the child's process group.
# $1: the child's id; then its command line
id=$1
shift
trap : TERM PIPE
"$@" 3>&- &
pid=$!
echo "started $id $$ $pid" >&3
wait "$pid"
status=$?
# A signal ends a wait early, with a status that is not the child's.
while kill -0 "$pid" 2>/dev/null; do
  wait "$pid"
  status=$?
done
echo "ended $id $status" >&3
# Whatever the child left behind in its group, this shell included.
kill -s KILL 0
