#!/usr/bin/env bash
# Installs the .deb in a minimal Debian, where only its dependencies are installed, opens the program in a real window as an
# ordinary user, and renews a practice token with the keyboard: packaging/linux/try-deb.sh FILE.deb
# Needs root, debootstrap, Xvfb, xdotool and curl. Packages come from the archive that this machine uses.
set -euo pipefail
say() { echo "try-deb: $*"; }
fail() { say "$*" >&2; exit 1; }
. "$(dirname "$0")/../renew-by-keyboard.sh"

deb=$1
[ "$(id -u)" = 0 ] || fail "only root can create another Debian"
for tool in debootstrap Xvfb xdotool curl; do command -v $tool >/dev/null || fail "$tool is missing"; done
. /etc/os-release
[ "$ID" = debian ] || fail "this is $ID and not Debian"
archive=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $VERSION_CODENAME" "Component: main" | sed -n 1p)
[ -n "$archive" ] || fail "this machine has no package source for Debian $VERSION_CODENAME"

work=$(mktemp -d)
tree=$work/debian
started=()
clean_up() {
  for id in "${started[@]}"; do kill "$id" 2>/dev/null && wait "$id" 2>/dev/null || true; done
  umount "$tree/proc" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

say "creating a minimal Debian $VERSION_CODENAME"
debootstrap --variant=minbase "$VERSION_CODENAME" "$tree" "$archive" > "$work/debootstrap.log" \
  || { tail -5 "$work/debootstrap.log"; fail "debootstrap failed"; }
mount -t proc proc "$tree/proc"
cp "$deb" "$tree/keyturn.deb"
chroot "$tree" useradd --create-home person
in_tree() { chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
person=(chroot --userspec=person "$tree" env -i PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/person LANG=C.UTF-8)
as_person() { "${person[@]}" "$@"; }

say "installing $(basename "$deb") and its dependencies"
in_tree apt-get -qq -o Dpkg::Use-Pty=0 -y install --no-install-recommends /keyturn.deb > "$work/apt.log" 2>&1 \
  || { tail -5 "$work/apt.log"; fail "the package cannot be installed"; }
as_person keyturn --self-test || fail "the self-test failed"

# Stands in for a desktop's browser: writes down the address to open.
printf '#!/bin/sh\nprintf "%%s\\n" "$1" >> /tmp/opened\n' > "$tree/usr/local/bin/xdg-open"
chmod 755 "$tree/usr/local/bin/xdg-open"
opened() { sed -n "$1p" "$tree/tmp/opened" 2>/dev/null | grep .; }
log_files() { cat "$tree"/home/person/.local/state/keyturn/log/*; }
enter_token() {
  keys Tab
  printf '%s' "$1" | xdotool type --delay 20 --file -
}

Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp -noreset 3> "$work/display" 2> /dev/null &
started+=($!)
wait_for test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY
# Without AOTMode=on, Java ignores an invalid AOT cache without a message; with it, the program does not start.
"${person[@]}" DISPLAY="$DISPLAY" JAVA_TOOL_OPTIONS=-XX:AOTMode=on keyturn --practice &
started+=($!)
wait_for xdotool search --onlyvisible --name '^Keyturn, practice$'
# shellcheck disable=SC2034 # renew-by-keyboard.sh uses it.
window=$(xdotool search --onlyvisible --name '^Keyturn, practice$')
say "the window is open"

renew_by_keyboard
say "the practice renewal succeeded by keyboard"
leave_practice
say "the window answers"
kill "${started[1]}"
wait "${started[1]}" || true
unset 'started[1]'
# Programs that GTK started may end a little later.
# shellcheck disable=SC2143 # Not grep -q alone: with pipefail, a process that ends meanwhile makes the pipe fail.
no_process_in_tree() { [ -z "$(readlink /proc/[0-9]*/root 2>/dev/null | grep -x "$tree")" ]; }
wait_for no_process_in_tree
# Not counted: the program's own log, GTK's cache, and the stand-in's file.
left=$(find "$tree" -xdev -type f -uid "$(in_tree id -u person)" -newer "$work/display" \
  -not -path "$tree/home/person/.local/state/keyturn/*" -not -path "$tree/home/person/.cache/dconf/*" \
  -not -path "$tree/tmp/opened")
[ -z "$left" ] || fail "the program left files outside its own folders: $left"

in_tree apt-get -qq -o Dpkg::Use-Pty=0 -y purge keyturn > "$work/apt.log" 2>&1 || fail "the package cannot be removed"
[ ! -e "$tree/opt/keyturn" ] && [ ! -e "$tree/usr/bin/keyturn" ] || fail "the removed package left files behind"
say "everything passed"
