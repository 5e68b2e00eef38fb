"""Packages and sources of Debian in a folder of the build's own, each checked by Debian's signature; no system is changed."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from folder import run

_SYSTEM_SOURCES = Path("/etc/apt")
_ADDRESS = re.compile(r"^(?:deb |URIs:)[^#\n]*?(\w+://\S*debian\S*)", re.MULTILINE)


def debian_mirror() -> str:
    """Where Debian's files come from: DEBIAN_MIRROR, else where this system gets its own.

    The archive of releases: their point releases gather the security updates.
    """
    if named := os.environ.get("DEBIAN_MIRROR"):
        return named
    for path in sorted((*_SYSTEM_SOURCES.glob("**/*.sources"), *_SYSTEM_SOURCES.glob("**/*.list"))):
        if path.is_file() and (found := _ADDRESS.search(path.read_text("utf-8"))):
            return found[1]
    raise SystemExit("没有找到 Debian 镜像的地址，请设置 DEBIAN_MIRROR。")


SIGNED = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
SOURCES = "bookworm"
"""Where sources, and libraries to be linked into programs, are taken from."""
PROGRAMS = "bullseye"
"""Where libraries are taken from as they are: they ask for an older glibc than those of later ones."""
_SETTINGS = """Dir::State "{0}";
Dir::State::status "{0}/status";
Dir::State::Lists "{0}/lists";
Dir::Cache "{0}/cache";
Dir::Etc::sourcelist "{0}/sources.list";
Dir::Etc::sourceparts "{0}/none";
Dir::Etc::preferencesparts "{0}/none";
APT::Architecture "amd64";
APT::Architectures "amd64";
APT::Sandbox::User "root";
"""


class DebianArchive:
    """apt with lists and settings of its own, under `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = {**os.environ, "APT_CONFIG": str(folder / "apt.conf"), "LC_ALL": "C.UTF-8"}
        for name in ("lists/partial", "cache/archives/partial", "none"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "status").touch()
        (folder / "apt.conf").write_text(_SETTINGS.format(folder), "utf-8")
        lines = [f"deb {SIGNED} {debian_mirror()} {suite} main\n" for suite in (SOURCES, PROGRAMS)]
        lines.append(f"deb-src {SIGNED} {debian_mirror()} {SOURCES} main\n")
        (folder / "sources.list").write_text("".join(lines), "utf-8")
        self._apt("update")

    def _apt(self, *arguments: str, cwd: Path | None = None) -> None:
        run("apt-get", "-qq", *arguments, cwd=cwd, env=self._environment)

    def unpack_packages(self, suite: str, names: list[str], target: Path) -> None:
        """Fetch the packages of that release, and lay their files out under `target`."""
        packages = target.with_name(f"{target.name}-packages")
        shutil.rmtree(packages, ignore_errors=True)
        packages.mkdir(parents=True)
        self._apt("download", *(f"{name}/{suite}" for name in names), cwd=packages)
        shutil.rmtree(target, ignore_errors=True)
        for package in sorted(packages.glob("*.deb")):
            run("dpkg-deb", "-x", package, target)

    def unpack_source(self, name: str, target: Path) -> None:
        """Fetch a source package and lay it out under `target` with Debian's patches."""
        packages = target.with_name(f"{target.name}-source")
        shutil.rmtree(packages, ignore_errors=True)
        packages.mkdir(parents=True)
        self._apt("source", "--download-only", name, cwd=packages)
        shutil.rmtree(target, ignore_errors=True)
        # apt has checked it against the signed list.
        run(
            "dpkg-source",
            "--no-check",
            "--no-copy",
            "-x",
            next(packages.glob("*.dsc")),
            target,
            stdout=subprocess.DEVNULL,
        )
