#!/usr/bin/env bash
# Creates a Wine prefix, a Windows 10 in which Java 25 and JavaFX run: packaging/windows/wine-prefix.sh FOLDER [USER]
# Programs then run with WINEPREFIX=FOLDER, or with FOLDER/wine PROGRAM ARGUMENT..., which also sets what a USER needs whose
# name is not that of the Unix user: Wine takes the user's name from the environment of each program.
# Needs Wine, and MinGW's compiler if Wine lacks a function that Java calls. Exit code 3: something is not installed.
set -euo pipefail
fail() { echo "wine-prefix: $*" >&2; exit 3; }

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
prefix=$(cd "$1" && pwd)
user=${2:-$(id -un)}
for tool in wine wineserver; do command -v $tool >/dev/null || fail "Wine is missing ($tool)"; done

quote() { printf "'%s'" "${1//\'/\'\\\'\'}"; }
cat > "$prefix/wine" <<RUN
#!/bin/sh
# Runs a program in this prefix. Names of files are in UTF-8, and Wine keeps its debugging output to itself.
export WINEPREFIX=$(quote "$prefix") USER=$(quote "$user") LANG=C.UTF-8 LC_ALL=C.UTF-8 WINEDEBUG="\${WINEDEBUG:--all}"
exec wine "\$@"
RUN
chmod 755 "$prefix/wine"
in_prefix() { "$prefix/wine" "$@" >/dev/null 2>&1; }
# Wine writes its registry to disk when the last program has ended.
settle() { WINEPREFIX=$prefix wineserver -w; }

# No windows that offer to download .NET and a browser.
WINEDLLOVERRIDES="mscoree,mshtml=" in_prefix wineboot -i
in_prefix winecfg /v win10
settle

# java.net.NetworkInterface, and with it SecureRandom, ends Java where GetAnycastIpAddressTable is missing. A library with
# this function passes everything else on to a copy of Wine's own, which Wine must not recognise as its own.
system32="$prefix/drive_c/windows/system32"
if ! grep -q GetAnycastIpAddressTable "$system32/iphlpapi.dll"; then
  for tool in gcc objdump; do
    command -v "x86_64-w64-mingw32-$tool" >/dev/null || fail "MinGW's $tool is missing (x86_64-w64-mingw32-$tool)"
  done
  definitions=$(mktemp --suffix=.def)
  trap 'rm -f "$definitions"' EXIT
  sed 's/Wine builtin DLL/Wine renamed DLL/' "$system32/iphlpapi.dll" > "$system32/iphlpwin.dll"
  {
    printf '%s\n' "LIBRARY IPHLPAPI.DLL" EXPORTS GetAnycastIpAddressTable
    x86_64-w64-mingw32-objdump -p "$system32/iphlpwin.dll" \
      | sed -n '/^\[Ordinal\/Name Pointer\]/,/^$/s/^\t*\[ *[0-9]*\] *\([A-Za-z_][A-Za-z0-9_]*\)$/\1 = IPHLPWIN.\1/p'
  } > "$definitions"
  x86_64-w64-mingw32-gcc -shared -o "$system32/iphlpapi.dll" "$here/anycast.c" "$definitions"
  in_prefix reg add 'HKCU\Software\Wine\DllOverrides' /v iphlpapi /d native /f
  settle
fi
