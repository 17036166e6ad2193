#!/bin/sh
# Twenty-four hours of market time at an accelerated pace, and what the engine's process holds at the end of each hour:
# heap after a full collection, file descriptors, threads. Two processes: the venue, and the engine.
#   modules/benchmark/soak.sh HOME PACE FOLDER     HOME: the unpacked zip; needs the jcmd of a JDK 25 on the PATH
set -eu
home=$1
pace=$2
folder=$3
mkdir -p "$folder"
"$home/bin/pawl" venue --scenario cascade --tokens 5 --hours 24 --pace "$pace" --port 9555 > "$folder/venue" 2>&1 &
venue=$!
sleep 3
seconds=$((24 * 3600 / pace))
"$home/bin/pawl" run --at http://127.0.0.1:9555 --config "$home/config/fct-5" --data "$folder/data" --duration "${seconds}s" \
  --json > "$folder/run.json" 2> "$folder/run.log" &
engine=$!
hour=0
while [ "$hour" -lt 23 ] && kill -0 "$engine" 2> /dev/null; do
  sleep $((3600 / pace))
  hour=$((hour + 1))
  jcmd "$engine" GC.run > /dev/null
  heap=$(jcmd "$engine" GC.heap_info | sed -n 's/.* used \([0-9]*\)K.*/\1/p' | awk '{sum += $1} END {print sum}')
  descriptors=$(ls "/proc/$engine/fd" | wc -l)
  threads=$(ls "/proc/$engine/task" | wc -l)
  echo "hour $hour: heap ${heap}K, descriptors $descriptors, threads $threads"
done
wait "$engine"
kill "$venue"
wait "$venue" || true
