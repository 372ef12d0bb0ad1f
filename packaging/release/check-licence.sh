#!/usr/bin/env bash
# Checks that every file that names Keyturn's licence names that of the pom: packaging/release/check-licence.sh [SBOM.xml]
set -euo pipefail
cd "$(dirname "$0")/../.."
licence=$(sed -n '/<licenses>/,/<\/licenses>/s:.*<name>\(.*\)</name>.*:\1:p' pom.xml)
[ "$licence" = Apache-2.0 ] || { echo "The pom's licence is '$licence'; LICENSE has the text of Apache-2.0." >&2; exit 1; }
copyright="2026 the Keyturn authors"

names() {
  local file=$1 line
  shift
  for line in "$@"; do
    grep -qF -- "$line" "$file" || { echo "$file does not have: $line" >&2; exit 1; }
  done
}
names LICENSE "Version 2.0, January 2004" "   Copyright $copyright"
names src/licences/head.txt "($licence). Copyright $copyright."
names packaging/macos/Info.plist "<string>Copyright $copyright</string>"
names packaging/linux/copyright "Copyright: $copyright" "License: $licence"
names packaging/linux/keyturn.spec "License: $licence AND "
names packaging/linux/app.keyturn.Keyturn.metainfo.xml "<project_license>$licence</project_license>"
names packaging/windows/winget/Keyturn.Keyturn.locale.en-US.yaml "License: $licence" "Copyright $copyright"

# The program is the component in the metadata; the libraries follow.
if [ $# = 1 ]; then
  sed -n '/<metadata>/,/<\/metadata>/p' "$1" | grep -qF "<id>$licence</id>" || { echo "$1 does not name $licence." >&2; exit 1; }
fi
echo "All files name the licence $licence."
