"""Builds the folder for Linux: it runs on systems with glibc 2.28 or later, with no Python and no libraries of ours there.

    selfeval/
        selfeval-desktop   the window      selfeval   the command line      LICENSE
        app/               Python 3.11 (python.py), `lib` with its library, the wheels and the program
        app/libraries      what Qt asks of a desktop, for those that lack it

Run by `make deb`, before packages.py. Sources and libraries come from Debian, checked by its signature; wheels by hash.
"""

import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from debian import PROGRAMS, DebianArchive
from folder import (
    ROOT,
    build_own_wheel,
    check_folder_size,
    copy_used,
    download,
    files,
    install,
    is_byte_code,
    remove_unused_library,
    run,
    sha256,
    wheel_digests,
    zip_library,
)
from parts import NAME, write_parts_list
from python import Compiler, build_python

from selfeval_desktop.app.program_parts import ProgramPart

HERE = Path(__file__).resolve().parent
WORK = ROOT / "build" / "linux"
FOLDER = ROOT / "dist" / "linux" / "selfeval"
MOST_FOLDER = 220_000_000
PLATFORM = ["--only-binary=:all:", *(f"--platform=manylinux_2_{minor}_x86_64" for minor in (28, 27, 17, 12, 5)),
            "--platform=manylinux2014_x86_64", "--platform=manylinux1_x86_64", "--python-version=3.11",
            "--implementation=cp", "--abi=cp311", "--abi=abi3", "--abi=none"]  # fmt: skip

PYSIDE = """__init__.py _config.py _git_pyside_version.py QtCore.abi3.so QtDBus.abi3.so QtGui.abi3.so QtWidgets.abi3.so
    QtPrintSupport.abi3.so QtSvg.abi3.so libpyside6.abi3.so.6.9 Qt/lib/libQt6Core.so.6 Qt/lib/libQt6DBus.so.6
    Qt/lib/libQt6Gui.so.6 Qt/lib/libQt6Widgets.so.6 Qt/lib/libQt6PrintSupport.so.6 Qt/lib/libQt6Svg.so.6
    Qt/lib/libQt6XcbQpa.so.6 Qt/lib/libicudata.so.73 Qt/lib/libicui18n.so.73 Qt/lib/libicuuc.so.73
    Qt/translations/qtbase_zh_CN.qm Qt/plugins/platforms/libqxcb.so Qt/plugins/platforms/libqoffscreen.so
    Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so
    Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so
    Qt/plugins/platformthemes/libqxdgdesktopportal.so Qt/plugins/printsupport/libcupsprintersupport.so
    Qt/plugins/iconengines/libqsvgicon.so Qt/plugins/imageformats/libqsvg.so Qt/plugins/imageformats/libqjpeg.so
    Qt/plugins/imageformats/libqico.so""".split()  # noqa: SIM905

# Debian 11's, which ask for no more than glibc 2.28; libsystemd, asked for by libdbus, is wherever systemd is.
LIBRARIES = """libegl1 libgl1 libglx0 libglvnd0 libfontconfig1 libfreetype6 libexpat1 libuuid1 libbrotli1 libx11-6
    libx11-xcb1 libxcb1 libxau6 libxdmcp6 libbsd0 libmd0 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libglib2.0-0
    libpcre3 libzstd1 zlib1g libxcb-cursor0 libxcb-icccm4 libxcb-util1 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1
    """.split()  # noqa: SIM905
LIBRARIES_UNUSED = ("libgio-", "libgobject-", "libgmodule-", "libpcreposix", "libexpatw", "libbrotlienc")


def gather() -> None:
    """Have Python, the libraries, the wheels and the program in build/linux."""
    archive = DebianArchive(WORK / "apt")
    compiler = Compiler(WORK / "compiler")
    recipe = WORK / "recipe.txt"
    wanted = "".join((HERE / name).read_text("utf-8") for name in ("python.py", "debian.py", "tools.txt"))
    if not recipe.is_file() or recipe.read_text("utf-8") != wanted:
        build_python(archive, compiler, WORK)
        recipe.write_text(wanted, "utf-8")
    archive.unpack_packages(PROGRAMS, LIBRARIES, WORK / "libraries")
    build_png(archive, compiler)
    download(HERE / "wheels.txt", WORK / "wheels", *PLATFORM)
    install(WORK / "wheels", WORK / "site", HERE / "wheels.txt", *PLATFORM)
    with zipfile.ZipFile(build_own_wheel(WORK / "own")) as wheel:
        wheel.extractall(WORK / "site")


def build_png(archive: DebianArchive, compiler: Compiler) -> None:
    """libpng, which the font libraries need: Debian 11's asks for glibc 2.29."""
    source = WORK / "png"
    archive.unpack_source("libpng1.6", source)
    shutil.copy(source / "scripts" / "pnglibconf.h.prebuilt", source / "pnglibconf.h")
    parts = sorted(path for path in source.glob("png*.c") if path.name != "pngtest.c")
    zlib = next((WORK / "libraries").rglob("libz.so.1"))
    compiler.build_library(parts, WORK / "libpng16.so.16", zlib, f"-I{WORK / 'linked' / 'usr' / 'include'}")


