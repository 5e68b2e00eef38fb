"""The settings between two runs: one small JSON file, replaced whole, so that a torn one cannot arise."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.foreign_files import read_regular_file
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.codec import settings_json

_MOST_BYTES = 4_000_000


class SettingsFile:
    """The port `SettingsStore` over one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._set_aside: Path | None = None
        self._unwritten: dict[str, Any] = {}

    @property
    def damaged_copy(self) -> Path | None:
        """The file with the ending .bad, once one was met that could not be read, or not all of it."""
        return self._set_aside

    @property
    def unwritable_path(self) -> Path | None:
        """The file, while some settings of this run could not be written to it."""
        return self._path if self._unwritten else None

    def load_settings(self) -> Settings:
        """The stored settings, with those of this run that could not be written.

        A damaged file is kept under another name, and what can be read of it is written anew.
        """
        try:
            stored = self._read_settings()
        except OSError:
            stored = Settings()
        return replace(stored, **self._unwritten)

    def change_settings(self, **changes: Any) -> None:
        """What cannot be written holds for this run, and is written with the next change.

        A file that the device does not give is not replaced: it holds what cannot be known now.
        """
        self._unwritten |= changes
        with suppress(OSError, SelfEvalError):
            self._write_settings(replace(self._read_settings(), **self._unwritten))
            self._unwritten.clear()

    def _read_settings(self) -> Settings:
        """The stored settings, the defaults where none are stored yet; OSError."""
        try:
            stored = settings_json.read_settings(read_regular_file(self._path, _MOST_BYTES))
        except (FileNotFoundError, NotADirectoryError):
            return Settings()
        if not stored.is_whole:
            self._replace_damaged_file(stored.settings)
        return stored.settings

    def _write_settings(self, settings: Settings) -> None:
        """UnwritableFile, FileExists where its folder is a file; what was there stays then."""
        from selfeval_desktop.storage.file.atomic_write import write_own_file

        write_own_file(self._path, settings_json.settings_bytes(settings))

    def _replace_damaged_file(self, settings: Settings) -> None:
        """Rename it to the ending .bad, in place of the one that was kept before, and write what was read of it."""
        aside = self._path.with_name(f"{self._path.name}.bad")
        with suppress(OSError, SelfEvalError):
            self._path.replace(aside)
            self._set_aside = aside
            self._write_settings(settings)
