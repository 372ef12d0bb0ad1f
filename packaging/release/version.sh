#!/usr/bin/env bash
# Prints the version in the pom, without -SNAPSHOT: packaging/release/version.sh
set -euo pipefail
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$(dirname "$0")/../../pom.xml")
echo "${version%-SNAPSHOT}"
