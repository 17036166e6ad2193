#!/bin/sh
# Rehearses what users do with a zip that was built, in one process, and notes in classes.txt what was loaded: the cache of every later build is
# made of these names, so that each build makes the same one (docs/adr/0019). To be run when starting has become slower.
#   distribution/src/cache/renew.sh HOME      HOME: the unpacked zip, for example distribution/target/pawl-0.1.0
set -eu
home=$(cd "$1" && pwd)
names=$(cd "$(dirname "$0")" && pwd)/classes.txt
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$home/runtime/bin/java" -XX:+UseSerialGC -XX:DumpLoadedClassList="$scratch/list" '-Xlog:cds*=off' '-Xlog:aot*=off' \
  --enable-native-access=com.github.luben.zstd_jni -Dslf4j.internal.verbosity=ERROR "-Dpawl.home=$home" -Dpawl.terminal=false \
  -m pawl.cli/pawl.cli.Rehearsal version --then plugins --then replay --data "$scratch/replayed" --then log stat "$scratch/replayed" \
  --then run --data "$scratch/heard" --capture "$scratch/captured" --duration 5s
# Positions in constant pools go with one build of a class; numbers and folders go with one run.
grep -v -e '^#' -e '^@cp ' "$scratch/list" |
  sed -E -e 's/^([^@ ]+) id: .* source: .*$/plugin \1/' -e 's/^([^@ ]+) id: .*$/\1/' | LC_ALL=C sort -u > "$names"
