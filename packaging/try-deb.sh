#!/usr/bin/env bash
# Installs the .deb in a new Debian that has nothing but what the package asks for, and opens the program there, as a person
# who is not root, in a real window: packaging/try-deb.sh FILE.deb. Needs root, debootstrap, Xvfb and xdotool, and takes
# packages from where this machine takes its own.
set -euo pipefail
say() { echo "try-deb: $*"; }
fail() { say "$*" >&2; exit 1; }

deb=$1
[ "$(id -u)" = 0 ] || fail "only root can make a Debian of its own"
for tool in debootstrap Xvfb xdotool; do command -v $tool >/dev/null || fail "$tool is missing"; done
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
as_person() { chroot --userspec=person "$tree" env -i PATH=/usr/bin:/bin HOME=/home/person LANG=C.UTF-8 "$@"; }

say "installing $(basename "$deb") and what it depends on"
in_tree apt-get -qq -o Dpkg::Use-Pty=0 -y install --no-install-recommends /keyturn.deb > "$work/apt.log" 2>&1 \
  || { tail -5 "$work/apt.log"; fail "the package cannot be installed"; }
as_person keyturn --self-test || fail "the self-test failed"

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3> "$work/display" 2> /dev/null &
started+=($!)
wait_for() { for _ in $(seq 120); do "$@" >/dev/null 2>&1 && return; sleep 0.5; done; fail "waited in vain for: $*"; }
wait_for test -s "$work/display"
export DISPLAY=:$(cat "$work/display")
# Java passes over a cache that does not fit without a word; with this it refuses to start.
as_person DISPLAY="$DISPLAY" JAVA_TOOL_OPTIONS=-XX:AOTMode=on keyturn --practice &
started+=($!)
wait_for xdotool search --onlyvisible --name '^Keyturn, practice$'
say "the window is open"
# "Leave practice" is at the top right.
window=$(xdotool search --onlyvisible --name '^Keyturn, practice$')
xdotool mousemove --window "$window" 786 25
leaves_practice() { xdotool click 1; xdotool search --onlyvisible --name '^Keyturn$'; }
wait_for leaves_practice
say "the window answers"
kill "${started[1]}"
wait "${started[1]}" || true
unset 'started[1]'
# What GTK has started may be gone a little later.
nobody_is_in_tree() { ! readlink /proc/[0-9]*/root 2>/dev/null | grep -qx "$tree"; }
wait_for nobody_is_in_tree
left=$(find "$tree/home/person" -mindepth 1 -newer "$work/display" -not -path '*/.local*' -not -path '*/.cache*')
[ -z "$left" ] || fail "the program left these outside its own folders: $left"

in_tree apt-get -qq -o Dpkg::Use-Pty=0 -y purge keyturn > "$work/apt.log" 2>&1 || fail "the package cannot be taken away"
[ ! -e "$tree/opt/keyturn" ] && [ ! -e "$tree/usr/bin/keyturn" ] || fail "the package left files of the program"
say "all is well"
