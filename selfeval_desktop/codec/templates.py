"""The installed templates: a folder of TOML files, each named by its id and read when first asked for."""

import re
from pathlib import Path

from selfeval_desktop.app.errors import BadTemplate, Problem, UnknownTemplate
from selfeval_desktop.codec import template_toml
from selfeval_desktop.domain.template import Template

DEFAULT = "mof-2020"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class TemplateFolder:
    """The port `Templates` over a folder; BadTemplate when a file in it cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Template] = {}

    def all(self) -> tuple[Template, ...]:
        """Every template, the default first, then by id."""
        ids = sorted(
            (path.stem for path in self._folder.glob("*.toml")), key=lambda name: (name != DEFAULT, name)
        )
        return tuple(self.get(template_id) for template_id in ids)

    def get(self, template_id: str) -> Template:
        """UnknownTemplate when it is not installed."""
        if template_id not in self._read:
            self._read[template_id] = self._load(template_id)
        return self._read[template_id]

    def _load(self, template_id: str) -> Template:
        # An id comes from foreign files: it must not lead out of the folder.
        path = self._folder / f"{template_id}.toml"
        if not _ID.fullmatch(template_id) or not path.is_file():
            raise UnknownTemplate(template_id)
        template = template_toml.read(path.read_bytes(), path=path)
        if template.id != template_id:
            raise BadTemplate(path, "id", Problem.BAD_VALUE, template.id)
        return template
