"""Where the folder and packages for domestic Linux lie, and older Debians to try them in."""

import os
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "dist" / "linux" / "selfeval"
EXAMPLE = min((ROOT / "resources" / "examples").glob("*.json"))


def packages() -> list[Path]:
    """The built packages, the plain one and the one for UOS; none before `make deb`."""
    return sorted(FOLDER.parent.glob("*.deb"))


def systems() -> list[Path]:
    """The folders with older Debians that SYSTEMS names."""
    return [Path(name) for name in shlex.split(os.environ.get("SYSTEMS", ""))]


@dataclass(frozen=True, slots=True)
class Debian:
    """A bare Debian in a folder, in which a package of the program is installed for the time of a test."""

    root: Path

    def command(self, line: str, **variables: str) -> list[str]:
        """The command that runs a line of shell in it, with its own /proc and /dev."""
        given = " ".join(f"{name}={shlex.quote(value)}" for name, value in variables.items())
        inner = (
            f"cd /root && exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root {given} sh -c {shlex.quote(line)}"
        )
        root = shlex.quote(str(self.root))
        outer = f"mount -t proc proc {root}/proc && mount --bind /dev {root}/dev && exec chroot {root} sh -c {shlex.quote(inner)}"
        return ["unshare", "--mount", "sh", "-c", outer]

    def run(self, line: str, **variables: str) -> str:
        """Run a line of shell; what it said. AssertionError if it failed."""
        done = subprocess.run(self.command(line, **variables), capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def put(self, *paths: Path) -> None:
        """Copy files into root's home."""
        for path in paths:
            shutil.copy(path, self.root / "root")

    def home(self, name: str) -> Path:
        return self.root / "root" / name
