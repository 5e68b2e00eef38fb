"""Where the program's own files and the user's folders lie: in a checkout, a wheel or a frozen application.

Nothing else in the program knows these three cases. In a checkout the translations are built into
`build/translations` by `make translations`; a wheel and a frozen application carry them inside the package.
"""

import os
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

_APPLICATION = "selfeval"
_PACKAGE = Path(__file__).resolve().parent
_PORTABLE = "selfeval-data"
READER = "--read-files"
"""The argument with which the program calls its frozen command line to read files."""
CLOSING_BACKUP = "--closing-backup"
"""The same to back up a ledger that was closed; the path of its note follows."""


@cache
def _checkout_root() -> Path | None:
    """The root of the source tree that runs; None in an installed or frozen program."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "resources").is_dir() else None


def _package_folder() -> Path:
    """The package's folder on disk; PyInstaller keeps data apart from the code, under its own root."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / _PACKAGE.name if frozen else _PACKAGE


def resource_folder() -> Path:
    """Templates, fonts, icons, theme, schema, manual, examples, phrases and indicators."""
    checkout = _checkout_root()
    return checkout / "resources" if checkout else _package_folder() / "resources"


def license_file() -> Path:
    """The full text of the program's licence, in English as it is given."""
    return (_checkout_root() or _package_folder()) / "LICENSE"


def changes_file() -> Path:
    """The record of changes, Markdown in Chinese for those who fill in forms."""
    return (_checkout_root() or _package_folder()) / "CHANGELOG.md"


def parts_file() -> Path | None:
    """The CycloneDX list of the works of others that a package brings along; None in a checkout or a bare wheel."""
    path = _package_folder() / "parts.cdx.json"
    return path if path.is_file() else None


def translation_folder() -> Path:
    """The folder of the program's .qm files; it may be missing, as the source language is Chinese."""
    checkout = _checkout_root()
    return checkout / "build" / "translations" if checkout else _package_folder() / "translations"


def font_folder() -> Path:
    """The bundled fonts."""
    return resource_folder() / "fonts"


def font_file(name: str) -> Path | None:
    """The font whose file has that name, its ending aside: bundled, else installed on this PC; None for none."""
    # The name comes out of templates and settings of others: it is compared, and no path is made of it.
    bundled = {path.stem: path for path in font_folder().glob("*.ttf")}
    found = bundled.get(name) or _installed_fonts().get(name.casefold())
    return found if found is not None and found.is_file() else None


@cache
def _installed_fonts() -> dict[str, Path]:
    """TrueType fonts and collections of the system and of the user, by name, as they are when first asked for."""
    found: dict[str, Path] = {}
    for folder in _font_folders():
        for place, _, names in os.walk(folder):
            for path in map(Path, sorted(names)):
                if path.suffix.lower() in {".ttf", ".ttc"}:
                    found.setdefault(path.stem.casefold(), Path(place) / path)
    return found


def _font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, the user's own last."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        return windows / "Fonts", Path(local) / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts", home / ".fonts"


def icon_folder() -> Path:
    """The bundled icons, SVG files named for what they mean."""
    return resource_folder() / "icons"


def template_folder() -> Path:
    """The bundled templates, one TOML file each."""
    return resource_folder() / "templates"


def example_folder() -> Path:
    """Example forms, as JSON."""
    return resource_folder() / "examples"


def manual_folder() -> Path:
    """The help of each field, as TOML."""
    return resource_folder() / "manual"


def reason_phrases() -> Path:
    """Reasons for a deviation by their cause, one TOML file."""
    return resource_folder() / "phrases" / "reasons.toml"


def reference_indicators() -> Path:
    """Indicators that are in common use, one TOML file."""
    return resource_folder() / "library" / "indicators.toml"


def reader_command() -> list[str]:
    """The command that reads files in a process of its own."""
    return _own_command(READER, "codec.limited_child")


def closing_backup_command(note: Path) -> list[str]:
    """The command that makes the backup of that note in a process of its own."""
    return [*_own_command(CLOSING_BACKUP, "cli.closing_backup"), str(note)]


