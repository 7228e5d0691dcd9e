#!/usr/bin/env bash
# Starts Underrose; sets everything up first where that is still to do. Arguments go to `underrose`.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$PWD
source packaging/set-up.sh

screenless() { [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

ensure_venv run packaging/requirements.txt

if screenless; then
  case "${1:-}" in
    '') stop "There is no screen here to show a window on; this takes the tour instead:
  bash packaging/run.sh tour OUT" ;;
    tour) install_packages "$(missing_programs "$desktop_programs")" ;;
  esac
fi

cd "$called_from"
exec "$project/.venv/bin/underrose" "$@"
