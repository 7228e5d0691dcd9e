#!/usr/bin/env bash
# Everything that must hold: style, types, import contracts, unit tests, then the journeys through
# the whole app in a desktop of their own. Sets all of it up first.
#   bash packaging/test.sh            all of it
#   bash packaging/test.sh --soak     the same with the full counts, which take hours
#   bash packaging/test.sh --bench    the figures of tests/bench/ instead
#   bash packaging/test.sh ARGUMENT…  pytest alone with these arguments, in the desktop
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/set-up.sh

ensure_venv test packaging/requirements-dev.txt \
  "$(missing_programs "$desktop_programs")$(missing_programs "$test_programs")"

export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
unset PYTHONPATH

pytest() { "$venv_python" -m pytest "$@"; }
in_desktop() { bash packaging/desktop.sh "$@"; }

failed=''
# Goes on after a failure, so that one run shows everything there is to mend.
check() {
  say "== $1"
  "${@:2}" || failed="$failed $1"
}

bench() {
  local program
  mkdir -p build
  # One vault of a size serves all that measure with it, in this run alone.
  UNDERROSE_BENCH_VAULTS=$(mktemp -d "$PWD/build/vaults.XXXXXX")
  export UNDERROSE_BENCH_VAULTS
  trap 'rm -rf "$UNDERROSE_BENCH_VAULTS"' EXIT
  for program in tests/bench/[a-z]*.py; do
    program=$(basename "$program" .py)
    say "== $program"
    in_desktop "$venv_python" -m "tests.bench.$program"
  done
}

# Their files lie in memory where that has room, since syncing vaults was most of what they waited
# for. What a sync is for is proven from recorded calls, and by journeys with vaults on the disk.
# Three at once keep two cores busy while one of them waits.
units() (
  folder=$(mktemp -d -p "$(roomy_memory || echo "${TMPDIR:-/tmp}")" underrose.XXXXXX)
  trap 'rm -rf "$folder"' EXIT
  QT_QPA_PLATFORM=offscreen pytest -q -n 3 --basetemp "$folder/t" -o tmp_path_retention_policy=failed \
    --ignore tests/journeys --ignore tests/soak/desktop "$@"
)

# Says where files lie in memory, if there are eight gigabytes to spare.
roomy_memory() {
  [ -w /dev/shm ] && [ "$(df --output=avail /dev/shm | tail -n 1)" -gt 8000000 ] &&
    [ "$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)" -gt 8000000 ] && echo /dev/shm
}

# Three at once, since half of a journey is waiting, each in a desktop of its own, which takes the
# next file when it is through with one. The longest stand in tests/soak and begin.
journeys() {
  pytest -q --timeout 300 --dist loadfile --no-loadscope-reorder \
    --tx "3*popen//python=bash packaging/desktop.sh $venv_python" tests/soak/desktop tests/journeys "$@"
}

everything() {
  check style "$venv/bin/ruff" check --quiet .
  check format "$venv/bin/ruff" format --quiet --check .
  check types "$venv/bin/basedpyright" --project pyproject.toml
  check imports "$venv/bin/lint-imports" --no-cache --no-logo
  check units units "$@"
  check journeys journeys "$@"
  [ -z "$failed" ] || stop "Failed:$failed"
}

case "${1:-}" in
  '') everything ;;
  --soak) everything --soak ;;
  --bench) bench ;;
  *) in_desktop "$venv_python" -m pytest "$@" ;;
esac
