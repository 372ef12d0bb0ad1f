#!/usr/bin/env bash
# Copies a build's packages and SBOMs, named by version and platform: packaging/release/collect.sh VERSION PLATFORM FROM TO
#
# The packages for Windows are built on Linux. They keep their names, which say what they are for.
set -euo pipefail
version=$1 platform=$2 from=$3 to=$4
mkdir -p "$to"
copied=0
for file in "$from"/*; do
  [ -f "$file" ] || continue
  case "$file" in
    *-sbom.json) name="keyturn-$version-$platform-sbom.json" ;;
    *-sbom.xml) name="keyturn-$version-$platform-sbom.xml" ;;
    */keyturn-"$version"-windows-*.msi | */keyturn-"$version"-windows-*.zip) name=${file##*/} ;;
    *.msi | *.zip)
      echo "${file##*/} is not the name of a package of version $version." >&2
      exit 1
      ;;
    *.tar.gz) name="keyturn-$version-$platform.tar.gz" ;;
    *.deb | *.rpm | *.dmg) name="keyturn-$version-$platform.${file##*.}" ;;
    *) continue ;;
  esac
  if [ -e "$to/$name" ]; then
    echo "Two files would both be $name." >&2
    exit 1
  fi
  cp "$file" "$to/$name"
  echo "$name"
  case "$name" in *-sbom.*) ;; *) copied=$((copied + 1)) ;; esac
done
if [ "$copied" = 0 ]; then
  echo "$from has no installer." >&2
  exit 1
fi
