#!/usr/bin/env bash
# Ends well only if a tag (v1.2.3) names the version that stands in the pom, and no snapshot.
set -euo pipefail
cd "$(dirname "$0")/../.."
tag=$1
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml)
if [[ ! $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "The pom's version, $version, is not one to release: it has to be three numbers, such as 1.2.3." >&2
  exit 1
fi
if [ "$tag" != "v$version" ]; then
  echo "The tag is $tag, and the pom's version is $version." >&2
  exit 1
fi
echo "Version $version"
