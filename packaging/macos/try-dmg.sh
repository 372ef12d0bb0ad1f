#!/usr/bin/env bash
# Tries the program in a .dmg on a Mac, from a folder whose name has letters of several scripts:
# packaging/macos/try-dmg.sh FILE.dmg FOLDER. FOLDER gets the pictures of the walkthrough.
set -euo pipefail
say() { echo "try-dmg: $*"; }
fail() { say "$*" >&2; exit 1; }
dmg=$1 pictures=$2
work=$(mktemp -d)
mounted="$work/mounted"
clean_up() {
  if [ -d "$mounted" ]; then hdiutil detach -quiet -force "$mounted" || true; fi
  rm -rf "$work" || true
}
trap clean_up EXIT
# "Resource busy": https://github.com/actions/runner-images/issues/7522
retry() { for wait in 5 10 20 40 0; do "$@" && return; say "failed: $*"; sleep $wait; done; return 1; }
# macOS has no command that ends another after a time.
limited() { perl -e 'alarm 300; exec @ARGV or die $!' "$@"; }

retry hdiutil attach -quiet -nobrowse -readonly -mountpoint "$mounted" "$dmg" || fail "$dmg cannot be opened"
[ "$(readlink "$mounted/Applications")" = /Applications ] || fail "the image has no link to Applications"
folder="$work/Jürgen 山田"
mkdir "$folder"
ditto "$mounted/Keyturn.app" "$folder/Keyturn.app"
retry hdiutil detach -quiet "$mounted" || fail "$dmg cannot be closed"
program="$folder/Keyturn.app/Contents/MacOS/Keyturn"
plist="$folder/Keyturn.app/Contents/Info.plist"

plutil -lint "$plist" || fail "the Info.plist is not valid"
value() { plutil -extract "$1" raw -o - "$plist"; }
[ "$(value CFBundleName)" = Keyturn ] || fail "the menu would have the name $(value CFBundleName)"
[ "$(value CFBundleLocalizations)" -gt 1 ] || fail "the system's dialogs would be in English only"
if grep -q DEPLOY_ "$plist"; then fail "the Info.plist still has a placeholder"; fi

# Without AOTMode=on, Java ignores an invalid AOT cache without a message; with it, the program does not start.
export JAVA_TOOL_OPTIONS=-XX:AOTMode=on
limited "$program" --first-page || fail "the first page is not shown in a window"
limited "$program" --self-test || fail "the self-test failed"
limited "$program" "--walkthrough=$pictures" || fail "the walkthrough failed"
say "everything passed"
