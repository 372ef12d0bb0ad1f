# Counts what the tests of the scripts find; sourced by them.
# shellcheck shell=bash
# shellcheck disable=SC2034 # passed and failed are printed by the script that sources this one

# What the present case is called, and the folder with its output, are set by each test.
passed=0 failed=0 title='' CASE=''
# Counts a command that is to succeed: check WHAT COMMAND ARGUMENT...
check() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $title: $what"
    sed 's/^/    /' "$CASE/output"
  fi
}
