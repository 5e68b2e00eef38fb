#!/bin/sh
# Makes .venv with the packages that pyproject.toml names, and the system libraries that Qt needs on Linux.
# Usage: setup.sh EXTRAS [test-tools|bench-tools|input-tools|windows-tools|linux-tools] (EXTRAS is a list such as dev,package). Says nothing
# and does nothing where all is there.
set -eu
cd "$(dirname "$0")/.."
extras=$1
tools=${2:-}

say() { printf '%s\n' "$*" >&2; }

# file in the linker's cache : Debian package. The first line is needed by every command, the others by a window.
needed="libEGL.so.1:libegl1 libGL.so.1:libgl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
    libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0"
window="libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0
    libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 libxcb-shape.so.0:libxcb-shape0
    libxcb-render-util.so.0:libxcb-render-util0 libxcb-xkb.so.1:libxcb-xkb1
    libxkbcommon-x11.so.0:libxkbcommon-x11-0 libX11-xcb.so.1:libx11-xcb1
    libwayland-cursor.so.0:libwayland-cursor0 libwayland-egl.so.1:libwayland-egl1"

missing() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    for pair in $1; do
        case "$known" in *"${pair%%:*}"*) ;; *) printf '%s ' "${pair#*:}" ;; esac
    done
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install() {
    say "安装系统软件包 / installing system packages: $*"
    mkdir -p build
    if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"; } \
        >build/apt.log 2>&1; then
        tail -n 5 build/apt.log >&2
        say "系统软件包没有装上，见 build/apt.log。 / apt-get failed; see build/apt.log."
        exit 1
    fi
}

system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    lacking=$(missing "$needed")
    for_window=$(missing "$window")
    [ -n "$lacking$for_window" ] || return 0
    if can_install; then
        # shellcheck disable=SC2086  # a list of names
        install $lacking $for_window
        return 0
    fi
    say "缺少系统库，请由管理员执行 / system libraries are missing; as an administrator, type:"
    say "    sudo apt-get install $lacking$for_window"
    [ -z "$lacking" ] || exit 1
    say "没有它们仍可不开窗口地运行。 / Without them everything but the window works."
}

# A Python of 3.11 or later that can make a virtual environment; empty if there is none.
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return 0
        fi
    done
}

# PyInstaller reads and strips libraries with these.
build_tools() {
    case "$extras" in *package*) ;; *) return 0 ;; esac
    [ "$(uname -s)" = Linux ] && ! command -v objdump >/dev/null || return 0
    if can_install; then
        install binutils
    else
        say "打包需要 binutils / packaging needs binutils:  sudo apt-get install binutils"
        exit 1
    fi
}

# Some tests read paper back with a second program and plant faults in system calls; without these they are skipped.
test_tools() {
    [ "$tools" = test-tools ] && [ "$(uname -s)" = Linux ] && can_install || return 0
    lacking=
    command -v pdftotext >/dev/null || lacking="poppler-utils"
    command -v strace >/dev/null || lacking="$lacking strace"
    # shellcheck disable=SC2086  # a list of names
    [ -z "$lacking" ] || install $lacking
}

# The paper is timed against LibreOffice; without it that comparison is left out.
bench_tools() {
    [ "$tools" = bench-tools ] && [ "$(uname -s)" = Linux ] && can_install || return 0
    command -v soffice >/dev/null || (install libreoffice-writer-nogui) || return 0
}

# A screen, a session bus and two input methods with Pinyin, to type Chinese as a user does.
input_tools() {
    [ "$tools" = input-tools ] && [ "$(uname -s)" = Linux ] && can_install || return 0
    lacking=
    for pair in Xvfb:xvfb openbox:openbox xdotool:xdotool dbus-daemon:dbus-daemon dbus-send:dbus-bin \
        gsettings:libglib2.0-bin fcitx5:fcitx5 fcitx5-remote:fcitx5 ibus-daemon:ibus; do
        command -v "${pair%%:*}" >/dev/null || lacking="$lacking ${pair#*:}"
    done
    [ -e /usr/share/fcitx5/inputmethod/pinyin.conf ] || lacking="$lacking fcitx5-chinese-addons"
    [ -e /usr/share/ibus/component/libpinyin.xml ] || lacking="$lacking ibus-libpinyin dconf-gsettings-backend"
    [ -s /etc/machine-id ] || lacking="$lacking dbus"
    # shellcheck disable=SC2086  # a list of names
    [ -z "$lacking" ] || install $lacking
    [ -s /etc/machine-id ] || dbus-uuidgen --ensure=/etc/machine-id
}

# The folder for Windows is made with a compiler for it, its byte code by Python for Windows under Wine.
windows_tools() {
    [ "$tools" = windows-tools ] || return 0
    lacking=
    for pair in x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 x86_64-w64-mingw32-windres:binutils-mingw-w64-x86-64 \
        makensis:nsis osslsigncode:osslsigncode localedef:libc-bin; do
        command -v "${pair%%:*}" >/dev/null || lacking="$lacking ${pair#*:}"
    done
    [ -e /usr/lib/wine/wine64 ] || lacking="$lacking wine64"
    [ -e /usr/share/i18n/locales/zh_CN ] || lacking="$lacking locales"
    [ -n "$lacking" ] || return 0
    if can_install; then
        # shellcheck disable=SC2086  # a list of names
        install $lacking
    else
        say "为 Windows 打包需要 / packaging for Windows needs:  sudo apt-get install$lacking"
        exit 1
    fi
}

# The folder for domestic Linux is made of Debian's sources and packages; its compiler comes with the build.
linux_tools() {
    [ "$tools" = linux-tools ] || return 0
    lacking=
    for pair in dpkg-source:dpkg-dev make:make patch:patch xz:xz-utils strip:binutils; do
        command -v "${pair%%:*}" >/dev/null || lacking="$lacking ${pair#*:}"
    done
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || lacking="$lacking debian-archive-keyring"
    [ -n "$lacking" ] || return 0
    if can_install; then
        # shellcheck disable=SC2086  # a list of names
        install $lacking
    else
        say "为 Linux 打包需要 / packaging for Linux needs:  sudo apt-get install$lacking"
        exit 1
    fi
}

virtual_environment() {
    [ ! -x .venv/bin/python ] && [ ! -x .venv/Scripts/python.exe ] || return 0
    python=$(find_python)
    if [ -z "$python" ] && can_install; then
        install python3 python3-venv
        python=$(find_python)
    fi
    if [ -z "$python" ]; then
        say "需要 Python 3.11 或更新版本及其 venv 模块 / Python 3.11 or later with its venv module is needed:"
        say "    sudo apt-get install python3 python3-venv"
        exit 1
    fi
    say "建立虚拟环境 .venv / making the virtual environment .venv"
    "$python" -m venv .venv
}

# The copy of pyproject.toml beside the packages tells which one they were installed for.
packages() {
    stamp=".venv/installed-$extras.toml"
    cmp -s pyproject.toml "$stamp" && return 0
    say "安装 Python 软件包，第一次约需一两分钟 / installing Python packages, a minute or two the first time"
    python=.venv/bin/python
    [ -x "$python" ] || python=.venv/Scripts/python.exe
    "$python" -m pip install --quiet --disable-pip-version-check --editable ".[$extras]"
    cp pyproject.toml "$stamp"
}

system_libraries
build_tools
test_tools
bench_tools
input_tools
windows_tools
linux_tools
virtual_environment
packages
