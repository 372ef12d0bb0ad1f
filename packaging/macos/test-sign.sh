#!/usr/bin/env bash
# Tests sign.sh on any system with bash and openssl: packaging/macos/test-sign.sh
#
# Apple's tools are replaced by stand-ins that write their calls to a file, one call a line and one argument in each [ ]. A
# file NAME-COMMAND in the folder "fail" has the number of times that the stand-in NAME fails at COMMAND.
# shellcheck disable=SC2154 # checks.sh sets passed and failed
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

mkdir "$root/tools"
cat > "$root/tools/stand-in" <<'STAND_IN'
#!/usr/bin/env bash
set -euo pipefail
name=$(basename "$0")
{ printf '%s' "$name"; printf ' [%s]' "$@"; echo; } >> "$CASE/calls"
after() { while [ "$1" != "$2" ]; do set -- "$1" "${@:3}"; done; echo "$3"; }
fails() {
  local file="$CASE/fail/$name-$1" left
  [ -f "$file" ] || return 1
  left=$(cat "$file")
  [ "$left" -gt 0 ] || return 1
  echo $((left - 1)) > "$file"
}
busy() { if fails "$1"; then echo "$name: $1 failed - Resource busy" >&2; exit 16; fi; }
last="${*: -1}"
case $name in
  hdiutil)
    busy "$1"
    case $1 in
      attach) mkdir "$(after -mountpoint "$@")"; cp -R "$CASE/disk/." "$(after -mountpoint "$@")" ;;
      detach) rm -r "$last" ;;
      create) echo "new image" > "$last" ;;
    esac ;;
  security)
    busy "$1"
    case $1 in
      create-keychain) touch "$last" ;;
      delete-keychain) rm "$last" ;;
      import) cp "$2" "$CASE/imported"; find "$(dirname "$2")" -name '*.p*' -perm 600 > "$CASE/private" ;;
      list-keychains)
        if [ "${4:-}" = -s ]; then printf '    "%s"\n' "${@:5}" > "$CASE/keychains"; else cat "$CASE/keychains"; fi ;;
    esac ;;
  codesign)
    if fails kill; then kill "$PPID"; exit; fi
    busy sign ;;
  xcrun)
    case "$1 $2" in
      "notarytool submit")
        busy submit
        echo "  id: 0f1e-2d3c"
        if fails accept; then echo "  status: Invalid"; else echo "  status: Accepted"; fi ;;
      "notarytool log") echo '{"issues": ["The binary is not signed."]}' ;;
      "stapler staple") busy staple ;;
    esac ;;
  ditto)
    if [ "$1" = -c ]; then echo archive > "$last"; else cp -R "$1/." "$last"; fi ;;
  file)
    case $(head -c 6 "$last") in MACH-O) echo "Mach-O 64-bit" ;; *) echo "ASCII text" ;; esac ;;
  spctl) busy assess ;;
esac
STAND_IN
chmod +x "$root/tools/stand-in"
for tool in hdiutil security codesign xcrun ditto file spctl sleep; do ln -s stand-in "$root/tools/$tool"; done

. "$here/../release/checks.sh"

# A folder for the case, with a disk image whose names have spaces, and all variables set.
new_case() {
  title=$1
  export CASE="$root/cases/$((passed + failed)) of $title"
  mkdir -p "$CASE/fail" "$CASE/temporary" "$CASE/disk"
  contents="$CASE/disk/Key Turn.app/Contents"
  mkdir -p "$contents/MacOS" "$contents/runtime/Contents/Home/lib/a folder" "$contents/runtime/Contents/Home/bin"
  for file in MacOS/Keyturn "runtime/Contents/Home/lib/a folder/lib b.dylib" runtime/Contents/Home/bin/java; do
    echo MACH-O > "$contents/$file"
  done
  echo '#!/bin/sh' > "$contents/runtime/Contents/Home/bin/script"
  echo text > "$contents/Info.plist"
  chmod +x "$contents/MacOS/Keyturn" "$contents/runtime/Contents/Home/bin/"*
  ln -s /Applications "$CASE/disk/Applications"
  echo "old image" > "$CASE/Key turn 1.2.3.dmg"
  printf '    "/Users/a b/login.keychain-db"\n    "/Library/System.keychain"\n' > "$CASE/keychains"
  cp "$CASE/keychains" "$CASE/keychains-before"
  variables=(MACOS_CERTIFICATE="$(printf 'the certificate of this test, long enough for two lines' | openssl base64)"
    MACOS_CERTIFICATE_PASSWORD="pass word" MACOS_SIGNING_IDENTITY="Developer ID Application: A Name (TEAM)"
    MACOS_NOTARY_KEY="$(printf 'the key' | openssl base64 | sed 's/$/\r/')" MACOS_NOTARY_KEY_ID=KEYID
    MACOS_NOTARY_ISSUER="the issuer")
}
fail() { echo "$2" > "$CASE/fail/$1"; }
run() {
  code=0
  # The braces keep bash from reporting a script that was ended.
  {
    env "${variables[@]}" PATH="$root/tools:$PATH" TMPDIR="$CASE/temporary" "$here/sign.sh" "$CASE/Key turn 1.2.3.dmg" \
      > "$CASE/output" 2>&1 || code=$?
  } 2>/dev/null
  check "the keychains are as before" cmp -s "$CASE/keychains" "$CASE/keychains-before"
  check "nothing is left in the temporary folder" is "" "$(ls -A "$CASE/temporary")"
}
is() { if [ "$1" != "$2" ]; then echo "    expected: $1"; echo "         got: $2"; return 1; fi; }
prints() { grep -qF -- "$1" "$CASE/output"; }
image() { is "$1" "$(cat "$CASE/Key turn 1.2.3.dmg")"; }
# The calls of one tool that contain a text.
count() { grep "^$1 " "$CASE/calls" | grep -cF -- "$2" || true; }
succeeds() {
  check "it succeeds" is 0 "$code"
  check "the image is the signed one" image "new image"
  check "its last line says so" is "signed: Key turn 1.2.3.dmg, notarised by Apple" "$(tail -n 1 "$CASE/output")"
}
ends_unsigned() {
  check "it fails" test "$code" != 0
  check "the image is as before" image "old image"
  check "no line says that it is signed" is 0 "$(grep -c '^signed:' "$CASE/output" || true)"
}

