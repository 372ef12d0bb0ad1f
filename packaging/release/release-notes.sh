#!/usr/bin/env bash
# Prints the notes of a release: release-notes.sh VERSION FOLDER, where FOLDER has a signing-PLATFORM.txt of each signing.
set -euo pipefail
version=$1 signing=$2
cat <<NOTES
Keyturn $version renews the yearly token for Apple School Manager and Microsoft Entra ID.

**What is new**

(A person writes this before the release is published.)

**Which file**

| system | file |
| --- | --- |
| Windows, 64 bit | \`keyturn-$version-windows-x64.msi\` |
| Mac with Apple silicon | \`keyturn-$version-macos-arm64.dmg\` |
| Mac with Intel | \`keyturn-$version-macos-x64.dmg\` |
| Debian, Ubuntu, 64 bit | \`keyturn-$version-linux-x64.deb\` |

Each brings its own Java. \`SHA256SUMS\` has the checksums; the files that end in \`-sbom\` say what is in each installer.

**Signed**

NOTES
for file in "$signing"/signing-*.txt; do
  [ -f "$file" ] || continue
  platform=$(basename "$file" .txt)
  # What the signing tools say besides is not for these notes.
  grep -aE '^(not )?signed:' "$file" | tr -d '\r' | sed "s/^/- ${platform#signing-}: /" || echo "- ${platform#signing-}: not known"
done
echo "- linux-x64: not signed; compare the checksum"
