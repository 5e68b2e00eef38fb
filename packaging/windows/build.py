"""Builds the folder for Windows, and a zip of it, on Linux: no Python and no administrator is needed where it runs.

    绩效自评/
        绩效自评.exe    the window            selfeval.exe    the command line        说明.txt
        app/           Python 3.13, its library as one zip, `lib` with the wheels and the program

Run by `make windows`. Everything comes from files locked by hash (python.txt, wheels.txt) or from this checkout; at
the end each file of the folder is looked up among them, and one of another origin ends the build.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from delivery import check_size, write_hash_sheet
from origin import unpack_python

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = ROOT / "build" / "windows"
FOLDER = ROOT / "dist" / "windows" / "绩效自评"
NOTES = HERE / "说明.txt"
"""What a clerk reads first: in the folder, and beside the zip and the installer."""
MOST_FOLDER, MOST_ZIP = 155_000_000, 70_000_000
PLATFORM = ["--only-binary=:all:", "--platform=win_amd64", "--python-version=3.13", "--implementation=cp",
            "--abi=cp313", "--abi=abi3", "--abi=none"]  # fmt: skip

# No TLS, no tests of C, and not _wmi: platform.machine() asks it, and it can hang.
PYTHON = """python3.dll python313.dll vcruntime140.dll vcruntime140_1.dll libffi-8.dll sqlite3.dll LICENSE.txt
    _asyncio.pyd _bz2.pyd _ctypes.pyd _decimal.pyd _elementtree.pyd _lzma.pyd _multiprocessing.pyd _overlapped.pyd
    _queue.pyd _socket.pyd _sqlite3.pyd _uuid.pyd _zoneinfo.pyd pyexpat.pyd select.pyd unicodedata.pyd""".split()  # noqa: SIM905
LIBRARY_UNUSED = ("unittest", "pydoc_data", "pydoc.py", "doctest.py", "wsgiref", "xmlrpc", "curses", "dbm", "_pyrepl",
                  "lib2to3", "pdb.py", "ftplib.py", "imaplib.py", "poplib.py", "smtplib.py", "sqlite3/__main__.py")  # fmt: skip

PYSIDE = """__init__.py _config.py _git_pyside_version.py QtCore.pyd QtGui.pyd QtWidgets.pyd QtPrintSupport.pyd
    QtSvg.pyd Qt6Core.dll Qt6Gui.dll Qt6Widgets.dll Qt6PrintSupport.dll Qt6Svg.dll pyside6.abi3.dll msvcp140.dll
    msvcp140_1.dll msvcp140_2.dll vcruntime140.dll vcruntime140_1.dll translations/qtbase_zh_CN.qm
    plugins/platforms/qwindows.dll plugins/platforms/qoffscreen.dll plugins/iconengines/qsvgicon.dll
    plugins/styles/qmodernwindowsstyle.dll plugins/imageformats/qsvg.dll plugins/imageformats/qjpeg.dll
    plugins/imageformats/qico.dll""".split()  # noqa: SIM905
# Of the other wheels: sources for compilers, tests, programs, and what libraries need only for work never done here.
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
UNUSED_FILES = ("_avif.", "_webp.", "_imagingcms.", "_imagingtk.", "vcamp140", "vccorlib140", "vcomp140", "concrt140")
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


def install(wheels: Path, target: Path, listed: Path) -> None:
    """Lay wheels out as pip does for Windows; the hashes are checked once more."""
    shutil.rmtree(target, ignore_errors=True)
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--no-index", *PLATFORM,
        "--require-hashes", f"--find-links={wheels}", f"--target={target}", f"--requirement={listed}")  # fmt: skip


def build_own_wheel(target: Path) -> Path:
    """The program's own wheel, of this checkout."""
    shutil.rmtree(target, ignore_errors=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", f"--wheel-dir={target}", ROOT,
        env={**os.environ, "PATH": path})  # fmt: skip
    return next(target.glob("*.whl"))


def gather() -> None:
    """Have Python, the wheels and the program in build/windows."""
    download(HERE / "python.txt", WORK / "packages")
    download(HERE / "wheels.txt", WORK / "wheels", *PLATFORM)
    unpack_python(WORK / "packages", WORK / "python")
    install(WORK / "wheels", WORK / "site", HERE / "wheels.txt")
    with zipfile.ZipFile(build_own_wheel(WORK / "own")) as wheel:
        wheel.extractall(WORK / "site")


def is_used(path: Path) -> bool:
    """Whether a file of the installed wheels, by its path among them, goes into the folder."""
    if path.parts[0] == "PySide6":
        inner = path.relative_to("PySide6")
        return inner.as_posix() in PYSIDE or inner.parts[0] == "support"
    return not (
        path.name.endswith(UNUSED_ENDINGS)
        or path.name.startswith(UNUSED_FILES)
        or path.name in UNUSED_RECORDS
        or UNUSED_FOLDERS.intersection(path.parts[:-1])
    )


