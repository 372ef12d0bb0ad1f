#!/usr/bin/env bash
# Runs the tests that need no picture on Windows' Java and JavaFX, under Wine: packaging/windows/test-under-wine.sh [OPTION...]
# Options are those of JUnit's console launcher, to run a part: -c app.keyturn.platform.FoldersTest, or -p and a package.
# What Wine cannot do is in wine-limits.txt: tests that may fail. Needs Wine, MinGW, Maven, a JDK 25, pip and unzip.
# Keeps the Java for Windows and the Wine prefix in target/wine.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Same conditions everywhere, whether this machine has a display or not.
unset DISPLAY
say() { echo "test-under-wine: $*"; }
fail() { say "$*" >&2; exit 1; }

work=$PWD/target/wine
started=$SECONDS
mkdir -p "$work"
[ -x "$work/java/bin/java.exe" ] || packaging/windows/windows-java.sh "$work/java"
[ -f "$work/prefix/complete" ] || { packaging/windows/wine-prefix.sh "$work/prefix" && touch "$work/prefix/complete"; }

# Also when the run is interrupted: the processes of Windows are not children of this one.
trap 'WINEPREFIX=$work/prefix wineserver -k 2>/dev/null || true' EXIT

say "compiling"
mvn -q -B -ntp test-compile
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml; }
# JavaFX for Windows is another set of files with the same names. Compiled with it, everything would be compiled once more.
mvn -q -B -ntp -Djavafx.platform=win dependency:build-classpath "-Dmdep.outputFile=$work/classpath" \
  dependency:copy "-Dartifact=org.junit.platform:junit-platform-console-standalone:$(property junit.version)" \
  "-DoutputDirectory=$work"

# That Java has few locales; here are all of them, from the JDK that Maven compiles with.
if [ ! -d "$work/locales/jdk.localedata" ]; then
  jdk=$(sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' target/jdks.xml \
    | while read -r home; do grep -q '^JAVA_VERSION="25' "$home/release" && echo "$home" && break; done)
  "${jdk:?no JDK 25}/bin/jimage" extract --dir "$work/locales" --include 'regex:/jdk.localedata/.*' "$jdk/lib/modules"
  rm "$work/locales/jdk.localedata/module-info.class"
fi

# Wine shows the root of the file system as drive Z.
windows_path() { sed 's/^/Z:/' | paste -sd';'; }
jars() { tr : '\n' < "$work/classpath"; }
class_path() {
  ls "$work"/junit-platform-console-standalone-*.jar
  printf '%s\n' "$PWD/target/classes" "$PWD/target/test-classes"
  jars | grep -v /openjfx/
}
cat > "$work/java.args" <<ARGS
# Wine lacks a call about groups of processors, of which Java warns.
-XX:-PrintWarnings
-Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
# Text with grey edges is drawn in white, or not at all.
-Dvisual.pixels=false
--module-path "$(jars | grep '/openjfx/.*-win.jar$' | windows_path)"
--patch-module "jdk.localedata=Z:$work/locales/jdk.localedata"
-classpath "$(class_path | windows_path)"
ARGS

# One Java process. Its output has a line for the start and the end of each test.
run() {
  local log=$work/$1.log
  shift
  "$work/prefix/wine" "$work/java/bin/java.exe" "@$work/java.args" @src/build/javafx.args @src/build/tests.args \
    org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --details=testfeed "$@" \
    > "$log" 2>&1 || true
  grep -q '^\[ *[1-9][0-9]* tests found' "$log" || fail "Java ended before the tests did, or there are none: $log"
}

# As in a user's folder on Windows, new files are for the user only. Wine's server creates them, which starts here.
umask 077
"$work/prefix/wine" "$work/java/bin/java.exe" --version > "$work/java.log" 2>&1 || fail "Java does not run: $work/java.log"

prepared=$SECONDS
if [ $# -gt 0 ]; then
  logs=("$work/chosen.log")
  run chosen "$@"
else
  say "running the tests"
  logs=("$work/unit.log" "$work/integration.log")
  classes=(--scan-classpath "Z:$PWD/target/test-classes")
  # With "=", as Java for Windows replaces arguments with a star by the names of files: .*IT by .git.
  # Faults and sequences go with the journeys, so that the two take about as long as each other.
  long='app\.keyturn\.(faults|sequences)\..*'
  run unit "${classes[@]}" "--include-classname=.*Test" "--exclude-classname=$long" &
  # Without the tests that are about pictures: text with grey edges is white in Wine's, and fonts are others than on Windows.
  run integration "${classes[@]}" "--include-classname=.*IT" "--include-classname=${long}Test" \
    "--exclude-classname=.*LooksIT" "--exclude-classname=app\.keyturn\.visual\..*"
  wait $!
fi

# "JUnit Jupiter > FolderTest > aTest() :: FAILED" becomes "FolderTest > aTest()".
ended() { cat "${logs[@]}" | tr -d '\r' | sed -n "s/^JUnit [^>]* > \(.*\) :: $1\$/\1/p"; }
# Sums up lines such as "[   12 tests failed   ]".
count() { sed -n "s/^\[ *\([0-9]*\) $1 .*/\1/p" "${logs[@]}" | awk '{ sum += $1 } END { print sum + 0 }'; }

limits=$work/limits.txt
sed -n 's/^\([^#\t][^\t]*\)\t.*/^\1/p' packaging/windows/wine-limits.txt > "$limits"
known=$(ended FAILED | grep -cEf "$limits" || true)
failed=$(($(count 'tests failed') + $(count 'containers failed') - known))
ended FAILED | grep -vEf "$limits" | sed 's/^/failed: /' || true
if [ $# = 0 ]; then
  while read -r pattern; do
    ended FAILED | grep -qE "$pattern" || say "passes, so that wine-limits.txt need not name it: ${pattern#^}"
  done < "$limits"
fi
say "compiled and prepared in $((prepared - started)) s, tested in $((SECONDS - prepared)) s; logs: ${logs[*]}"
say "$(count 'tests successful') passed, $failed failed, $known known to fail under Wine," \
  "$(($(count 'tests aborted') + $(count 'tests skipped'))) skipped"
[ "$failed" = 0 ]
