#!/usr/bin/env bash
# Makes a copy of an .msi that Windows takes for the next version, to try an update: packaging/windows/newer-msi.sh FROM TO
# The files in it are the same. Needs msitools and uuidgen.
set -euo pipefail
from=$1 to=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
table() { msiinfo export "$from" "$1" | tr -d '\r'; }
uuid() { uuidgen | tr a-f A-F; }

old=$(table Property | sed -n 's/^ProductVersion\t//p')
[[ $old =~ ^([0-9]+)\.([0-9]+)\.([0-9]+)$ ]] || { echo "$from has the version '$old', not three numbers." >&2; exit 1; }
new="${BASH_REMATCH[1]}.${BASH_REMATCH[2]}.$((BASH_REMATCH[3] + 1))"

# The Upgrade table names the versions that this one replaces, and those that it does not.
table Property | sed "s/^ProductVersion\t.*/ProductVersion\t$new/; s/^ProductCode\t.*/ProductCode\t{$(uuid)}/" > "$work/Property.idt"
table Upgrade | sed "s/\t${old//./\\.}\t/\t$new\t/g" > "$work/Upgrade.idt"
cp "$from" "$to"
for changed in "$work"/*.idt; do msibuild "$to" -i "$changed"; done
summary() { msiinfo suminfo "$from" | sed -n "s/^$1: //p"; }
msibuild "$to" -s "$(summary Subject)" "$(summary Author)" "$(summary Template)" "{$(uuid)}"
echo "$new"
