"""The templates that forms are under."""

from pathlib import Path
from typing import Protocol

from selfeval_desktop.domain.form.template import Template


class Templates(Protocol):
    """The templates that are installed, and for a ledger those that it keeps."""

    def newest_templates(self) -> tuple[Template, ...]:
        """Every installed template in its newest version, the default first."""
        ...

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        """That version where it is known, else the newest one; UnknownTemplate when none of that id is."""
        ...


class LoadTemplate(Protocol):
    """Installs the template of a file for this user, whatever happens to the file afterwards."""

    def __call__(self, path: Path) -> Template:
        """MissingFile, UnreadableFile, BadTemplate, OldTemplate, OtherTemplate, UnwritableFile; nothing is changed then."""
        ...
