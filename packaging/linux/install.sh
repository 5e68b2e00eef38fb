#!/bin/sh
# Puts the built folder into the user's own applications, with a menu entry and the .selfeval file type.
# Usage: install.sh FOLDER
set -eu
built=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}

mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps" "$HOME/.local/bin"
rm -rf "$data/selfeval-desktop"
cp -R "$built" "$data/selfeval-desktop"
ln -sf "$data/selfeval-desktop/selfeval" "$data/selfeval-desktop/selfeval-desktop" "$HOME/.local/bin/"
cp "$data/selfeval-desktop/_internal/selfeval_desktop/resources/icons/app.svg" \
    "$data/icons/hicolor/scalable/apps/selfeval.svg"
sed "s|^Exec=selfeval-desktop|Exec=\"$data/selfeval-desktop/selfeval-desktop\"|" \
    "$here/selfeval-desktop.desktop" >"$data/applications/selfeval-desktop.desktop"
cp "$here/selfeval.xml" "$data/mime/packages/"
# Both are absent on the barest desktops, where the menu finds the entry at the next log-in.
command -v update-mime-database >/dev/null && update-mime-database "$data/mime"
command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications"
echo "已安装到 $data/selfeval-desktop / installed"