def lay_out() -> None:
    """Copy what the program uses into the folder, and compile it with the folder's Python."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    app = FOLDER / "app"
    # Python looks for its library as lib/python311.zip, for built modules, and so ours, in this folder.
    site = app / "lib" / "python3.11" / "lib-dynload"
    copy_used(WORK / "site", site, PYSIDE)
    write_parts_list(WORK / "site", "linux", own_parts(), site / "selfeval_desktop" / NAME)
    shutil.copy(WORK / "python", app / "python")
    for script in (HERE / "start.py", HERE.parent / "start_window.py", HERE.parent / "start_console.py"):
        shutil.copy(script, app)
    for name, kind in (("selfeval-desktop", "window"), ("selfeval", "console")):
        text = (HERE / "launcher.sh").read_text("utf-8").replace("PROGRAM", kind)
        (FOLDER / name).write_text(text, "utf-8")
        (FOLDER / name).chmod(0o755)
    shutil.copy(ROOT / "LICENSE", FOLDER)
    copy_libraries(app / "libraries")
    compile_library(app)


def own_parts() -> list[ProgramPart]:
    """Python, what is linked into it, and the desktop's libraries, with their licences as Debian records them."""
    python = next((WORK / "source-source").glob("*.dsc")).stem.partition("_")[2]
    png = next((WORK / "png-source").glob("*.dsc")).stem.partition("_")[2]
    licence = (WORK / "source" / "LICENSE").read_text("utf-8")
    return [
        ProgramPart("CPython", python, "PSF-2.0", licence),
        debian_part("libpng16-16", png, WORK / "png" / "debian" / "copyright"),
        *(part for name in ("linked", "libraries") for part in debian_parts(WORK / name)),
    ]


def debian_parts(unpacked: Path) -> Iterator[ProgramPart]:
    """The packages that were unpacked there; one that refers to another's licence is of the same source."""
    for package in sorted(unpacked.with_name(f"{unpacked.name}-packages").glob("*.deb")):
        name, version, _ = package.name.split("_")
        documents = unpacked / "usr" / "share" / "doc" / name
        if not documents.is_symlink() and not name.endswith("-dev"):
            yield debian_part(name, unquote(version), documents / "copyright")


def debian_part(name: str, version: str, told: Path) -> ProgramPart:
    text = told.read_text("utf-8")
    names = sorted(set(re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)))
    return ProgramPart(name, version, ", ".join(names) or "as its text says", text)


def copy_libraries(target: Path) -> None:
    """Put the desktop's libraries in one folder, each under the name that others ask for."""
    target.mkdir()
    shutil.copy(WORK / "libpng16.so.16", target)
    for path in (WORK / "libraries").rglob("lib*.so.*"):
        if path.is_symlink() and path.parent.name == "x86_64-linux-gnu" and not path.name.startswith(LIBRARIES_UNUSED):
            shutil.copy(path, target)


def compile_library(app: Path) -> None:
    """Python's library as one zip, and byte code beside every other source, by the very Python that the folder ships."""
    home = WORK / "home"
    library = home / "lib" / "python3.11"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(WORK / "Lib", library)
    (library / "lib-dynload").mkdir()
    remove_unused_library(library)
    compiling = ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash"]
    run(app / "python", *compiling, "-b", "-s", library, library, env={"PYTHONHOME": str(home)})
    zip_library(library, app / "lib" / "python311.zip")
    run(app / "python", "-I", "-S", *compiling, "-s", app, app / "lib", *app.glob("start*.py"))


def check_origins() -> None:
    """Exit at a file that is none of the locked ones and not made by this build."""
    known = wheel_digests([*(WORK / "wheels").glob("*.whl"), *(WORK / "own").glob("*.whl")])
    sources = [*files(WORK / "libraries"), WORK / "libpng16.so.16", WORK / "python", HERE / "start.py", ROOT / "LICENSE",
               *HERE.parent.glob("start_*.py")]  # fmt: skip
    known.update(sha256(path) for path in sources)
    made = {"selfeval", "selfeval-desktop", "python311.zip", NAME}
    for path in files(FOLDER):
        if path.name not in made and not is_byte_code(path) and sha256(path) not in known:
            sys.exit(f"of unknown origin: {path}")


def strip_libraries() -> None:
    """Take the debugging symbols out of SQLAlchemy's libraries, which are nine tenths of them."""
    for path in (FOLDER / "app" / "lib").rglob("sqlalchemy/**/*.so"):
        run("strip", "--strip-unneeded", path)


def main() -> None:
    gather()
    lay_out()
    check_origins()
    strip_libraries()
    check_folder_size(FOLDER, MOST_FOLDER)


if __name__ == "__main__":
    main()
