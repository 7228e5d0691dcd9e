#!/usr/bin/env bash
# Writes both lock files anew: exact versions, hashes for every platform, no registry address.
# `--upgrade` takes the newest releases; without it only what the .in files changed moves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

uv=uv
if [ -x .venv/bin/uv ]; then uv=.venv/bin/uv; fi

lock() {
  "$uv" pip compile --quiet --generate-hashes --universal --python-version 3.11 \
    --no-emit-index-url --custom-compile-command "bash packaging/lock.sh" \
    --output-file "$2" "${@:3}" "$1"
}

# A lock that some platform can't install from is no lock: every package needs a wheel with a
# locked hash there. Intel Macs are missing on purpose: cryptography makes no wheel for them.
check_wheels() {
  local lock
  for lock in packaging/requirements.txt packaging/requirements-dev.txt; do
    "$uv" pip install --quiet --dry-run --no-deps --require-hashes --only-binary :all: \
      --python-version "$1" --python-platform "$2" --target "$nowhere" -r "$lock"
  done
  echo "a hashed wheel of everything for Python $1 on $2"
}

lock packaging/requirements.in packaging/requirements.txt "$@"
lock packaging/requirements-dev.in packaging/requirements-dev.txt "$@"

nowhere=$(mktemp -d)
trap 'rm -rf "$nowhere"' EXIT
export MACOSX_DEPLOYMENT_TARGET=15.0
for platform in x86_64-manylinux_2_36 aarch64-manylinux_2_39 \
  aarch64-apple-darwin x86_64-pc-windows-msvc; do
  check_wheels 3.11 "$platform"
  check_wheels 3.14 "$platform"
done
