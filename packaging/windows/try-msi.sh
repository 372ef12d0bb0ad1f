#!/usr/bin/env bash
# Installs the packages for Windows under Wine, opens the program in a real window, renews a practice token with the keyboard,
# updates the program while it runs, and removes it: packaging/windows/try-msi.sh FOLDER NEXT PICTURE
# FOLDER has the .msi for a person and the one for all users, NEXT those of a later version. PICTURE, a .png, gets the window.
# Needs Wine, MinGW, Xvfb, xdotool, xclip, curl, msitools and ImageMagick.
set -euo pipefail
say() { echo "try-msi: $*"; }
fail() { say "$*" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../renew-by-keyboard.sh"

for tool in wine Xvfb xdotool xclip curl msiinfo import x86_64-w64-mingw32-gcc; do
  command -v "$tool" >/dev/null || fail "$tool is missing"
done
only() { [ $# = 1 ] && [ -f "$1" ] || fail "there is not exactly one file: $*"; realpath "$1"; }
find_msi() { find "$1" -maxdepth 1 -name "keyturn-*-windows-x64$2*.msi" | grep -v "${3:-^$}"; }
first=$(only "$(find_msi "$1" "" all-users)")
next=$(only "$(find_msi "$2" "" all-users)")
for_all=$(only "$(find_msi "$1" -all-users)")
picture=$(realpath -m "$3")
version_of() { msiinfo export "$1" Property | tr -d '\r' | sed -n 's/^ProductVersion\t//p'; }

work=$(mktemp -d)
started=()
clean_up() {
  for prefix in "$work/wine" "$work/plain"; do WINEPREFIX=$prefix wineserver -k 2>/dev/null || true; done
  for id in "${started[@]}"; do kill "$id" 2>/dev/null && wait "$id" 2>/dev/null || true; done
  rm -rf "$work"
}
trap clean_up EXIT

Xvfb -displayfd 3 -screen 0 1400x1000x24 -nolisten tcp -noreset 3> "$work/display" 2> /dev/null &
started+=($!)
wait_for test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY
# Stands in for a desktop's browser, which Wine opens: writes down the address.
mkdir "$work/bin"
printf '#!/bin/sh\nprintf "%%s\\n" "$1" >> %q\n' "$work/opened" > "$work/bin/xdg-open"
chmod 755 "$work/bin/xdg-open"
PATH=$work/bin:$PATH
opened() { sed -n "$1p" "$work/opened" 2>/dev/null | grep .; }

say "creating a Windows for a user whose name is in two scripts"
# Creates a Windows, and sets where its user's files are.
new_windows() {
  "$here/wine-prefix.sh" "$1" "$2"
  wine=$1/wine
  home="$1/drive_c/users/$2"
  [ -d "$home" ] || fail "there is no $home"
  data="$home/AppData/Local/Keyturn" settings="$home/AppData/Roaming/Keyturn"
  programs="$home/AppData/Local/Programs/Keyturn"
  menu="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
  mkdir -p "$data" "$settings"
  printf 'appearance=dark\n' > "$settings/settings.properties"
}
new_windows "$work/wine" "Jürgen 山田"
# In this size Wine draws grey text on coloured areas.
"$wine" reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 120 /f >/dev/null
x86_64-w64-mingw32-gcc -s -o "$work/window.exe" "$here/window.c"
window_tool() { "$wine" "$work/window.exe" "$1" | tr -d '\r'; }
log_files() { cat "$data"/Logs/*; }

# 3010: Windows has to be started again to remove files that were in use.
msi() {
  local code=0
  "$wine" msiexec "$1" "$2" /qn /norestart > "$work/msi.log" 2>&1 || code=$?
  case $code in 0) ;; 194) say "msiexec asks for a restart" ;; *) tail -5 "$work/msi.log"; fail "msiexec $1 ended with $code" ;; esac
}
# Windows has the entry of a package for one user in that user's part of the registry; Wine has all in the computer's.
entry() {
  "$wine" reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s 2>/dev/null | tr -d '\r' \
    | awk 'BEGIN { RS = ""; FS = "\n" } /Keyturn/'
}
registered() { grep -q "$1.*$2" <<< "$(entry)" || fail "the list of installed programs does not have: $1 $2"; }

say "installing $(basename "$first")"
cat > "$data/expiry-book.json" <<'BOOK'
{"format": "keyturn-expiry-book", "version": 1, "organisations": [{"portal": "SCHOOL", "organisation": "Trial School",
"tenantId": "11111111-1111-4111-8111-111111111111", "app": "Apple School Manager",
"appObjectId": "22222222-2222-4222-8222-222222222222", "user": "it@trial.example", "renewedAt": "2026-01-02T03:04:05Z",
"expires": "2027-01-02", "expiresKnownFrom": "CONFIRMED"}]}
BOOK
printf '{"format": "keyturn-unfinished-save", "portal": "SCHOOL", "organisation": "Trial School", "step": "SAVE", %s}' \
  '"tenantId": "11111111-1111-4111-8111-111111111111", "at": "2026-01-02T03:04:05Z"' > "$data/unfinished-save-trial.json"
state() { (cd "$home/AppData" && sha256sum Local/Keyturn/*.json Roaming/Keyturn/settings.properties); }
before=$(state)
msi /i "$first"
[ "$(state)" = "$before" ] || fail "installing changed the user's data"
for name in Keyturn.exe keyturn-console.exe "$(version_of "$first")/app/keyturn.aot" "$(version_of "$first")/runtime/lib/modules"; do
  [ -f "$programs/$name" ] || fail "$name is not installed"
done
[ -f "$menu/Keyturn.lnk" ] || fail "the Start menu has no Keyturn"
[ "$(find "$menu" -name '*.lnk' | wc -l)" = 1 ] || fail "the Start menu has more than Keyturn"
registered DisplayName Keyturn
registered Publisher "The Keyturn authors"
registered DisplayVersion "$(version_of "$first")"
registered Size '[0-9]'

console() {
  JAVA_TOOL_OPTIONS=${options:-} "$wine" "$programs/keyturn-console.exe" "$@" 2>&1 | tr -d '\r' | sed '/^Picked up/d; /process group affinity/d'
}
# Without AOTMode=on, Java ignores an invalid AOT cache without a message; with it, the program does not start.
checked="-XX:AOTMode=on -XX:-PrintWarnings"
try_program() {
  local version
  version=$(console --version)
  [[ $version == "Keyturn $1"* ]] || fail "--version prints: $version"
  options=$checked console --self-test || fail "the self-test failed"
  options=$checked console --first-page || fail "the first page is not shown"
}
say "trying the program"
try_program "$(version_of "$first")"
options=$checked console "--walkthrough=C:\\walkthrough" || fail "the walkthrough failed"


in_state() { [ "$(window_tool state)" = "$1" ]; }
is_running() { pgrep -f 'Keyturn\.exe' > /dev/null; }
is_gone() { ! is_running; }
settings_read() { log_files 2>/dev/null | grep -c " entered earnest, set: appearance" || true; }
more_read() { [ "$(settings_read)" -gt "$1" ]; }
# Starts the program with a command, and closes its window.
open_and_close() {
  local before
  before=$(settings_read)
  JAVA_TOOL_OPTIONS=$checked "$wine" "$@" > /dev/null 2>&1 &
  started+=($!)
  wait_for in_state open
  wait_for xdotool search --onlyvisible --name '^Keyturn$'
  wait_for more_read "$before"
  window_tool close
  wait_for is_gone
}
say "opening its window"
open_and_close "$programs/Keyturn.exe"

say "renewing a practice token by keyboard"
JAVA_TOOL_OPTIONS=$checked "$wine" "$programs/Keyturn.exe" --practice > /dev/null 2>&1 &
started+=($!)
wait_for xdotool search --onlyvisible --name '^Keyturn, practice$'
window=$(xdotool search --onlyvisible --name '^Keyturn, practice$' | tail -1)
enter_token() {
  printf '%s' "$1" | xclip -selection clipboard
  keys Tab ctrl+v
}
renew_by_keyboard
import -window "$window" "$picture"
say "the practice renewal succeeded; the window is in $picture"

say "updating to $(version_of "$next") while the program runs"
before=$(state)
msi /i "$next"
[ "$(state)" = "$before" ] || fail "updating changed the user's data"
in_state open || fail "updating ended the program"
try_program "$(version_of "$next")"
window_tool close
wait_for is_gone
# At the restart Windows deletes what was in use and puts the new launcher in its place; Wine 8 does not delete.
"$wine" wineboot --restart > /dev/null 2>&1
old="$programs/$(version_of "$first")"
say "$(find "$old" -type f 2>/dev/null | wc -l) files of the old version were in use"
rm -rf "$old" "$programs"/msi*.tmp
registered DisplayVersion "$(version_of "$next")"
try_program "$(version_of "$next")"
open_and_close "$programs/Keyturn.exe"
grep -q '"Trial School"' "$data/expiry-book.json" || fail "the expiry book is not what it was"

say "removing it"
before=$(state)
msi /x "$next"
[ "$(state)" = "$before" ] || fail "removing changed the user's data"
[ ! -e "$programs" ] || fail "left: $(find "$programs" -type f | head -5)"
[ ! -e "$menu/Keyturn.lnk" ] || fail "the Start menu still has Keyturn"
[ -z "$(entry)" ] || fail "the list of installed programs still has Keyturn"

say "creating a Windows for $(id -un), since Wine opens shortcuts only in folders whose names the code page has"
WINEPREFIX=$work/wine wineserver -k
new_windows "$work/plain" "$(id -un)"
before=$(sha256sum "$settings"/*)
open_by_shortcut() {
  [ -f "$menu/Keyturn.lnk" ] || fail "the Start menu has no Keyturn"
  open_and_close start "C:\\users\\$(id -un)\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Keyturn.lnk"
}
msi /i "$first"
open_by_shortcut
msi /x "$first"

say "installing $(basename "$for_all")"
msi /i "$for_all"
programs="$work/plain/drive_c/Program Files/Keyturn"
registered DisplayName Keyturn
try_program "$(version_of "$for_all")"
open_by_shortcut
msi /x "$for_all"
[ ! -e "$programs" ] || fail "left: $(find "$programs" -type f | head -5)"
[ "$(sha256sum "$settings"/*)" = "$before" ] || fail "removing it for all changed the user's data"
say "everything passed"
