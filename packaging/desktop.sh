#!/usr/bin/env bash
# Runs a command in a desktop of its own: a virtual screen with a window manager, a session bus and
# an unlocked GNOME Keyring, all under a fresh home that is gone afterwards.
#   bash packaging/desktop.sh COMMAND [ARGUMENT…]      SCREEN=2560x1600 for another size
set -euo pipefail

# Ends the processes named and waits for them, so that nothing outlives the desktop.
end() { kill "$@" 2>/dev/null || true; wait "$@" 2>/dev/null || true; }

inside() {
  # The keyring takes the password up to the end of the line and makes a fresh "login" collection.
  printf 'test\n' | gnome-keyring-daemon --unlock --components=secrets >"$desk/keyring.log" 2>&1
  openbox >"$desk/openbox.log" 2>&1 &
  local manager=$! status=0
  for _ in $(seq 100); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
    sleep 0.1
  done
  QT_QPA_PLATFORM=xcb "$@" || status=$?
  end "$manager"
  return "$status"
}

outside() {
  desk=$(mktemp -d)
  export desk HOME=$desk/home
  trap 'rm -rf "$desk"' EXIT
  export XDG_DATA_HOME=$desk/data XDG_CONFIG_HOME=$desk/config
  export XDG_CACHE_HOME=$desk/cache XDG_RUNTIME_DIR=$desk/runtime
  mkdir -m 700 "$HOME" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  xvfb-run -a -s "-screen 0 ${SCREEN:-1280x800}x24 -nolisten tcp" \
    dbus-run-session -- bash "${BASH_SOURCE[0]}" --inside "$@"
}

if [ "${1:-}" = --inside ]; then inside "${@:2}"; else outside "$@"; fi
