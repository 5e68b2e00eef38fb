"""The settings between two runs: one small JSON file, replaced whole, so that a torn one cannot arise."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from selfeval_desktop import paths
from selfeval_desktop.app.foreign_files import read_regular_file
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.codec import settings_json

_MOST_BYTES = 4_000_000


class SettingsFile:
    """The port `SettingsStore` over one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._set_aside: Path | None = None
        self._of_this_run: Settings | None = None

    @property
    def damaged_copy(self) -> Path | None:
        """The file with the ending .bad, once one was met that could not be read, or not all of it."""
        return self._set_aside

    @property
    def unwritable_path(self) -> Path | None:
        """The file, while the settings of this run could not be written to it."""
        return self._path if self._of_this_run is not None else None

    def load_settings(self) -> Settings:
        """The settings of this run where they could not be written, else the stored ones.

        A damaged file is kept under another name, and what can be read of it is written anew.
        """
        if self._of_this_run is not None:
            return self._of_this_run
        try:
            stored = settings_json.read_settings(read_regular_file(self._path, _MOST_BYTES))
        except OSError:
            return Settings()
        if not stored.is_whole:
            self._replace_damaged_file(stored.settings)
        return stored.settings

    def change_settings(self, **changes: Any) -> None:
        """A full disk costs the user's window size in the next run, no more."""
        self._write_settings(replace(self.load_settings(), **changes))

    def _write_settings(self, settings: Settings) -> None:
        """Write beside the file, then rename; what cannot be written holds for this run."""
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            with open(beside, "wb", opener=paths.open_private) as file:
                file.write(settings_json.settings_bytes(settings))
            beside.replace(self._path)
            self._of_this_run = None
        except OSError:
            self._of_this_run = settings
            with suppress(OSError):
                beside.unlink()

    def _replace_damaged_file(self, settings: Settings) -> None:
        """Rename it to the ending .bad, in place of the one that was kept before, and write what was read of it."""
        aside = self._path.with_name(f"{self._path.name}.bad")
        with suppress(OSError):
            self._path.replace(aside)
            self._set_aside = aside
            self._write_settings(settings)
