#!/usr/bin/env bash
# Starts Underrose; sets everything up first where that is still to do. Arguments go to `underrose`.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$PWD
source packaging/set-up.sh

screenless() { [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

needed=''
if screenless && [ "${1:-}" = tour ]; then needed=$(missing_programs "$desktop_programs"); fi
ensure_venv run packaging/requirements.txt "$needed"

if screenless && [ $# = 0 ]; then
  stop "There is no screen here to show a window on; this takes the tour instead:
  bash packaging/run.sh tour OUT"
fi

cd "$called_from"
exec "$project/.venv/bin/underrose" "$@"
