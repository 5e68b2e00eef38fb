#!/bin/bash
# Runs a Windows program under Wine as Chinese Windows would, and hands down what it says and its exit code.
# Usage: wine.sh PROGRAM ARGUMENT... | wine.sh --start | wine.sh --stop
# With WINE=FOLDER, a Debian system made by newer_wine.sh, that one's Wine; else the Wine of this system.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
place=$root/build/windows/wine${WINE:+-newer}
# Menus of this system are none of Wine's business.
export WINEPREFIX=$place/prefix WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES=winemenubuilder.exe=
export LOCPATH=$place/locale PATH=/usr/lib/wine:$PATH
locale=zh_CN.UTF-8
# Windows' own folders shall not be those of whoever builds.
export HOME=$place/home
# Wine keeps the variables of this system's Qt from its programs, and hands on what is marked as meant for them.
for name in "${!QT_@}"; do export "WINE$name=${!name}"; done

# The newer Wine sees the folders that matter here at their own places; the mounts end with the command.
inside() {
    if [ -z "${WINE:-}" ]; then exec "$@"; fi
    exec unshare --mount sh -c '
        folder=$1 root=$2; shift 2
        for place in "$root" /tmp /proc /dev; do mkdir -p "$folder$place"; mount --rbind "$place" "$folder$place"; done
        exec chroot "$folder" env "--chdir=$PWD" PATH="/usr/lib/wine:/usr/bin:/bin" "$@"' \
        inside "$(realpath "$WINE")" "$root" "$@"
}

quietly() { (inside setsid "$@") </dev/null >/dev/null 2>&1; }

# Wine's services would keep the pipe of whoever started them open: they are started apart, and stay.
start() {
    mkdir -p "$place/home"
    if [ ! -d "$place/locale/$locale" ]; then
        mkdir -p "$place/locale"
        quietly localedef -i zh_CN -f UTF-8 "$place/locale/$locale"
    fi
    # This locale gives code page 936.
    export LC_ALL=$locale
    # It fails where one runs already.
    if quietly wineserver -p && [ -f "$place/ready" ]; then quietly wine64 wineboot; fi
    [ -f "$place/ready" ] && return 0
    quietly wine64 wineboot -u
    quietly wine64 reg add 'HKCU\Software\Wine' /v Version /d win10 /f
    lacking=$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll
    [ -e "$lacking" ] ||
        x86_64-w64-mingw32-gcc -O2 -s -shared -o "$lacking" "$root/packaging/windows/bcryptprimitives.c" -ladvapi32
    touch "$place/ready"
}

case "${1:-}" in
--start) start ;;
--stop) quietly wineserver -k || true ;;
*)
    start
    # What Wine hands to a program as output must be a pipe: a file has no size that it could ask for.
    (inside wine64 "$@") 2> >(cat >&2) | cat
    ;;
esac