def lay_out() -> None:
    """Copy what the program uses into a new folder; nothing of an earlier build stays beside it."""
    shutil.rmtree(FOLDER.parent, ignore_errors=True)
    app = FOLDER / "app"
    app.mkdir(parents=True)
    for name in PYTHON:
        shutil.copyfile(WORK / "python" / name, app / name)
    (app / "python313._pth").write_text("python313.zip\n.\nlib\n", "ascii")
    for name in ("start_window.py", "start_console.py"):
        shutil.copyfile(HERE.parent / name, app / name)
    shutil.copyfile(NOTES, FOLDER / NOTES.name)
    for path in sorted((WORK / "site").rglob("*")):
        inner = path.relative_to(WORK / "site")
        if path.is_file() and is_used(inner):
            (app / "lib" / inner).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, app / "lib" / inner)
    for name in PYSIDE:
        if not (app / "lib" / "PySide6" / name).is_file():
            sys.exit(f"PySide6 has no {name}")


def compile_library() -> None:
    """The standard library as one zip, and byte code beside every source: the first start is as fast as the second.

    The byte code is made by the very Python that the folder ships, under Wine. It is never compared with the time of
    its source, which copying changes.
    """
    library = WORK / "library"
    shutil.rmtree(library, ignore_errors=True)
    shutil.copytree(WORK / "python" / "Lib", library)
    for name in LIBRARY_UNUSED:
        path = library / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    options = ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    python = [HERE / "wine.sh", WORK / "python" / "python.exe", *options]
    run(*python, "-b", "-s", windows_path(library), windows_path(library))
    app = FOLDER / "app"
    run(*python, "-s", windows_path(app), windows_path(app / "lib"), windows_path(app / "start_window.py"),
        windows_path(app / "start_console.py"))  # fmt: skip
    with zipfile.ZipFile(app / "python313.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(library.rglob("*.pyc")):
            entry = zipfile.ZipInfo(path.relative_to(library).as_posix(), (2020, 1, 1, 0, 0, 0))
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def windows_path(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def build_programs(version: str) -> None:
    """The two programs that a user starts."""
    icon = WORK / "selfeval.ico"
    draw_icon(icon)
    numbers = ",".join([*version.split(".")[:3], "0"])
    compiled = WORK / "launcher.res"
    run("x86_64-w64-mingw32-windres", f"-DNUMBERS={numbers}", f'-DVERSION=\\"{version}\\"', f"-I{WORK}", f"-I{HERE}",
        HERE / "launcher.rc", "-O", "coff", "-o", compiled)  # fmt: skip
    compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-s", "-Wall", "-Wextra", "-municode", "-Wl,--no-insert-timestamp",
                "-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]  # fmt: skip
    sources = [HERE / "launcher.c", compiled]
    run(*compiler, "-mwindows", "-DWINDOW", "-o", FOLDER / "绩效自评.exe", *sources)
    run(*compiler, "-o", FOLDER / "selfeval.exe", *sources)


def draw_icon(path: Path) -> None:
    """The program's icon in the sizes that Windows asks for."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication([])
    drawing = QIcon(str(ROOT / "resources" / "icons" / "app.svg"))
    pictures = []
    for size in (16, 20, 24, 32, 40, 48, 64, 128, 256):
        picture = path.with_name(f"icon-{size}.png")
        drawing.pixmap(size, size).save(str(picture))
        pictures.append(Image.open(picture).convert("RGBA"))
    pictures[-1].save(path, sizes=[picture.size for picture in pictures], append_images=pictures[:-1])
    del application


def origins() -> Iterator[str]:
    """The SHA-256 of every file that may be in the folder."""
    for path in [*(WORK / "python").rglob("*"), NOTES, *HERE.parent.glob("start_*.py")]:
        if path.is_file():
            yield hashlib.sha256(path.read_bytes()).hexdigest()
    for wheel in [*(WORK / "wheels").glob("*.whl"), *(WORK / "own").glob("*.whl")]:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                yield hashlib.sha256(archive.read(name)).hexdigest()


def check_origins() -> None:
    """Exit at a file that is none of the locked ones and not made by this build."""
    known = set(origins())
    made = {FOLDER / "绩效自评.exe", FOLDER / "selfeval.exe", FOLDER / "app" / "python313.zip",
            FOLDER / "app" / "python313._pth"}  # fmt: skip
    for path in files(FOLDER):
        byte_code = path.parent.name == "__pycache__" and (path.parents[1] / f"{path.name.split('.')[0]}.py").is_file()
        if not byte_code and path not in made and hashlib.sha256(path.read_bytes()).hexdigest() not in known:
            sys.exit(f"of unknown origin: {path}")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def pack(archive: Path) -> None:
    """The folder as a zip, the same bytes for the same files."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files(FOLDER):
            entry = zipfile.ZipInfo(path.relative_to(FOLDER.parent).as_posix(), (2020, 1, 1, 0, 0, 0))
            packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def program_version() -> str:
    text = (ROOT / "selfeval_desktop" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def main() -> None:
    version = program_version()
    gather()
    lay_out()
    compile_library()
    build_programs(version)
    check_origins()
    built = files(FOLDER)
    check_size(f"{FOLDER.name}（{len(built)} 个文件）", sum(path.stat().st_size for path in built), MOST_FOLDER)
    archive = FOLDER.parent / f"selfeval-{version}-windows.zip"
    pack(archive)
    check_size(archive.name, archive.stat().st_size, MOST_ZIP)
    shutil.copyfile(NOTES, FOLDER.with_name(NOTES.name))
    write_hash_sheet(FOLDER.parent, version)


if __name__ == "__main__":
    main()
