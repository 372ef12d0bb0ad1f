# Renews a practice token with the keyboard in a real window, as a user would; sourced by the trials of the packages.
# They define: log_files, which prints the program's log; opened N, which prints the Nth address that was opened in the browser;
# fail MESSAGE. $window is the program's, on $DISPLAY, which has no window manager.
# shellcheck shell=bash
# shellcheck disable=SC2154 # window is set by the script that sources this one

wait_for() { for _ in $(seq 120); do "$@" >/dev/null 2>&1 && return; sleep 0.5; done; fail "timed out waiting for: $*"; }
request() { curl -sS --noproxy '*' "$@"; }
# The value of a field of the page.
value() { sed -n "s/.*$1\"[^>]* value=\"\([^\"]*\)\".*/\1/p" <<< "$page"; }
logged() { log_files | grep -q "$1"; }
# Waits until a page is shown and has had a moment to take the focus. Lines end in CR LF on Windows.
arrive_at() { wait_for logged " page $1"$'\r*$'; sleep 1; }
keys() { xdotool key --delay 150 "$@"; }

# Signs in and renews, from the first page to the last. enter_token puts the token where the focus is.
renew_by_keyboard() {
  local page token
  # Without a window manager, keys go to the window under the pointer.
  xdotool mousemove --window "$window" 450 25
  arrive_at start
  keys Tab space Return # Apple School Manager, Begin
  arrive_at apple
  keys Tab Tab Tab Tab Tab Tab Tab space # past the five steps and the arrow of the sketches: Open school.apple.com
  wait_for opened 1
  page=$(request "$(opened 1)")
  page=$(request --data-urlencode "edition=$(value edition)" --data generate=token "$(opened 1)")
  token=$(value new-token)
  keys Tab Tab Tab Tab Tab Tab space # past the other options: Continue
  arrive_at sign-in
  keys Tab space # Sign in with Microsoft
  wait_for opened 2
  page=$(request --data choice=administrator "$(opened 2)")
  request --output /dev/null --data-urlencode "code=$(value '"code')" --data-urlencode "state=$(value '"state')" \
    --data-urlencode "session_state=$(value '"session_state')" --data-urlencode "client_info=$(value '"client_info')" \
    "$(sed -n 's/.* action="\([^"]*\)".*/\1/p' <<< "$page")"
  wait_for logged validateCredentials
  sleep 1
  keys Return # Continue
  arrive_at token
  enter_token "$token"
  sleep 1
  keys Return # Continue
  arrive_at save
  keys Return # Test and save
  arrive_at "done"
}

# "Leave practice" is at the top right of the window.
leave_practice() {
  xdotool mousemove --window "$window" 786 25
  leaves_practice() { xdotool click 1; xdotool search --onlyvisible --name '^Keyturn$'; }
  wait_for leaves_practice
}