def _own_command(argument: str, module: str) -> list[str]:
    """The command that runs a module of the package; a frozen program calls its command line with the argument."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(f"{_APPLICATION}{Path(sys.executable).suffix}")), argument]
    # -P: what lies in the folder that the program was started in is no part of it.
    return [sys.executable, "-P", "-c", f"import sys; from {_PACKAGE.name}.{module} import main; sys.exit(main())"]


def reader_environment() -> dict[str, str]:
    """The environment of such a process: it imports the same package as this one."""
    found = os.environ.get("PYTHONPATH")
    folders = [str(_PACKAGE.parent), *([found] if found else [])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(folders), "PYTHONUTF8": "1"}


def user_data() -> Path:
    """The user's own folder for backups, settings and recovered files, made on first use.

    SELFEVAL_HOME puts it, and the log, elsewhere, as does a folder `selfeval-data` beside a frozen program.
    """
    return _ensure_private_folder(_user_data())


def user_templates() -> Path:
    """The templates that the user loaded; it is not made before there is one."""
    return _user_data() / "templates"


def user_recovery() -> Path:
    """The folder of ledgers with changes that could not be stored in their own; not made before there is any."""
    return _user_data() / "recovery"


def user_run_markers() -> Path:
    """The folder of the run markers, a file for each run of the window; not made before there is one."""
    return _user_data() / "sittings"


def user_backups() -> Path:
    """The folder of the backups; it is not made before there is one."""
    return _user_data() / "backups"


def user_closing_backups() -> Path:
    """The folder of the notes on backups of closed ledgers; not made before there is one."""
    return _user_data() / "closing"


def user_log() -> Path:
    """The folder of the program's log, made on first use."""
    return _ensure_private_folder(_user_log())


def _user_log() -> Path:
    home = _data_home()
    return home / "log" if home else platformdirs.user_log_path(_APPLICATION, appauthor=False)


PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
"""The rights of the program's own folders and files, whatever the umask: they hold what people filled in.

Ledgers and exports in the user's folders keep his umask, as an office may share them. On Windows folders of the user's
profile inherit its rights, and nothing is done here.
"""
_SETTINGS = "settings.json"


def user_settings() -> Path:
    """The file of the settings; its folder is made on first use."""
    return user_data() / _SETTINGS


def is_private(path: Path) -> bool:
    """Whether that lies in the program's own folders; what the system cannot follow does not."""
    try:
        real = Path(os.path.realpath(path))
    except OSError:
        # Longer than Windows takes.
        return False
    return any(real.is_relative_to(os.path.realpath(folder)) for folder in (_user_data(), _user_log()))


def is_program_file(path: Path) -> bool:
    """Whether that is one of the program's own files: settings, backups, templates, recovered ledgers, log.

    What else lies in the folder of the practice ledger may be the user's.
    """
    if not is_private(path):
        return False
    data = Path(os.path.realpath(_user_data()))
    inside = Path(os.path.realpath(path))
    if not inside.is_relative_to(data) or inside.is_relative_to(os.path.realpath(_user_log())):
        return True
    steps = inside.relative_to(data).parts
    return not steps or len(steps) > 1 or steps[0].startswith(_SETTINGS) or inside.is_dir()


def make_folder(path: Path) -> None:
    """Make a folder and those above it where they are missing; private ones in the program's own folders. OSError."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True, mode=PRIVATE_FOLDER if is_private(folder) else 0o777)
        make_private(folder)
    if not missing:
        path.mkdir(exist_ok=True)


def make_private(path: Path) -> None:
    """Keep others of this PC from a file or folder, if it is one of the program's own; passed over where it cannot be."""
    if os.name != "nt" and is_private(path):
        with suppress(OSError):
            _restrict(path)


def open_private(path: str, flags: int) -> int:
    """An opener for `open`: a new file is its owner's alone, and no link is followed."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), PRIVATE_FILE)


def make_user_folders_private() -> None:
    """Keep others of this PC from whatever lies in the program's own folders by now."""
    if os.name == "nt":
        return
    for top in (_user_data(), _user_log()):
        with suppress(OSError):
            _restrict(top)
        for place, folders, names in os.walk(top):
            for name in (*folders, *names):
                with suppress(OSError):
                    _restrict(Path(place) / name)


def _restrict(path: Path) -> None:
    """Take away all rights but the owner's, of what is ours; links lead out of the folder."""
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode) or found.st_uid != os.geteuid():
        return
    wanted = PRIVATE_FOLDER if stat.S_ISDIR(found.st_mode) else PRIVATE_FILE
    if stat.S_IMODE(found.st_mode) != wanted:
        path.chmod(wanted)


def _user_data() -> Path:
    home = _data_home()
    return home / "data" if home else platformdirs.user_data_path(_APPLICATION, appauthor=False)


def _data_home() -> Path | None:
    """The folder of data and log in place of the system's; None for the system's.

    A frozen program, on a USB stick say, uses the folder `selfeval-data` beside itself where there is one.
    """
    home = os.environ.get("SELFEVAL_HOME")
    if home:
        return Path(home)
    beside = Path(sys.executable).parent / _PORTABLE
    return beside if getattr(sys, "frozen", False) and beside.is_dir() else None


def _ensure_private_folder(path: Path) -> Path:
    """Make the folder where it is missing. A failure is passed over: who writes into it gets the error."""
    with suppress(OSError):
        make_folder(path)
    make_private(path)
    return path
