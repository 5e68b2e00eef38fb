"""Builds the folder for Windows, and a zip of it, on Linux: no Python and no administrator is needed where it runs.

    绩效自评/
        绩效自评.exe    the window            selfeval.exe    the command line        说明.txt
        app/           Python 3.13, its library as one zip, `lib` with the wheels and the program

Run by `make windows`. Everything comes from files locked by hash (python.txt, wheels.txt) or from this checkout; at
the end each file of the folder is looked up among them, and one of another origin ends the build.
"""

import os
import shutil
import sys
import zipfile
from pathlib import Path

from delivery import check_size, write_hash_sheet
from folder import (
    ROOT,
    build_own_wheel,
    check_folder_size,
    copy_used,
    download,
    files,
    install,
    is_byte_code,
    program_version,
    remove_unused_library,
    run,
    sha256,
    wheel_digests,
    write_entry,
    zip_library,
)
from origin import unpack_python
from parts import NAME, write_parts_list

from selfeval_desktop.app.program_parts import ProgramPart

HERE = Path(__file__).resolve().parent
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

PYSIDE = """__init__.py _config.py _git_pyside_version.py QtCore.pyd QtGui.pyd QtWidgets.pyd QtPrintSupport.pyd
    QtSvg.pyd Qt6Core.dll Qt6Gui.dll Qt6Widgets.dll Qt6PrintSupport.dll Qt6Svg.dll pyside6.abi3.dll msvcp140.dll
    msvcp140_1.dll msvcp140_2.dll vcruntime140.dll vcruntime140_1.dll translations/qtbase_zh_CN.qm
    plugins/platforms/qwindows.dll plugins/platforms/qoffscreen.dll plugins/iconengines/qsvgicon.dll
    plugins/styles/qmodernwindowsstyle.dll plugins/imageformats/qsvg.dll plugins/imageformats/qjpeg.dll
    plugins/imageformats/qico.dll""".split()  # noqa: SIM905


def gather() -> None:
    """Have Python, the wheels and the program in build/windows."""
    download(HERE / "python.txt", WORK / "packages")
    download(HERE / "wheels.txt", WORK / "wheels", *PLATFORM)
    unpack_python(WORK / "packages", WORK / "python")
    install(WORK / "wheels", WORK / "site", HERE / "wheels.txt", *PLATFORM)
    with zipfile.ZipFile(build_own_wheel(WORK / "own")) as wheel:
        wheel.extractall(WORK / "site")


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
    copy_used(WORK / "site", app / "lib", PYSIDE)
    # The terms of Microsoft's runtime stand in the licence of Python, which hands it on.
    licence = (WORK / "python" / "LICENSE.txt").read_text("utf-8")
    own = [ProgramPart("CPython", "3.13.2", "PSF-2.0", licence),
           ProgramPart("Microsoft Visual C++ Runtime", "14", "Microsoft Distributable Code", licence)]  # fmt: skip
    write_parts_list(WORK / "site", "windows", own, app / "lib" / "selfeval_desktop" / NAME)


def compile_library() -> None:
    """The standard library as one zip, and byte code beside every source: the first start is as fast as the second.

    The byte code is made by the very Python that the folder ships, under Wine. It is never compared with the time of
    its source, which copying changes.
    """
    library = WORK / "library"
    shutil.rmtree(library, ignore_errors=True)
    shutil.copytree(WORK / "python" / "Lib", library)
    remove_unused_library(library)
    options = ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    python = [HERE / "wine.sh", WORK / "python" / "python.exe", *options]
    run(*python, "-b", "-s", windows_path(library), windows_path(library))
    app = FOLDER / "app"
    run(*python, "-s", windows_path(app), windows_path(app / "lib"), windows_path(app / "start_window.py"),
        windows_path(app / "start_console.py"))  # fmt: skip
    zip_library(library, app / "python313.zip")


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


def check_origins() -> None:
    """Exit at a file that is none of the locked ones and not made by this build."""
    sources = [*files(WORK / "python"), NOTES, *HERE.parent.glob("start_*.py")]
    known = wheel_digests([*(WORK / "wheels").glob("*.whl"), *(WORK / "own").glob("*.whl")])
    known.update(sha256(path) for path in sources)
    made = {FOLDER / "绩效自评.exe", FOLDER / "selfeval.exe", FOLDER / "app" / "python313.zip",
            FOLDER / "app" / "python313._pth", FOLDER / "app" / "lib" / "selfeval_desktop" / NAME}  # fmt: skip
    for path in files(FOLDER):
        if not is_byte_code(path) and path not in made and sha256(path) not in known:
            sys.exit(f"of unknown origin: {path}")


def pack(archive: Path) -> None:
    """The folder as a zip, the same bytes for the same files."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files(FOLDER):
            write_entry(packed, path, path.relative_to(FOLDER.parent).as_posix())


def main() -> None:
    version = program_version()
    gather()
    lay_out()
    compile_library()
    build_programs(version)
    check_origins()
    check_folder_size(FOLDER, MOST_FOLDER)
    archive = FOLDER.parent / f"selfeval-{version}-windows.zip"
    pack(archive)
    check_size(archive.name, archive.stat().st_size, MOST_ZIP)
    shutil.copyfile(NOTES, FOLDER.with_name(NOTES.name))
    write_hash_sheet(FOLDER.parent, version)


if __name__ == "__main__":
    main()
