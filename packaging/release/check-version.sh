#!/usr/bin/env bash
# Fails unless the tag names the version in the pom and the version is not a snapshot: packaging/release/check-version.sh v1.2.3
set -euo pipefail
cd "$(dirname "$0")/../.."
tag=$1
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml)
if [[ ! $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "The pom's version, $version, cannot be released: it has to be three numbers, such as 1.2.3." >&2
  exit 1
fi
if [ "$tag" != "v$version" ]; then
  echo "The tag is $tag, but the pom's version is $version." >&2
  exit 1
fi
echo "Version $version"
