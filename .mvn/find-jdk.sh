# Sourced by mvnw and pawl: leaves JAVA_HOME at a JDK 25, wherever it is, or stops with the remedy.
# Order: a JAVA_HOME that is a 25 already; the java on the PATH; the folders where JDKs are commonly installed.
pawl_jdk_is_25() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[.+"]' "$1/release"
}
pawl_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && pawl_jdk_is_25 "$JAVA_HOME"; then return 0; fi
  # Globs stay unexpanded where set -f is in force (mvnw), so expand them in a subshell.
  pawl_jdk_found=$(
    set +f
    pawl_java=$(command -v java || true)
    [ -z "$pawl_java" ] || pawl_java=$(readlink -f "$pawl_java" 2>/dev/null || true)
    for pawl_home in "${pawl_java%/bin/java}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
      if pawl_jdk_is_25 "$pawl_home"; then printf '%s\n' "$pawl_home"; break; fi
    done
  )
  if [ -n "$pawl_jdk_found" ]; then
    JAVA_HOME=$pawl_jdk_found
    export JAVA_HOME
    return 0
  fi
  echo "Pawl needs a JDK 25 to build, and none was found." >&2
  echo "Install one (for example Eclipse Temurin 25), or set JAVA_HOME to its folder, and run this again." >&2
  return 1
}
pawl_find_jdk || exit 2
