#!/usr/bin/env bash
# Compares the arguments of the JDK's tools with those in arguments.txt: packaging/installer/test-arguments.sh
# After a change that is meant: packaging/installer/test-arguments.sh --write
set -euo pipefail
cd "$(dirname "$0")/../.."
expected=packaging/installer/arguments.txt
arguments=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" packaging/installer/PrintedArguments.java | tr -d '\r')
if [ "${1:-}" = --write ]; then echo "$arguments" > "$expected"; fi
diff "$expected" - <<< "$arguments" || { echo "jlink or jpackage would be called with other arguments than before." >&2; exit 1; }
echo "jlink and jpackage are called as before."
