"""Packs the folder for Linux into Debian packages: a plain one, and one as UOS wants it, under /opt/apps. Run by `make deb`.

Neither runs anything at installation: menus and file types are found by the system where they lie.
"""

import json
import os
import shutil
from pathlib import Path

from delivery import check_size, write_hash_sheet
from folder import ROOT, files, program_version, run

from build import FOLDER, HERE, WORK

MOST = 70_000_000
PLAIN, UOS = "selfeval-desktop", "cn.selfeval.desktop"
CONTROL = """Package: {name}
Version: {version}
Architecture: amd64
Maintainer: Selfeval <selfeval@localhost>
Installed-Size: {kilobytes}
Depends: libc6 (>= 2.28), libstdc++6 (>= 8)
Section: misc
Priority: optional
Description: 绩效自评：填报、检查、打印与导出项目支出绩效自评表
 不联网的桌面程序，自带 Python 和所需的库。
 .
 Fill in, check, print and export performance self-evaluation forms of
 budget projects; a desktop program that needs no network.
"""
# UOS asks what an application may do; this one needs the clipboard only.
PERMISSIONS = ("autostart", "notification", "trayicon", "clipboard", "account", "bluetooth", "camera", "audio_record", "installed_apps")  # fmt: skip


def lay_out_plain(root: Path) -> None:
    """The folder under /usr/lib, its commands, and what menus read."""
    place = root / "usr" / "lib" / PLAIN
    shutil.copytree(FOLDER, place)
    (root / "usr" / "bin").mkdir(parents=True)
    for name in ("selfeval", "selfeval-desktop"):
        (root / "usr" / "bin" / name).symlink_to(f"../lib/{PLAIN}/{name}")
    add_menu(root / "usr" / "share", "selfeval-desktop", "selfeval-desktop", "selfeval")
    documents = root / "usr" / "share" / "doc" / PLAIN
    documents.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", documents / "copyright")


def lay_out_uos(root: Path) -> None:
    """The folder and what menus read, all under /opt/apps and the application's id, with the file that UOS reads."""
    place = root / "opt" / "apps" / UOS
    shutil.copytree(FOLDER, place / "files")
    add_menu(place / "entries", UOS, f"/opt/apps/{UOS}/files/selfeval-desktop", UOS)
    told = {"appid": UOS, "name": "绩效自评", "version": program_version(), "arch": ["amd64"],
            "permissions": {name: name == "clipboard" for name in PERMISSIONS}}  # fmt: skip
    (place / "info").write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")


def add_menu(share: Path, name: str, program: str, icon: str) -> None:
    """The menu's entry, the icon and the type of a ledger, under a folder like /usr/share."""
    text = (HERE / "selfeval-desktop.desktop").read_text("utf-8")
    text = text.replace("Exec=selfeval-desktop", f"Exec={program}").replace("Icon=selfeval", f"Icon={icon}")
    written = {
        share / "applications" / f"{name}.desktop": text,
        share / "icons" / "hicolor" / "scalable" / "apps" / f"{icon}.svg": (ROOT / "resources/icons/app.svg").read_text("utf-8"),
        share / "mime" / "packages" / f"{name}.xml": (HERE / "selfeval.xml").read_text("utf-8"),
    }  # fmt: skip
    for path, content in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def pack(root: Path, name: str, version: str, target: Path) -> None:
    """Write the package of what lies under `root`, the same bytes for the same files."""
    kilobytes = sum(path.stat().st_size for path in files(root)) // 1024
    (root / "DEBIAN").mkdir()
    text = CONTROL.format(name=name, version=version, kilobytes=kilobytes)
    (root / "DEBIAN" / "control").write_text(text, "utf-8")
    run("chmod", "-R", "u+rwX,go+rX,go-w", root)
    # What is later than this is written down as of then.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1577836800"}
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, target, env=environment)
    check_size(target.name, target.stat().st_size, MOST)


def main() -> None:
    version = program_version()
    for name, lay_out, ending in ((PLAIN, lay_out_plain, "amd64"), (UOS, lay_out_uos, "uos_amd64")):
        root = WORK / "packing" / name
        shutil.rmtree(root, ignore_errors=True)
        lay_out(root)
        pack(root, name, version, FOLDER.parent / f"{name}_{version}_{ending}.deb")
    write_hash_sheet(FOLDER.parent, version)


if __name__ == "__main__":
    main()
