#!/usr/bin/env bash
# Prints the notes of a release: packaging/release/release-notes.sh VERSION FOLDER. FOLDER has a signing-PLATFORM.txt for each
# signed platform.
set -euo pipefail
version=$1 signing=$2
cat <<NOTES
Keyturn $version renews the yearly token for Apple School Manager and Microsoft Entra ID.

**What is new**

(To be written before the release is published.)

**Which file**

| System | File |
| --- | --- |
| Windows, 64 bit | \`keyturn-$version-windows-x64.msi\` |
| Windows, for all users of a computer, installed by an administrator | \`keyturn-$version-windows-x64-all-users.msi\` |
| Mac with Apple silicon | \`keyturn-$version-macos-arm64.dmg\` |
| Mac with Intel | \`keyturn-$version-macos-x64.dmg\` |
| Debian, Ubuntu, 64 bit | \`keyturn-$version-linux-x64.deb\` |
| Fedora, openSUSE, 64 bit | \`keyturn-$version-linux-x64.rpm\` |
| Other Linux, 64 bit, no installation | \`keyturn-$version-linux-x64.tar.gz\` |
| Source | \`keyturn-$version-source.tar.gz\` |

All but the source include their own Java. \`SHA256SUMS\` has the checksums; the files whose names end in \`-sbom\` list what each installer includes.

**Signatures**

NOTES
for file in "$signing"/signing-*.txt; do
  [ -f "$file" ] || continue
  platform=$(basename "$file" .txt)
  # Other output of the signing tools is left out.
  grep -aE '^(not )?signed:' "$file" | tr -d '\r' | sed "s/^/- ${platform#signing-}: /" || echo "- ${platform#signing-}: not known"
done
echo "- linux-x64: not signed; verify the checksum"
