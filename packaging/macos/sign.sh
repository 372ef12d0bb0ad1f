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
# The Base64 may be wrapped into lines.
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
  if [ -d "$mounted" ]; then
    hdiutil detach -quiet "$mounted" 2>/dev/null || hdiutil detach -quiet -force "$mounted" 2>/dev/null || true
  fi
  if [ "${#before[@]}" -gt 0 ]; then security list-keychains -d user -s "${before[@]}" || true; fi
  security delete-keychain "$keychain" 2>/dev/null || true
  rm -rf "$work" || true
}
trap clean EXIT

# For what fails now and then without a fault of ours: hdiutil reports "Resource busy" while the system indexes an image
# (https://github.com/actions/runner-images/issues/7522), and Apple's servers for time stamps and tickets do not always answer.
attempts=6
retry() {
  local attempt
  for ((attempt = 1; attempt <= attempts; attempt++)); do
    if "$@"; then return 0; fi
    echo "$1 $2 failed, attempt $attempt of $attempts" >&2
    if [ "$attempt" -lt "$attempts" ]; then sleep $((attempt * 5)); fi
  done
  return 1
}

decode() { tr -d '[:space:]' | openssl base64 -d -A; }
# A keychain of its own, so that the others stay untouched.
keychain_password=$(openssl rand -hex 24)
(umask 077; printf '%s' "$MACOS_CERTIFICATE" | decode > "$work/certificate.p12")
(umask 077; printf '%s' "$MACOS_NOTARY_KEY" | decode > "$work/notary.p8")
security create-keychain -p "$keychain_password" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$keychain_password" "$keychain"
if ! security import "$work/certificate.p12" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" -T /usr/bin/codesign > /dev/null; then
  echo "MACOS_CERTIFICATE cannot be imported. Either MACOS_CERTIFICATE_PASSWORD is wrong, or the .p12 was made by OpenSSL 3," \
    "whose ciphers macOS does not read: make it again with 'openssl pkcs12 -export -legacy'." >&2
  exit 1
fi
security set-key-partition-list -S apple-tool:,apple: -s -k "$keychain_password" "$keychain" > /dev/null
while IFS= read -r line; do
  line=${line#*\"}
  before+=("${line%\"*}")
done < <(security list-keychains -d user)
security list-keychains -d user -s "$keychain" ${before[@]+"${before[@]}"}

sign() { retry codesign --force --timestamp --keychain "$keychain" --sign "$MACOS_SIGNING_IDENTITY" "$@"; }
notarytool() {
  xcrun notarytool "$@" --key "$work/notary.p8" --key-id "$MACOS_NOTARY_KEY_ID" --issuer "$MACOS_NOTARY_ISSUER"
}
# notarytool succeeds even if Apple rejects the file, so its output decides. The reasons are in a log of their own.
notarise() {
  local answer="$work/notary.txt" id
  if notarytool submit "$1" --wait --timeout 1h | tee "$answer" >&2 && grep -q 'status: Accepted' "$answer"; then return 0; fi
  echo "Apple has not notarised $(basename "$1")." >&2
  id=$(sed -n 's/^ *id: *//p' "$answer" | sed -n 1p)
  if [ -n "$id" ]; then notarytool log "$id" >&2 || true; fi
  return 1
}

retry hdiutil attach -quiet -nobrowse -readonly -mountpoint "$mounted" "$image"
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
retry hdiutil detach -quiet "$mounted"

# From the inside out: libraries and tools, the Java runtime, then the program with its launcher, which cannot be signed alone.
while IFS= read -r -d '' file; do
  case $(file -b "$file") in
    *Mach-O*) sign --options runtime --entitlements "$entitlements" "$file" ;;
  esac
done < <(find "$program/Contents" -type f \( -name '*.dylib' -o -perm -u+x \) ! -path "$program/Contents/MacOS/*" -print0)
if [ -d "$program/Contents/runtime" ]; then
  sign --options runtime --entitlements "$entitlements" "$program/Contents/runtime"
fi
sign --options runtime --entitlements "$entitlements" "$program"
codesign --verify --deep --strict "$program"

name=$(basename "$program" .app)
ditto -c -k --keepParent "$program" "$work/program.zip"
notarise "$work/program.zip"
retry xcrun stapler staple -q "$program"

retry hdiutil create -quiet -ov -fs HFS+ -format UDZO -volname "$name" -srcfolder "$work/content" "$work/signed.dmg"
sign "$work/signed.dmg"
notarise "$work/signed.dmg"
retry xcrun stapler staple -q "$work/signed.dmg"
spctl --assess --type open --context context:primary-signature "$work/signed.dmg"
mv -f "$work/signed.dmg" "$image"
echo "signed: $(basename "$image"), notarised by Apple"
