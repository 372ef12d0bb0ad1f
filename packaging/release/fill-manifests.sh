#!/usr/bin/env bash
# Fills the manifests for winget and Homebrew: packaging/release/fill-manifests.sh VERSION SHA256SUMS ADDRESS TO, where
# ADDRESS is the project's page. It publishes nothing: a maintainer submits them when the release is public.
set -euo pipefail
version=$1 sums=$2 address=$3 to=$4
packaging=$(cd "$(dirname "$0")/.." && pwd)

sum_of() {
  local sum
  sum=$(awk -v name="$1" '$2 == name || $2 == "*" name { print $1 }' "$sums")
  if [[ ! $sum =~ ^[0-9a-f]{64}$ ]]; then
    echo "$sums has no checksum of $1." >&2
    exit 1
  fi
  echo "$sum"
}

msi=$(sum_of "keyturn-$version-windows-x64.msi")
arm=$(sum_of "keyturn-$version-macos-arm64.dmg")
intel=$(sum_of "keyturn-$version-macos-x64.dmg")

for template in "$packaging"/windows/winget/*.yaml "$packaging"/macos/homebrew/*.rb; do
  target="$to/$(basename "$(dirname "$template")")/$(basename "$template")"
  mkdir -p "$(dirname "$target")"
  sed -e "s|@VERSION@|$version|g" -e "s|@ADDRESS@|$address|g" -e "s|@SHA256_MSI@|${msi^^}|g" -e "s|@SHA256_DMG_ARM@|$arm|g" \
    -e "s|@SHA256_DMG_INTEL@|$intel|g" "$template" > "$target"
  if grep -n '@[A-Z0-9_]*@' "$target"; then
    echo "$target still has a placeholder." >&2
    exit 1
  fi
  echo "$target"
done
