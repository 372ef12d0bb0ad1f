#!/usr/bin/env bash
# Checks the scripts and the workflows, and runs the tests of the scripts: packaging/release/check-scripts.sh
# What needs a program that is not installed is skipped with a message.
set -euo pipefail
cd "$(dirname "$0")/../.."
skip() { echo "skipped: $*"; }
failed=
check() { "$@" || { echo "failed: $1" >&2; failed=yes; }; }

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

mapfile -t scripts < <(find .ci packaging src docs -name '*.sh' -o -path .ci/run | sort)
if command -v shellcheck >/dev/null; then
  # SC1091: sourced files are checked by themselves, or not ours. SC2015: "test && test || fail" is meant so, as fail ends the
  # script. SC2016: what stands in single quotes is for another program. SC2317: some functions are called by their names.
  check shellcheck --exclude=SC1091,SC2015,SC2016,SC2317 "${scripts[@]}"
  echo "shellcheck read ${#scripts[@]} scripts."
else
  skip "checking the scripts needs shellcheck"
fi

# Reads the scripts in the workflows, too, if shellcheck is installed.
actionlint=v1.7.12
build_actionlint() {
  command -v go >/dev/null && GOBIN="$temporary" go install "github.com/rhysd/actionlint/cmd/actionlint@$actionlint" 2>&1
}
if command -v actionlint >/dev/null; then
  check actionlint .github/workflows/*.yml
elif build_actionlint; then
  check "$temporary/actionlint" .github/workflows/*.yml
else
  skip "checking the workflows needs actionlint $actionlint, or Go to build it"
fi

check packaging/macos/test-sign.sh
check packaging/release/test-release.sh
if "${JAVA_HOME:+$JAVA_HOME/bin/}java" --version 2>/dev/null | grep -qE '^[a-z]+ (2[5-9]|[3-9][0-9])'; then
  check packaging/installer/test-arguments.sh
else
  skip "comparing the arguments of jlink and jpackage needs a JDK 25 in JAVA_HOME or on the PATH"
fi
[ -z "$failed" ]
