#!/usr/bin/env bash
# Installs the .deb in a new Debian that has nothing but what the package asks for, opens the program there, as a person who
# is not root, in a real window, and renews a token of the practice world with the keyboard: packaging/linux/try-deb.sh FILE.deb.
# Needs root, debootstrap, Xvfb, xdotool and curl, and takes packages from where this machine takes its own.
set -euo pipefail
say() { echo "try-deb: $*"; }
fail() { say "$*" >&2; exit 1; }

deb=$1
[ "$(id -u)" = 0 ] || fail "only root can make a Debian of its own"
for tool in debootstrap Xvfb xdotool curl; do command -v $tool >/dev/null || fail "$tool is missing"; done
. /etc/os-release
[ "$ID" = debian ] || fail "the packages of this $ID are not Debian's"
archive=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $VERSION_CODENAME" "Component: main" | sed -n 1p)
[ -n "$archive" ] || fail "this machine takes no packages of Debian $VERSION_CODENAME from anywhere"

work=$(mktemp -d)
tree=$work/debian
started=()
clear_away() {
  for id in "${started[@]}"; do kill "$id" 2>/dev/null && wait "$id" 2>/dev/null || true; done
  umount "$tree/proc" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap clear_away EXIT

say "making a minimal Debian $VERSION_CODENAME"
debootstrap --variant=minbase "$VERSION_CODENAME" "$tree" "$archive" > "$work/debootstrap.log" \
  || { tail -5 "$work/debootstrap.log"; fail "debootstrap failed"; }
mount -t proc proc "$tree/proc"
cp "$deb" "$tree/keyturn.deb"
chroot "$tree" useradd --create-home person
in_tree() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
person=(chroot --userspec=person "$tree" env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/person LANG=C.UTF-8)
as_person() { "${person[@]}" "$@"; }

say "installing $(basename "$deb") and what it depends on"
in_tree apt-get -qq -o Dpkg::Use-Pty=0 -y install --no-install-recommends /keyturn.deb > "$work/apt.log" 2>&1 \
  || { tail -5 "$work/apt.log"; fail "the package cannot be installed"; }
as_person keyturn --self-test || fail "the self-test failed"

# Stands in for a desktop's browser: notes what it is to open. What a person does there, `press` does.
printf '#!/bin/sh\nprintf "%%s\\n" "$1" >> /tmp/opened\n' > "$tree/usr/local/bin/xdg-open"
chmod 755 "$tree/usr/local/bin/xdg-open"
opened() { sed -n "$1p" "$tree/tmp/opened" 2>/dev/null | grep .; }
press() { curl -sS --noproxy '*' "$@"; }
# Of a page: the value of a field.
value() { sed -n "s/.*$1\"[^>]* value=\"\([^\"]*\)\".*/\1/p" <<< "$page"; }

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3> "$work/display" 2> /dev/null &
started+=($!)
wait_for() { for _ in $(seq 120); do "$@" >/dev/null 2>&1 && return; sleep 0.5; done; fail "waited in vain for: $*"; }
wait_for test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY
# Java passes over a cache that does not fit without a word; with this it refuses to start.
"${person[@]}" DISPLAY="$DISPLAY" JAVA_TOOL_OPTIONS=-XX:AOTMode=on keyturn --practice &
started+=($!)
wait_for xdotool search --onlyvisible --name '^Keyturn, practice$'
window=$(xdotool search --onlyvisible --name '^Keyturn, practice$')
say "the window is open"

noted() { cat "$tree"/home/person/.local/state/keyturn/log/* | grep -q "$1"; }
# Waits until a page is there, and gives the focus a moment to be on it.
arrive_at() { wait_for noted " page $1\$"; sleep 1; }
keys() { xdotool key --delay 150 "$@"; }
# Without a window manager the keys go where the mouse is.
xdotool mousemove --window "$window" 450 25
arrive_at start
keys Tab space Return # Apple School Manager, Begin
arrive_at apple
keys Tab Tab Tab Tab Tab Tab Tab space # past the five steps and the sketches' arrow: Open school.apple.com
wait_for opened 1
page=$(press "$(opened 1)")
page=$(press --data-urlencode "edition=$(value edition)" --data generate=token "$(opened 1)")
token=$(value new-token)
keys Tab Tab Tab Tab Tab Tab space # past what else may be done: Continue
arrive_at sign-in
keys Tab space # Sign in with Microsoft
wait_for opened 2
page=$(press --data choice=administrator "$(opened 2)")
press --output /dev/null --data-urlencode "code=$(value '"code')" --data-urlencode "state=$(value '"state')" \
  --data-urlencode "session_state=$(value '"session_state')" --data-urlencode "client_info=$(value '"client_info')" \
  "$(sed -n 's/.* action="\([^"]*\)".*/\1/p' <<< "$page")"
wait_for noted validateCredentials
sleep 1
keys Return # Continue
arrive_at token
keys Tab
printf '%s' "$token" | xdotool type --delay 20 --file -
sleep 1
keys Return # Continue
arrive_at save
keys Return # Test and save
arrive_at "done"
say "the practice renewal came to green, by keyboard"
# "Leave practice" is at the top right.
xdotool mousemove --window "$window" 786 25
leaves_practice() { xdotool click 1; xdotool search --onlyvisible --name '^Keyturn$'; }
wait_for leaves_practice
say "the window answers"
kill "${started[1]}"
wait "${started[1]}" || true
unset 'started[1]'
# What GTK has started may be gone a little later.
nobody_is_in_tree() { [ -z "$(readlink /proc/[0-9]*/root 2>/dev/null | grep -x "$tree")" ]; }
wait_for nobody_is_in_tree
# Its own log, what GTK keeps for itself, and what the stand-in noted.
left=$(find "$tree" -xdev -type f -uid "$(in_tree id -u person)" -newer "$work/display" \
  -not -path "$tree/home/person/.local/state/keyturn/*" -not -path "$tree/home/person/.cache/dconf/*" \
  -not -path "$tree/tmp/opened")
[ -z "$left" ] || fail "the program left these outside its own folders: $left"

in_tree apt-get -qq -o Dpkg::Use-Pty=0 -y purge keyturn > "$work/apt.log" 2>&1 || fail "the package cannot be taken away"
[ ! -e "$tree/opt/keyturn" ] && [ ! -e "$tree/usr/bin/keyturn" ] || fail "the package left files of the program"
say "all is well"
