#!/usr/bin/env bash
# Runs a command in a desktop of its own: a virtual screen with a window manager, a session bus and
# an unlocked GNOME Keyring, all under a fresh home that is gone afterwards.
#   bash packaging/desktop.sh COMMAND [ARGUMENT…]      SCREEN=2560x1600 for another size
set -euo pipefail

# Ends the processes named and waits for them, so that nothing outlives the desktop.
end() { kill "$@" 2>/dev/null || true; wait "$@" 2>/dev/null || true; }

# wait_for WHAT COMMAND…: until the command succeeds, for at most 20 seconds.
wait_for() {
  local what=$1
  for _ in $(seq 200); do
    if "${@:2}"; then return; fi
    sleep 0.1
  done
  echo "The desktop has no $what." >&2
  tail -n 20 "$desk"/*.log >&2
  exit 1
}

window_manager_is_there() {
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'
}

inside() {
  # The keyring takes the password up to the end of the line and makes a fresh "login" collection.
  printf 'test\n' | gnome-keyring-daemon --unlock --components=secrets >"$desk/keyring.log" 2>&1
  openbox >"$desk/openbox.log" 2>&1 &
  local manager=$! status=0
  wait_for 'window manager' window_manager_is_there
  QT_QPA_PLATFORM=xcb "$@" || status=$?
  end "$manager"
  return "$status"
}

outside() {
  desk=$(mktemp -d)
  export desk HOME=$desk/home
  export XDG_DATA_HOME=$desk/data XDG_CONFIG_HOME=$desk/config
  export XDG_CACHE_HOME=$desk/cache XDG_RUNTIME_DIR=$desk/runtime
  mkdir -m 700 "$HOME" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

  # The server picks a free number by itself, whoever else starts one at the same moment, and does
  # not reset when its last client goes, which would take a new one along.
  local cookie
  cookie=$(mcookie)
  export XAUTHORITY=$desk/xauthority
  xauth -q -f "$desk/server" add :0 . "$cookie" 2>/dev/null
  Xvfb -displayfd 6 -screen 0 "${SCREEN:-1280x800}x24" -nolisten tcp -noreset \
    -auth "$desk/server" 6>"$desk/number" >"$desk/screen.log" 2>&1 &
  screen=$!
  trap 'end "$screen"; rm -rf "$desk"' EXIT
  wait_for screen test -s "$desk/number"
  DISPLAY=:$(cat "$desk/number")
  export DISPLAY
  xauth -q add "$DISPLAY" . "$cookie" 2>/dev/null

  local status=0
  dbus-run-session -- bash "${BASH_SOURCE[0]}" --inside "$@" || status=$?
  return "$status"
}

if [ "${1:-}" = --inside ]; then inside "${@:2}"; else outside "$@"; fi
