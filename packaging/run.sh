#!/bin/sh
# Opens the window on a ledger of the example forms; without a display does the same work and leaves files.
# Usage: run.sh FOLDER (where the commands are installed).
set -eu
cd "$(dirname "$0")/.."
bin=$1
ledger=build/run/示例.selfeval

example_ledger() {
    mkdir -p build/run
    "$bin/selfeval" new "$ledger"
    "$bin/selfeval" import "$ledger" resources/examples/*.json
}

has_display() {
    [ "${QT_QPA_PLATFORM:-}" != offscreen ] || return 1
    case "$(uname -s)" in Darwin | MINGW* | MSYS* | CYGWIN*) return 0 ;; esac
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Exit code 1 of `check` says that a form has errors, which examples may.
allow_findings() { "$@" || [ $? = 1 ]; }

if has_display; then
    [ -e "$ledger" ] || example_ledger >/dev/null
    exec "$bin/selfeval-desktop" "$ledger"
fi

echo "没有显示器：改为导入示例、检查、打印、导出。 / No display: importing, checking, printing and exporting the examples."
rm -rf build/run
example_ledger
echo
allow_findings "$bin/selfeval" check "$ledger"
echo
"$bin/selfeval" print "$ledger" --out build/run/自评表.pdf
"$bin/selfeval" export "$ledger" --out build/run/自评表.xlsx --as xlsx
echo
echo "生成的文件 / files made:"
find build/run -type f | sort | sed 's/^/    /'
