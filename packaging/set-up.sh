# shellcheck shell=bash disable=SC2034
# Shared by run.sh and test.sh: the system's libraries, the virtual environment, the locked packages.
# Sourced with the project's folder as the working directory; works with bash 3.2 and later.

venv=.venv
venv_python=$venv/bin/python

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# What Qt's xcb platform loads at run time, and the Debian package that brings it.
qt_libraries='
libEGL.so.1            libegl1
libGL.so.1             libgl1
libgthread-2.0.so.0    libglib2.0-0
libfontconfig.so.1     libfontconfig1
libdbus-1.so.3         libdbus-1-3
libxkbcommon.so.0      libxkbcommon0
libgssapi_krb5.so.2    libgssapi-krb5-2
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-shape.so.0      libxcb-shape0
libcups.so.2           libcups2
libwayland-cursor.so.0 libwayland-cursor0'

# What a desktop without a screen is made of: the tour and the journeys run in one.
desktop_programs='
Xvfb                   xvfb
xauth                  xauth
openbox                openbox
xprop                  x11-utils
dbus-run-session       dbus
gnome-keyring-daemon   gnome-keyring'

# What the journeys and the long proofs look at the app and its results with.
test_programs='
secret-tool            libsecret-tools
pdftotext              poppler-utils
qpdf                   qpdf
import                 imagemagick
xdotool                xdotool
strace                 strace'

# Prints the packages of the libraries that the dynamic linker doesn't know.
missing_libraries() {
  local known library package
  known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
  while read -r library package; do
    case "$known" in *"$library"*) ;; *) [ -z "$library" ] || printf ' %s' "$package" ;; esac
  done <<<"$1"
}

# Prints the packages of the programs that are not on the path.
missing_programs() {
  local program package
  while read -r program package; do
    [ -z "$program" ] || has "$program" || printf ' %s' "$package"
  done <<<"$1"
}

# Installs the packages named, as root; anybody else is told the one command that does.
install_packages() {
  [ -n "$1" ] || return 0
  has apt-get || stop "Some system packages are missing; by their Debian names:$1"
  if [ "$(id -u)" != 0 ]; then
    say "Some system packages are missing. Install them, then start this again:"
    stop "  sudo apt-get install --no-install-recommends$1"
  fi
  say "Installing system packages:$1"
  export DEBIAN_FRONTEND=noninteractive
  local log
  log=$(mktemp)
  # shellcheck disable=SC2086 # package names hold no spaces
  if ! { apt-get update && apt-get install -y --no-install-recommends $1; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    stop "The system packages could not be installed."
  fi
  rm -f "$log"
}

# Prints the first Python that is new enough and can make a virtual environment.
find_python() {
  local name
  for name in python3 /usr/bin/python3 python3.11 python3.12 python3.13 python3.14; do
    if has "$name" && "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
      >/dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
  return 1
}

make_venv() {
  local python
  python=$(find_python) || stop "Underrose needs Python 3.11 or newer; this computer has none."
  say "Making a virtual environment in $venv"
  "$python" -m venv --clear "$venv"
  printf '%s\n' "$PWD" >"$venv/.made-in"
}

# The environment is remade after a move of the folder or a change of the system's Python.
venv_is_sound() {
  [ "$(cat "$venv/.made-in" 2>/dev/null)" = "$PWD" ] && "$venv_python" -c 'import pip' 2>/dev/null
}

pip_install() {
  "$venv_python" -m pip install --quiet --disable-pip-version-check --no-input \
    --no-warn-script-location "$@" || stop "The Python packages could not be installed."
}

# Prints the system packages that the window itself needs and this computer lacks.
missing_packages() {
  if [ "$(uname)" = Linux ]; then missing_libraries "$qt_libraries"; fi
  find_python >/dev/null || printf ' python3-venv'
}

# The state that the environment was set up for: locks, project file, place and Python.
venv_state() {
  printf '%s\n' "$(cat "$1" pyproject.toml packaging/set-up.sh | cksum) $PWD"
  readlink -f "$venv_python" || true
}

# ensure_venv NAME LOCK PACKAGES: the system packages named, the Python packages of LOCK and the
# project itself, unless NAME's stamp says that they are there.
ensure_venv() {
  local stamp=$venv/.ready-$1 lock=$2 packages=$3
  if [ "$(cat "$stamp" 2>/dev/null)" = "$(venv_state "$lock")" ]; then
    install_packages "$packages"
    return
  fi
  install_packages "$packages$(missing_packages)"
  if ! venv_is_sound; then make_venv; fi
  say "Installing the Python packages (a minute or two, once)"
  pip_install --require-hashes -r "$lock"
  # The project itself comes after the locked packages, since pip refuses both at once.
  pip_install --no-deps --no-build-isolation -e .
  # PySide6 unpacks its support files here, and need not compile them anew at every start.
  SBK_EMBED=0 "$venv_python" -I -c 'import PySide6.QtCore'
  venv_state "$lock" >"$stamp"
}
