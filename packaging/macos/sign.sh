#!/usr/bin/env bash
# Signs a .dmg and the program in it, has Apple notarise both, and staples the tickets: packaging/macos/sign.sh FILE.dmg
#
# Environment variables. If one is missing, the script signs nothing, says so and succeeds:
#   MACOS_CERTIFICATE           a "Developer ID Application" certificate with its key, as .p12, in Base64
#   MACOS_CERTIFICATE_PASSWORD  the password of that file
#   MACOS_SIGNING_IDENTITY      the certificate's name, "Developer ID Application: Name (TEAM)"
#   MACOS_NOTARY_KEY            an App Store Connect API key, as .p8, in Base64
#   MACOS_NOTARY_KEY_ID         that key's ID
#   MACOS_NOTARY_ISSUER         that key's issuer ID
set -euo pipefail
image=$1
for variable in MACOS_CERTIFICATE MACOS_CERTIFICATE_PASSWORD MACOS_SIGNING_IDENTITY MACOS_NOTARY_KEY MACOS_NOTARY_KEY_ID \
  MACOS_NOTARY_ISSUER; do
  if [ -z "${!variable:-}" ]; then
    echo "not signed: $variable is not set"
    exit 0
  fi
done

entitlements="$(cd "$(dirname "$0")" && pwd)/keyturn.entitlements"
work=$(mktemp -d)
keychain="$work/signing.keychain-db"
mounted="$work/mounted"
before=()
clean() {
  hdiutil detach -quiet "$mounted" 2>/dev/null || true
  if [ "${#before[@]}" -gt 0 ]; then security list-keychains -d user -s "${before[@]}" || true; fi
  security delete-keychain "$keychain" 2>/dev/null || true
  rm -rf "$work"
}
trap clean EXIT

# A keychain of its own, so that the others stay untouched.
keychain_password=$(openssl rand -hex 24)
(umask 077; printf '%s' "$MACOS_CERTIFICATE" | openssl base64 -d -A > "$work/certificate.p12")
(umask 077; printf '%s' "$MACOS_NOTARY_KEY" | openssl base64 -d -A > "$work/notary.p8")
security create-keychain -p "$keychain_password" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$keychain_password" "$keychain"
security import "$work/certificate.p12" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" -T /usr/bin/codesign > /dev/null
security set-key-partition-list -S apple-tool:,apple: -s -k "$keychain_password" "$keychain" > /dev/null
while IFS= read -r line; do
  line=${line#*\"}
  before+=("${line%\"*}")
done < <(security list-keychains -d user)
security list-keychains -d user -s "$keychain" ${before[@]+"${before[@]}"}

sign() { codesign --force --timestamp --keychain "$keychain" --sign "$MACOS_SIGNING_IDENTITY" "$@"; }
notarise() {
  # notarytool succeeds even if Apple rejects the file, so its output decides.
  xcrun notarytool submit "$1" --key "$work/notary.p8" --key-id "$MACOS_NOTARY_KEY_ID" --issuer "$MACOS_NOTARY_ISSUER" \
    --wait | tee "$work/notary.txt" >&2
  grep -q 'status: Accepted' "$work/notary.txt"
}

hdiutil attach -quiet -nobrowse -readonly -mountpoint "$mounted" "$image"
programs=("$mounted"/*.app)
if [ "${#programs[@]}" != 1 ] || [ ! -d "${programs[0]}" ]; then
  echo "$image does not have exactly one program." >&2
  exit 1
fi
mkdir "$work/content"
# With the files beside the program, such as the link to the folder Applications.
ditto "$mounted" "$work/content"
rm -rf "$work/content/.Trashes" "$work/content/.fseventsd"
program="$work/content/$(basename "${programs[0]}")"
hdiutil detach -quiet "$mounted"

# From the inside out: libraries and tools, the Java runtime, then the program with its launcher, which cannot be signed alone.
while IFS= read -r -d '' file; do
  if file -b "$file" | grep -q Mach-O; then
    sign --options runtime --entitlements "$entitlements" "$file"
  fi
done < <(find "$program/Contents" -type f \( -name '*.dylib' -o -perm -u+x \) ! -path "$program/Contents/MacOS/*" -print0)
if [ -d "$program/Contents/runtime" ]; then
  sign --options runtime --entitlements "$entitlements" "$program/Contents/runtime"
fi
sign --options runtime --entitlements "$entitlements" "$program"
codesign --verify --deep --strict "$program"

name=$(basename "$program" .app)
ditto -c -k --keepParent "$program" "$work/program.zip"
notarise "$work/program.zip"
xcrun stapler staple -q "$program"

hdiutil create -quiet -fs HFS+ -format UDZO -volname "$name" -srcfolder "$work/content" "$work/signed.dmg"
sign "$work/signed.dmg"
notarise "$work/signed.dmg"
xcrun stapler staple -q "$work/signed.dmg"
spctl --assess --type open --context context:primary-signature "$work/signed.dmg"
mv -f "$work/signed.dmg" "$image"
echo "signed: $(basename "$image")"
