#!/usr/bin/env bash
# Tests the scripts of a release with made-up files: packaging/release/test-release.sh
# shellcheck disable=SC2154 # checks.sh sets passed and failed
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
# The scripts find the pom and the templates from where they lie, so they run in a copy.
project="$root/a project"
mkdir -p "$project"
cp -R "$here/.." "$project/packaging"
release="$project/packaging/release"

. "$here/checks.sh"
new_case() {
  title=$1
  CASE="$root/cases/$((passed + failed)) of $title"
  mkdir -p "$CASE/from"
}
run() {
  code=0
  "$@" > "$CASE/output" 2>&1 || code=$?
}
is() { if [ "$1" != "$2" ]; then echo "    expected: $1"; echo "         got: $2"; return 1; fi; }
prints() { grep -qF -- "$1" "$CASE/output"; }
succeeds() { check "it succeeds" is 0 "$code"; }
refuses() {
  check "it fails" test "$code" != 0
  check "the message names the reason" prints "$1"
}
files() { for file in "$@"; do echo "content of $file" > "$CASE/from/$file"; done; }

while IFS='|' read -r version tag problem; do
  new_case "tag $tag for version $version"
  printf '<project>\n  <parent>\n    <version>9.9.9</version>\n  </parent>\n  <version>%s</version>\n</project>\n' "$version" \
    > "$project/pom.xml"
  run "$release/check-version.sh" "$tag"
  if [ -z "$problem" ]; then succeeds; else refuses "$problem"; fi
  run "$release/version.sh"
  check "packages have the version without -SNAPSHOT" is "${version%-SNAPSHOT}" "$(cat "$CASE/output")"
done <<'TABLE'
1.2.3|v1.2.3|
10.20.30|v10.20.30|
1.2.3|v1.2.4|The tag is v1.2.4, but the pom's version is 1.2.3.
1.2.3|1.2.3|The tag is 1.2.3
1.2.3|v1.2|The tag is v1.2,
1.2.3-SNAPSHOT|v1.2.3|cannot be released
1.2|v1.2|cannot be released
TABLE

collect() { run "$release/collect.sh" 1.2.3 "$1" "$CASE/from" "$CASE/to"; }
collected() { (cd "$CASE/to" && echo *); }

new_case "the packages that are built on Linux"
files keyturn_1.2.3_amd64.deb keyturn-1.2.3.x86_64.rpm keyturn-1.2.3-linux-x86_64.tar.gz keyturn-1.2.3-windows-x64.msi \
  keyturn-1.2.3-windows-x64-all-users.msi keyturn-1.2.3-windows-x64.zip keyturn-1.2.3-sbom.json keyturn-1.2.3-sbom.xml SHA256SUMS
mkdir "$CASE/from/work"
collect linux-x64
succeeds
check "each has a name of its own" is "keyturn-1.2.3-linux-x64-sbom.json keyturn-1.2.3-linux-x64-sbom.xml \
keyturn-1.2.3-linux-x64.deb keyturn-1.2.3-linux-x64.rpm keyturn-1.2.3-linux-x64.tar.gz \
keyturn-1.2.3-windows-x64-all-users.msi keyturn-1.2.3-windows-x64.msi keyturn-1.2.3-windows-x64.zip" "$(LC_ALL=C collected)"
check "contents stay with their names" is "content of keyturn-1.2.3-windows-x64-all-users.msi" \
  "$(cat "$CASE/to/keyturn-1.2.3-windows-x64-all-users.msi")"

new_case "the image that is built on a Mac"
files Keyturn-1.2.3.dmg keyturn-1.2.3-sbom.json
collect macos-arm64
succeeds
check "it is named by its platform" is "keyturn-1.2.3-macos-arm64-sbom.json keyturn-1.2.3-macos-arm64.dmg" "$(LC_ALL=C collected)"

new_case "a folder without an installer"
files keyturn-1.2.3-sbom.json SHA256SUMS
collect linux-x64
refuses "has no installer"

new_case "two files of the same kind"
files keyturn_1.2.3_amd64.deb keyturn_1.2.2_amd64.deb
collect linux-x64
refuses "Two files would both be keyturn-1.2.3-linux-x64.deb."

