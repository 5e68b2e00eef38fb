#!/bin/sh
# 绩效自评：PROGRAM / starts the program with the Python of this folder, and no other.
here=$(dirname "$(readlink -f "$0")")
if [ ! -x "$here/app/python" ]; then
    echo "程序文件不完整，不能启动。台账不受影响。请重新安装，或把整个文件夹重新拷贝一次（$here/app/python）。" >&2
    exit 3
fi
exec "$here/app/python" -I -S -X utf8 "$here/app/start.py" PROGRAM "$@"
