"""The installed templates: TOML files, each named by its id and read when first asked for.

Those of the program lie in one folder, those that the user loaded in another. Of two versions the later one
counts, wherever it lies; of equal ones the program's.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from selfeval_desktop.app.errors import (
    BadTemplate,
    FileProblem,
    MissingFile,
    OldTemplate,
    OtherTemplate,
    UnknownTemplate,
    UnreadableFile,
)
from selfeval_desktop.codec import strict, template_toml
from selfeval_desktop.domain.form.template import Template

DEFAULT = "mof-2020"
_ID = re.compile(r"(?=.{1,64}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")

Write = Callable[[Path, bytes], None]
"""Puts a whole file in its place, or leaves what was there (UnwritableFile)."""


class TemplateFolder:
    """The port `Templates` over these folders; BadTemplate when a file of the program's cannot be used.

    A file of the user's that cannot be used any more is passed over, so that the other templates can be.
    """

    def __init__(self, folder: Path, loaded: Path | None = None) -> None:
        self._folder, self._loaded = folder, loaded
        self._read: dict[Path, Template] = {}

    def newest_templates(self) -> tuple[Template, ...]:
        """Every template, the default first, then by id."""
        found: dict[str, Template] = {}
        for template_id in self._template_ids():
            # The file's name is no template id, or the user's file cannot be used any more.
            with suppress(UnknownTemplate):
                found[template_id] = self.get_template(template_id)
        return tuple(found[name] for name in sorted(found, key=lambda name: (name != DEFAULT, name)))

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        """That version where it is installed, else the newest one; UnknownTemplate when none of that id is."""
        versions = [*self._program_templates(template_id), *self._user_templates(template_id)]
        if not versions:
            raise UnknownTemplate(template_id)
        same = [template for template in versions if template.version == version]
        return next(iter(same), max(versions, key=lambda template: template.version))

    def install_template(self, path: Path, write: Write) -> Template:
        """Install the template of a file for this user.

        MissingFile, UnreadableFile, BadTemplate; OldTemplate when it is not newer than the installed one, and
        OtherTemplate when that says something else under the same version.
        """
        assert self._loaded is not None
        data = _read_template_bytes(path)
        template = template_toml.read_template(data, path=path)
        if not _ID.fullmatch(template.id):
            raise BadTemplate(path, "id", FileProblem.BAD_VALUE, strict.shorten_quote(template.id))
        with suppress(UnknownTemplate):
            _refuse_old(template, self.get_template(template.id), path)
        target = self._loaded / f"{template.id}.toml"
        write(target, data)
        self._read[target] = template
        return template

    def _template_ids(self) -> set[str]:
        folders = [self._folder, *([self._loaded] if self._loaded else [])]
        return {path.stem for folder in folders for path in folder.glob("*.toml")}

    def _program_templates(self, template_id: str) -> list[Template]:
        template = self._read_from_folder(self._folder, template_id)
        return [] if template is None else [template]

    def _user_templates(self, template_id: str) -> list[Template]:
        if self._loaded is None:
            return []
        with suppress(BadTemplate, OSError):
            template = self._read_from_folder(self._loaded, template_id)
            return [] if template is None else [template]
        return []

    def _read_from_folder(self, folder: Path, template_id: str) -> Template | None:
        """None where the folder has no such file. An id comes from foreign files: it must not lead out of the folder."""
        if not _ID.fullmatch(template_id):
            return None
        path = folder / f"{template_id}.toml"
        if path in self._read:
            return self._read[path]
        if not path.is_file():
            return None
        template = template_toml.read_template(path.read_bytes(), path=path)
        if template.id != template_id:
            raise BadTemplate(path, "id", FileProblem.BAD_VALUE, template.id)
        self._read[path] = template
        return template


def _read_template_bytes(path: Path) -> bytes:
    """The file, unless it is too large to be a template."""
    try:
        size = path.stat().st_size
        if size > strict.MAX_BYTES:
            raise BadTemplate(path, "", FileProblem.TOO_LARGE, str(size))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error


def _refuse_old(template: Template, installed: Template, path: Path) -> None:
    if template.version == installed.version and template != installed:
        raise OtherTemplate(path, template.name, template.version)
    if template.version <= installed.version:
        raise OldTemplate(path, template.name, template.version, installed.version)
