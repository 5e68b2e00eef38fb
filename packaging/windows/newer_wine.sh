#!/bin/sh
# Makes a folder with the Wine of a newer Debian, which has what Qt's own windows plugin asks for; nothing outside the
# folder is changed. About 1.6 GB, five minutes. Usage: newer_wine.sh FOLDER
set -eu
command -v debootstrap >/dev/null || apt-get install -qq -y --no-install-recommends debootstrap
debootstrap --variant=minbase --include=wine64,xauth,libgl1,fontconfig,locales trixie "$1"
