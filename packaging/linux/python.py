"""CPython out of Debian's source, for glibc 2.28: one program with all its modules inside, and its library.

The compiler is Zig's, which brings the symbols of every glibc along. What the modules need beside it (SQLite, zlib, …)
is linked in from Debian's own libraries, so that Python asks for nothing but glibc.
"""

import os
import shlex
import shutil
from pathlib import Path

from debian import SOURCES, DebianArchive
from folder import download, install, run

HERE = Path(__file__).resolve().parent
TARGET = "x86_64-linux-gnu.2.28"
SOURCE = "python3.11"
LINKED = ["zlib1g-dev", "libbz2-dev", "liblzma-dev", "libffi-dev", "libsqlite3-dev",
          "zlib1g", "libbz2-1.0", "liblzma5", "libffi8", "libsqlite3-0"]  # fmt: skip
"""The second line is there for the licences."""
# No sound, no profiler, none that only tests ask for.
UNUSED_MODULES = ("audioop", "ossaudiodev", "spwd", "_lsprof", "_xxsubinterpreters", "xxlimited", "xxlimited_35", "xxsubtype")  # fmt: skip
CTYPES = ("_ctypes _ctypes/_ctypes.c _ctypes/callbacks.c _ctypes/callproc.c _ctypes/stgdict.c _ctypes/cfield.c "
          "-DHAVE_FFI_PREP_CIF_VAR -DHAVE_FFI_PREP_CLOSURE_LOC -DHAVE_FFI_CLOSURE_ALLOC -lffi -ldl\n")  # fmt: skip
SETTINGS = "_sysconfigdata__x86_64-linux-gnu.py"
LIBRARY_UNUSED = (
    "ensurepip",
    "idlelib",
    "lib2to3",
    "site-packages",
    "test",
    "tkinter",
    "turtledemo",
    "turtle.py",
    "venv",
)


class Compiler:
    """Zig's C compiler in a folder of the build's own, as the programs `cc`, `ar` and `ranlib`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        download(HERE / "tools.txt", folder / "wheels")
        install(folder / "wheels", folder / "unpacked", HERE / "tools.txt")
        zig = shlex.quote(str(folder / "unpacked" / "ziglang" / "zig"))
        options = f"-target {TARGET} -fno-sanitize=undefined"
        # The same sources give the same program on every day.
        dates = """-Wno-builtin-macro-redefined -D__DATE__='"Jan  1 2020"' -D__TIME__='"00:00:00"'"""
        for name, given in (("cc", f"{options} {dates}"), ("ar", ""), ("ranlib", "")):
            program = folder / name
            program.write_text(f'#!/bin/sh\nexec {zig} {name} {given} "$@"\n', "utf-8")
            program.chmod(0o755)

    def environment(self) -> dict[str, str]:
        """What a configure script and make find the compiler by."""
        cache = str(self._folder / "cache")
        tools = {name.upper(): str(self._folder / name) for name in ("cc", "ar", "ranlib")}
        return {**os.environ, **tools, "ZIG_GLOBAL_CACHE_DIR": cache, "ZIG_LOCAL_CACHE_DIR": cache}

    def build_library(self, sources: list[Path], target: Path, *options: str | Path) -> None:
        """Compile C sources into one shared library, which goes by the name of its file."""
        run(self._folder / "cc", "-O2", "-DNDEBUG", "-fPIC", "-shared", "-s", f"-Wl,-soname,{target.name}", "-o", target,
            *sources, *options, "-lm", env=self.environment(), cwd=sources[0].parent)  # fmt: skip


def build_python(archive: DebianArchive, compiler: Compiler, work: Path) -> None:
    """Make `work`/python, the program, and `work`/Lib, its library, with the sources under `work`; a quarter of an hour."""
    source, linked = work / "source", work / "linked"
    archive.unpack_source(SOURCE, source)
    archive.unpack_packages(SOURCES, LINKED, linked)
    libraries, headers = linked / "usr/lib/x86_64-linux-gnu", linked / "usr/include"
    for shared in libraries.glob("*.so*"):
        shared.unlink()
    shutil.copytree(headers / "x86_64-linux-gnu", headers, dirs_exist_ok=True)
    made = source / "made"
    made.mkdir()
    environment = {**compiler.environment(), "MODULE_BUILDTYPE": "static", "PKG_CONFIG": "/bin/false",
                   "CPPFLAGS": f"-I{headers}", "LDFLAGS": f"-L{libraries}"}  # fmt: skip
    with (work / "python.log").open("w") as log:
        run("../configure", "--quiet", "--with-ensurepip=no", "--disable-test-modules", cwd=made, env=environment,
            stdout=log, stderr=log)  # fmt: skip
        choose_modules(made / "Modules")
        run("../Modules/makesetup", "-c", "../Modules/config.c.in", "-s", "Modules", "Modules/Setup.local",
            "Modules/Setup.stdlib", "Modules/Setup.bootstrap", "../Modules/Setup", cwd=made, env=environment,
            stdout=log, stderr=log)  # fmt: skip
        (made / "config.c").replace(made / "Modules" / "config.c")
        run("make", f"-j{os.cpu_count()}", "python", cwd=made, env=environment, stdout=log, stderr=log)
    run("strip", "-o", work / "python", made / "python")
    shutil.rmtree(work / "Lib", ignore_errors=True)
    shutil.copytree(source / "Lib", work / "Lib", ignore=shutil.ignore_patterns("__pycache__"))
    for name in LIBRARY_UNUSED:
        path = work / "Lib" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    # sysconfig asks for the settings of the compiler; nothing is compiled where the program runs.
    (work / "Lib" / SETTINGS).write_text("build_time_vars = {}\n", "utf-8")


def choose_modules(folder: Path) -> None:
    """Say which modules are built into the program: those of the library that configure found usable, and ctypes."""
    found = (folder / "Setup.stdlib").read_text("utf-8").split("\n*shared*")[0].splitlines(keepends=True)
    chosen = [line for line in found if line.strip() and not line.startswith(("#", *UNUSED_MODULES))]
    unused = f"*disabled*\n{' '.join(UNUSED_MODULES)}\n"
    (folder / "Setup.local").write_text("".join([*chosen, CTYPES, unused]), "utf-8")
