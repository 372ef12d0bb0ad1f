#!/usr/bin/env bash
# Downloads Temurin's modules for Windows, which the .msi is built from on Linux, and prints their folder:
# packaging/windows/download-jmods.sh FOLDER. The file temurin-jmods.sha256 has the version and the checksum.
set -euo pipefail
folder=$1
pinned="$(cd "$(dirname "$0")" && pwd)/temurin-jmods.sha256"
fail() { echo "$*" >&2; exit 1; }

read -r sum archive < <(grep -v '^#' "$pinned") || true
[[ ${archive:-} =~ ^OpenJDK([0-9]+)U-jmods_x64_windows_hotspot_([0-9.]+)_([0-9]+)\.zip$ ]] \
  || fail "$pinned does not name a download such as OpenJDK25U-jmods_x64_windows_hotspot_25.0.4.1_1.zip."
feature=${BASH_REMATCH[1]} version=${BASH_REMATCH[2]} build=${BASH_REMATCH[3]}
address="https://github.com/adoptium/temurin$feature-binaries/releases/download/jdk-$version%2B$build/$archive"
[[ $sum =~ ^[0-9a-f]{64}$ ]] || fail "$pinned has no SHA-256 of $archive. Take it from $address.sha256.txt."

mkdir -p "$folder"
curl --fail --silent --show-error --location --retry 3 --output "$folder/$archive" "$address" \
  || fail "$address cannot be downloaded."
actual=$(sha256sum < "$folder/$archive")
[ "${actual%% *}" = "$sum" ] \
  || fail "The SHA-256 of $archive is ${actual%% *}, not the one in $pinned. Compare both with $address.sha256.txt."
unzip -q -o "$folder/$archive" -d "$folder"
modules=("$folder"/*/java.base.jmod)
[ -f "${modules[0]}" ] || fail "$archive has no java.base.jmod."
dirname "${modules[0]}"
