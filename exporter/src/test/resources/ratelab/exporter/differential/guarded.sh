# guarded.sh COMMAND...: runs it for as long as stdin is open, so that it ends with the test, however
# the test ends.
exec 3<&0
"$@" 3<&- </dev/null &
command=$!
{
  read -r _ <&3
  kill -KILL "$command"
} >/dev/null 2>&1 &
guard=$!
exec 3<&- </dev/null
wait "$command"
kill -KILL "$guard" 2>/dev/null