for file in keyturn-1.2.2-windows-x64.msi Keyturn.msi keyturn-1.2.3.zip; do
  new_case "$file among the packages of version 1.2.3"
  files "$file"
  collect linux-x64
  refuses "$file is not the name of a package of version 1.2.3."
done

names=(keyturn-1.2.3-windows-x64.msi keyturn-1.2.3-windows-x64-all-users.msi keyturn-1.2.3-macos-arm64.dmg keyturn-1.2.3-macos-x64.dmg)
fill() {
  (cd "$CASE/from" && sha256sum -- *) > "$CASE/SHA256SUMS"
  run "$release/fill-manifests.sh" 1.2.3 "$CASE/SHA256SUMS" https://example.org/keyturn "$CASE/signing" "$CASE/to"
}
notes() { mkdir -p "$CASE/signing" && printf '%s\n' "$2" > "$CASE/signing/signing-$1.txt"; }
sum() { (cd "$CASE/from" && sha256sum "$1" | cut -d ' ' -f 1); }
read_yaml() {
  python3 - "$1" "$2" <<'PYTHON'
import sys, yaml
manifest = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
print(eval(sys.argv[2], {"manifest": manifest}))
PYTHON
}

new_case "manifests of a release that Apple has notarised"
files "${names[@]}" keyturn-1.2.3-linux-x64.deb
notes macos-arm64 "signed: keyturn.dmg, notarised by Apple"
notes macos-x64 "signed: keyturn.dmg, notarised by Apple"
fill
succeeds
check "there are three for winget, and a cask" is "homebrew/keyturn.rb winget/Keyturn.Keyturn.installer.yaml \
winget/Keyturn.Keyturn.locale.en-US.yaml winget/Keyturn.Keyturn.yaml" "$(cd "$CASE/to" && echo */*)"
cask="$CASE/to/homebrew/keyturn.rb"
check "the cask has the sum for Apple silicon" grep -qF "arm:   \"$(sum keyturn-1.2.3-macos-arm64.dmg)\"" "$cask"
check "the cask has the sum for Intel" grep -qF "intel: \"$(sum keyturn-1.2.3-macos-x64.dmg)\"" "$cask"
check "the cask has the version" grep -qF 'version "1.2.3"' "$cask"
if python3 -c 'import yaml' 2>/dev/null; then
  for file in "$CASE"/to/winget/*.yaml; do
    check "$(basename "$file") is YAML and names the version" is 1.2.3 "$(read_yaml "$file" 'manifest["PackageVersion"]')"
  done
  installers="$CASE/to/winget/Keyturn.Keyturn.installer.yaml"
  for scope in user: machine:-all-users; do
    msi="keyturn-1.2.3-windows-x64${scope#*:}.msi"
    which="[it for it in manifest['Installers'] if it['Scope'] == '${scope%%:*}'][0]"
    check "the address for ${scope%%:*}" is "https://example.org/keyturn/releases/download/v1.2.3/$msi" \
      "$(read_yaml "$installers" "${which}['InstallerUrl']")"
    check "the sum for ${scope%%:*}" is "$(sum "$msi" | tr a-f A-F)" "$(read_yaml "$installers" "${which}['InstallerSha256']")"
  done
else
  echo "skipped: reading the manifests as YAML needs Python with its module yaml"
fi

# What the notes of the two images say; none means that there is no such file.
while IFS='|' read -r arm intel; do
  new_case "no cask: '$arm' and '$intel'"
  files "${names[@]}"
  [ "$arm" = none ] || notes macos-arm64 "$arm"
  [ "$intel" = none ] || notes macos-x64 "$intel"
  fill
  succeeds
  check "there are manifests for winget only" is winget "$(ls "$CASE/to")"
  check "a line says why" prints "No cask for Homebrew"
done <<'TABLE'
none|none
signed: a.dmg, notarised by Apple|none
signed: a.dmg, notarised by Apple|not signed: MACOS_NOTARY_KEY is not set
not signed: MACOS_CERTIFICATE is not set|not signed: MACOS_CERTIFICATE is not set
signed: a.dmg|signed: b.dmg
TABLE

for missing in "${names[@]}"; do
  new_case "no manifests without $missing"
  files "${names[@]}"
  rm "$CASE/from/$missing"
  fill
  refuses "has no checksum of $missing."
  check "nothing is written" test ! -e "$CASE/to"
done

new_case "a Java for trials is not published"
files keyturn-1.2.3-windows-x64-trial.msi keyturn-1.2.3-windows-x64-all-users-trial.msi "${names[@]:2}"
fill
refuses "has no checksum of keyturn-1.2.3-windows-x64.msi."

new_case "the notes of a release"
notes macos-arm64 $'  status: Accepted\nsigned: a.dmg, notarised by Apple'
notes macos-x64 "not signed: MACOS_NOTARY_KEY is not set"
notes windows-x64 $'signed: a.msi\r\nnot signed: b.msi\r'
printf 'something else\n' > "$CASE/signing/signing-other.txt"
run "$release/release-notes.sh" 1.2.3 "$CASE/signing"
succeeds
for name in "${names[@]}" keyturn-1.2.3-linux-x64.deb keyturn-1.2.3-linux-x64.rpm keyturn-1.2.3-linux-x64.tar.gz \
  keyturn-1.2.3-source.tar.gz; do
  check "they name $name" prints "\`$name\`"
done
check "they say what is signed, and nothing else" is "- macos-arm64: signed: a.dmg, notarised by Apple
- macos-x64: not signed: MACOS_NOTARY_KEY is not set
- other: not known
- windows-x64: signed: a.msi
- windows-x64: not signed: b.msi
- linux-x64: not signed; verify the checksum" "$(sed -n '/^- /p' "$CASE/output")"

# curl is replaced by a copy of a made-up archive.
tools="$root/tools"
mkdir "$tools"
cat > "$tools/curl" <<'CURL'
#!/bin/sh
for last in "$@"; do [ "$option" = --output ] && target=$last; option=$last; done
echo "$last" > "$ADDRESS"
[ -f "$ARCHIVE" ] && cp "$ARCHIVE" "$target"
CURL
chmod +x "$tools/curl"
pinned="$project/packaging/windows/temurin-jmods.sha256"
new_case "the pinned Java for Windows"
check "a name and a checksum are there" \
  grep -qxE '[0-9a-f]{64}  OpenJDK25U-jmods_x64_windows_hotspot_[0-9.]+_[0-9]+\.zip' "$pinned"
archive=OpenJDK25U-jmods_x64_windows_hotspot_25.0.9_7.zip
(mkdir -p "$root/jmods/jdk-25.0.9+7-jmods" && cd "$root/jmods" && echo module > jdk-25.0.9+7-jmods/java.base.jmod \
  && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" --create --no-manifest --file "$root/jmods.zip" jdk-25.0.9+7-jmods)
sum=$(sha256sum "$root/jmods.zip" | cut -d ' ' -f 1)
download() {
  ARCHIVE=$1 ADDRESS="$CASE/address" PATH="$tools:$PATH" run "$project/packaging/windows/download-jmods.sh" "$CASE/java for Windows"
}

new_case "the Java for Windows is downloaded"
printf '# A comment\n%s  %s\n' "$sum" "$archive" > "$pinned"
download "$root/jmods.zip"
succeeds
check "from Adoptium's release" is \
  "https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.9%2B7/$archive" "$(cat "$CASE/address")"
check "the last line is the folder" is "$CASE/java for Windows/jdk-25.0.9+7-jmods" "$(tail -n 1 "$CASE/output")"

new_case "the Java for Windows is another than the pinned one"
printf '%064d  %s\n' 0 "$archive" > "$pinned"
download "$root/jmods.zip"
refuses "The SHA-256 of $archive is $sum, not the one in"
check "nothing is unpacked" is "$archive" "$(ls "$CASE/java for Windows")"

new_case "the Java for Windows cannot be downloaded"
download "$root/none.zip"
refuses "cannot be downloaded"

new_case "no checksum is pinned"
printf 'unknown  %s\n' "$archive" > "$pinned"
download "$root/jmods.zip"
refuses "Take it from https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.9%2B7/$archive.sha256.txt."

new_case "no download is pinned"
printf '# A comment\n' > "$pinned"
download "$root/jmods.zip"
refuses "does not name a download"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
