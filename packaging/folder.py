"""What the builds of the folders for Windows and Linux do alike: wheels locked by hash, the program's own, sizes."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from delivery import check_size

ROOT = Path(__file__).resolve().parents[1]
# It led the script here; the programs that the script starts have nothing to find there.
os.environ.pop("PYTHONPATH", None)

LIBRARY_UNUSED = ("unittest", "pydoc_data", "pydoc.py", "doctest.py", "wsgiref", "xmlrpc", "curses", "dbm", "_pyrepl",
                  "lib2to3", "pdb.py", "ftplib.py", "imaplib.py", "poplib.py", "smtplib.py", "sqlite3/__main__.py")  # fmt: skip
"""Of Python's library: what neither the program nor its libraries ask for."""
# Of the wheels: sources for compilers, tests, programs, and what libraries need only for work never done here.
UNUSED_ENDINGS = (".pyi", ".pxd", ".pyx", ".c", ".cpp", ".h", ".hpp", ".lib")
UNUSED_FOLDERS = {
    "bin",
    "share",
    "test",
    "tests",
    "testing",
    "__pycache__",
    "pypdfium2_cli",
    "mysql",
    "oracle",
    "mssql",
}
UNUSED_FILES = (
    "_avif.",
    "_webp.",
    "_imagingcms.",
    "_imagingtk.",
    "libavif-",
    "liblcms2-",
    "vcamp140",
    "vccorlib140",
    "vcomp140",
    "concrt140",
)
UNUSED_RECORDS = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}


def run(*command: str | Path, **options: object) -> None:
    done = subprocess.run([str(part) for part in command], check=False, **options)
    if done.returncode:
        sys.exit(f"{done.returncode}: {' '.join(str(part) for part in command[:6])} …")


def download(listed: Path, target: Path, *options: str) -> None:
    """Fetch the files of a list with hashes, unless they are there."""
    done = target / "done.txt"
    if done.is_file() and done.read_bytes() == listed.read_bytes():
        return
    shutil.rmtree(target, ignore_errors=True)
    run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", f"--dest={target}",
        *options, f"--requirement={listed}")  # fmt: skip
    shutil.copy(listed, done)


def install(wheels: Path, target: Path, listed: Path, *platform: str) -> None:
    """Lay wheels out as pip does for the platform; the hashes are checked once more."""
    shutil.rmtree(target, ignore_errors=True)
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--no-index", *platform,
        "--require-hashes", f"--find-links={wheels}", f"--target={target}", f"--requirement={listed}")  # fmt: skip


def build_own_wheel(target: Path) -> Path:
    """The program's own wheel, of this checkout."""
    shutil.rmtree(target, ignore_errors=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", f"--wheel-dir={target}", ROOT,
        env={**os.environ, "PATH": path})  # fmt: skip
    return next(target.glob("*.whl"))


def is_used(path: Path, pyside: Iterable[str]) -> bool:
    """Whether a file of the installed wheels, by its path among them, goes into the folder; `pyside`: those of Qt."""
    if path.parts[0] == "PySide6":
        inner = path.relative_to("PySide6")
        return inner.as_posix() in pyside or inner.parts[0] == "support"
    return not (
        path.name.endswith(UNUSED_ENDINGS)
        or path.name.startswith(UNUSED_FILES)
        or path.name in UNUSED_RECORDS
        or UNUSED_FOLDERS.intersection(path.parts[:-1])
    )


def copy_used(site: Path, target: Path, pyside: Iterable[str]) -> None:
    """Copy what the program uses of the installed wheels; exits where a file of Qt is not there."""
    for path in files(site):
        inner = path.relative_to(site)
        if is_used(inner, pyside):
            (target / inner).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / inner)
    for name in pyside:
        if not (target / "PySide6" / name).is_file():
            sys.exit(f"PySide6 has no {name}")


def remove_unused_library(library: Path) -> None:
    """Take out of a copy of Python's library what nothing asks for."""
    for name in LIBRARY_UNUSED:
        path = library / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def zip_library(library: Path, target: Path) -> None:
    """The byte code of Python's library as one zip, the same bytes for the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(library.rglob("*.pyc")):
            write_entry(archive, path, path.relative_to(library).as_posix())


def write_entry(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    """Add a file under a name, without the time that it was made."""
    archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), path.read_bytes(), zipfile.ZIP_DEFLATED)


def wheel_digests(wheels: Iterable[Path]) -> set[str]:
    """The SHA-256 of every file that lies in the wheels."""
    known = set()
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            known.update(hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist())
    return known


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_byte_code(path: Path) -> bool:
    """Whether it is byte code beside the source that it was made of."""
    return path.parent.name == "__pycache__" and (path.parents[1] / f"{path.name.split('.')[0]}.py").is_file()


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def check_folder_size(folder: Path, most: int) -> None:
    inside = files(folder)
    check_size(f"{folder.name}（{len(inside)} 个文件）", sum(path.stat().st_size for path in inside), most)


def program_version() -> str:
    text = (ROOT / "selfeval_desktop" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]
