#!/usr/bin/env bash
# Fills the manifests for winget and Homebrew: packaging/release/fill-manifests.sh VERSION SHA256SUMS ADDRESS SIGNING TO, where
# ADDRESS is the project's page and SIGNING the folder with a signing-PLATFORM.txt for each signed platform. It publishes
# nothing: a maintainer submits them when the release is public.
#
# Homebrew disables casks whose program macOS would not start, so there is none without Apple's notarisation
# (https://github.com/Homebrew/brew/issues/20755). winget compares checksums and takes an .msi without a signature too.
set -euo pipefail
version=$1 sums=$2 address=$3 signing=$4 to=$5
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

user=$(sum_of "keyturn-$version-windows-x64.msi")
machine=$(sum_of "keyturn-$version-windows-x64-all-users.msi")
arm=$(sum_of "keyturn-$version-macos-arm64.dmg")
intel=$(sum_of "keyturn-$version-macos-x64.dmg")

fill() {
  local template=$1 target
  target="$to/$(basename "$(dirname "$template")")/$(basename "$template")"
  mkdir -p "$(dirname "$target")"
  sed -e "s|@VERSION@|$version|g" -e "s|@ADDRESS@|$address|g" -e "s|@SHA256_MSI@|${user^^}|g" \
    -e "s|@SHA256_MSI_ALL_USERS@|${machine^^}|g" -e "s|@SHA256_DMG_ARM@|$arm|g" -e "s|@SHA256_DMG_INTEL@|$intel|g" \
    "$template" > "$target"
  if grep -n '@[A-Z0-9_]*@' "$target"; then
    echo "$target still has a placeholder." >&2
    exit 1
  fi
  echo "$target"
}
is_notarised() { [ -f "$signing/signing-$1.txt" ] && grep -q '^signed: .*notarised' "$signing/signing-$1.txt"; }

for template in "$packaging"/windows/winget/*.yaml; do
  fill "$template"
done
if is_notarised macos-arm64 && is_notarised macos-x64; then
  fill "$packaging/macos/homebrew/keyturn.rb"
else
  echo "No cask for Homebrew: Apple has not notarised both images."
fi
