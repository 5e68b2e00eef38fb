#!/bin/sh
# Lays a bare Debian out in a folder, for `make check-deb SYSTEMS=FOLDER`; the system stays as it is. Needs root.
# Usage: old_debian.sh bullseye|bookworm|trixie FOLDER
set -eu
command -v debootstrap >/dev/null || apt-get install -qq -y --no-install-recommends debootstrap
exec debootstrap --variant=minbase "$1" "$2"
