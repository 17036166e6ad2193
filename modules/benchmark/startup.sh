#!/bin/sh
# Start-up of the zip with all its plugins to the first tick: the whole process of a replay that ends after it, with the cache of loaded
# classes and without, in turn; the medians in milliseconds.
#   modules/benchmark/startup.sh HOME TICK [RUNS]     HOME: the unpacked zip; TICK: the second tick of its bundled recording
set -eu
home=$1
tick=$2
runs=${3:-15}
list=$(mktemp)
once() {
  begin=$(date +%s%N)
  PAWL_JAVA_OPTS=$2 "$home/bin/pawl" replay --until "$tick" > /dev/null
  echo "$1 $((($(date +%s%N) - begin) / 1000000))" >> "$list"
}
run=0
while [ "$run" -lt "$runs" ]; do
  run=$((run + 1))
  once with ''
  once without -Xshare:auto
done
for kind in with without; do
  sed -n "s/^$kind //p" "$list" | sort -n | sed -n "$(((runs + 1) / 2))s/.*/$kind the cache: & ms/p"
done
rm "$list"
