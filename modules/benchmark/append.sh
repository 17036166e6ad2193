#!/bin/sh
# What appending a record costs, beside Chronicle Queue and a plain file channel (AppendCost). The module is to be built before.
#   modules/benchmark/append.sh [FOLDER]     FOLDER: on the disk to be measured; /var/tmp
set -eu
cd "$(dirname "$0")/../.."
. .mvn/find-jdk.sh
classes=$(mktemp)
trap 'rm -f "$classes"' EXIT
./mvnw -o -q -pl modules/benchmark dependency:build-classpath -Dmdep.outputFile="$classes"
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xms1g -Xmx1g --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
  --add-exports=java.base/jdk.internal.ref=ALL-UNNAMED --add-exports=java.base/sun.nio.ch=ALL-UNNAMED \
  --add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED --add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED \
  --add-opens=jdk.compiler/com.sun.tools.javac=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED \
  --add-opens=java.base/java.lang.reflect=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED \
  --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
  -Dchronicle.analytics.disable=true -Dslf4j.internal.verbosity=ERROR \
  -cp "modules/benchmark/target/classes:$(cat "$classes")" pawl.benchmark.AppendCost "${1:-/var/tmp}"