new_case "a program is signed from the inside out"
run
succeeds
order=$(sed -nE -e 's/^codesign .*--sign.*\[.*\/([^/]+)\]$/sign \1/p' -e 's/^codesign \[--verify\].*/verify/p' \
  -e 's/^xcrun \[notarytool\] \[submit\] \[[^]]*\/([^]/]+)\] .*/notarise \1/p' -e 's/^xcrun \[stapler\].*\/([^/]+)\]$/staple \1/p' \
  -e 's/^hdiutil \[([a-z]+)\].*/\1/p' -e 's/^spctl.*/assess/p' "$CASE/calls")
inner=$(sed -n '3,4p' <<< "$order" | LC_ALL=C sort)
check "libraries and tools come first, in any order" is $'sign java\nsign lib b.dylib' "$inner"
check "then the runtime, the program, and the image" is "attach
detach
sign runtime
sign Key Turn.app
verify
notarise program.zip
staple Key Turn.app
create
sign signed.dmg
notarise signed.dmg
staple signed.dmg
assess" "$(sed '3,4d' <<< "$order")"
check "names with spaces stay one argument" is 1 "$(count codesign '/lib/a folder/lib b.dylib]')"
check "the identity stays one argument" is 5 "$(count codesign '[--sign] [Developer ID Application: A Name (TEAM)]')"
check "the certificate is decoded" is "the certificate of this test, long enough for two lines" "$(cat "$CASE/imported")"
check "nobody else can read the certificate and the key" is $'certificate.p12\nnotary.p8' \
  "$(sed 's:.*/::' "$CASE/private" | LC_ALL=C sort)"
check "the password stays one argument" is 1 "$(count security '[-P] [pass word]')"
check "the keychains of the user stay in the list" is 1 \
  "$(count security 'signing.keychain-db] [/Users/a b/login.keychain-db] [/Library/System.keychain]')"
check "the program is signed with the hardened runtime" is 4 "$(count codesign '[--options] [runtime] [--entitlements]')"
check "each signature has a time stamp" is 5 "$(count codesign '[--timestamp]')"
check "a script is not signed" is 0 "$(count codesign '/script]')"
check "the volume has the program's name" is 1 "$(count hdiutil '[-volname] [Key Turn]')"
check "nothing waits" is 0 "$(count sleep '[')"

# What fails first, and how often.
while read -r command times; do
  new_case "$command fails $times times, then works"
  fail "$command" "$times"
  run
  succeeds
  check "it waits after each failure" is "$times" "$(count sleep '[')"
  check "each failure is printed" is "$times" "$(grep -c 'failed, attempt [1-5] of 6' "$CASE/output")"
done <<'TABLE'
hdiutil-attach 1
hdiutil-attach 5
hdiutil-detach 2
hdiutil-create 3
codesign-sign 1
xcrun-staple 2
TABLE

for command in hdiutil-attach hdiutil-detach hdiutil-create codesign-sign xcrun-staple; do
  new_case "$command never works"
  fail "$command" 1000
  run
  ends_unsigned
  check "it is tried six times" prints "failed, attempt 6 of 6"
  check "and not more often" is 5 "$(count sleep '[')"
done

new_case "Apple rejects the program"
fail xcrun-accept 1
run
ends_unsigned
check "Apple's reasons are asked for" is 1 "$(count xcrun '[notarytool] [log] [0f1e-2d3c]')"
check "Apple's reasons are printed" prints "The binary is not signed."
check "no image is made" is 0 "$(count hdiutil '[create]')"

new_case "Apple cannot be reached"
fail xcrun-submit 1
run
ends_unsigned
check "the message names the file" prints "Apple has not notarised program.zip."
check "there are no reasons to ask for" is 0 "$(count xcrun '[log]')"

new_case "the certificate cannot be imported"
fail security-import 1
run
ends_unsigned
check "the message names a way out" prints "openssl pkcs12 -export -legacy"

for command in security-create-keychain security-unlock-keychain security-set-key-partition-list spctl-assess; do
  new_case "$command fails"
  fail "$command" 1
  run
  ends_unsigned
done

new_case "the image has no program"
rm -r "$CASE/disk/Key Turn.app"
run
ends_unsigned
check "the message says so" prints "does not have exactly one program"

new_case "the image has two programs"
mkdir "$CASE/disk/Other.app"
run
ends_unsigned

new_case "the script is ended in the middle"
fail codesign-kill 1
run
ends_unsigned

for variable in MACOS_CERTIFICATE MACOS_CERTIFICATE_PASSWORD MACOS_SIGNING_IDENTITY MACOS_NOTARY_KEY MACOS_NOTARY_KEY_ID \
  MACOS_NOTARY_ISSUER; do
  new_case "$variable is missing"
  variables+=("$variable=")
  run
  check "it succeeds" is 0 "$code"
  check "its one line says so" is "not signed: $variable is not set" "$(cat "$CASE/output")"
  check "no tool is called" test ! -e "$CASE/calls"
  check "the image is as before" image "old image"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
