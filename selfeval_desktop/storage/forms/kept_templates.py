"""The templates of a ledger: each version that a form was ever stored under, as it was then."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, insert, select, union, update

from selfeval_desktop.app.errors import BadTemplate, UnknownTemplate
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.codec.templates import template_text
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.storage.forms import contents, digests
from selfeval_desktop.storage.forms.tables import copies, forms, ledger, templates

Key = tuple[str, int]
"""Id and version."""

_KEPT = select(templates)
_USED = union(select(forms.c.template, forms.c.template_version), select(copies.c.template, copies.c.template_version))
_INSERT = insert(templates)
_DIGESTED = select(*digests.TEMPLATE)
_ROOT = select(ledger.c.root_digest)


class KeptTemplates:
    """The port Templates over a ledger: its own versions come before the installed ones."""

    def __init__(self, path: Path, connection: Connection, installed: Templates) -> None:
        self._path, self._installed = path, installed
        self._rows: dict[Key, Row[Any]] = {}
        self._read: dict[Key, Template] = {}
        self.reload_from_ledger(connection)

    def reload_from_ledger(self, connection: Connection) -> None:
        """Read which versions the ledger keeps by now; a version that was read before stays the same object."""
        self._rows = {(row.template, row.version): row for row in connection.execute(_KEPT)}

    def newest_templates(self) -> tuple[Template, ...]:
        """The installed ones, the default first."""
        return self._installed.newest_templates()

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        """That version, else the newest installed, else the newest kept; UnknownTemplate, DamagedLedger, BadTemplate."""
        if version is not None and self.has_version((template_id, version)):
            return self._read_kept_template((template_id, version))
        try:
            return self._installed.get_template(template_id, version)
        except UnknownTemplate:
            versions = [kept for name, kept in (*self._rows, *self._read) if name == template_id]
            if not versions:
                raise
            return self._read_kept_template((template_id, max(versions)))

    def has_version(self, key: Key) -> bool:
        """Whether the ledger keeps it."""
        return key in self._rows or key in self._read

    def add_stored_templates(self, stored: Iterable[Template]) -> None:
        """Remember versions that were stored just now."""
        self._read.update({(template.id, template.version): template for template in stored})

    def _read_kept_template(self, key: Key) -> Template:
        if key not in self._read:
            self._read[key] = contents.read_stored_template(self._path, self._rows[key])
        return self._read[key]


def store_templates(connection: Connection, kept: Iterable[Template]) -> int:
    """Add templates that are not there yet; by how much the sum of the row digests grows."""
    before = digests.sum_row_digests(connection.execute(_DIGESTED))
    for template in kept:
        content = template_text(template)
        digest = contents.text_digest(content)
        row = {"template": template.id, "version": template.version, "digest": digest, "content": content}
        connection.execute(_INSERT, row)
    return digests.sum_row_digests(connection.execute(_DIGESTED)) - before


def store_used_templates(connection: Connection, installed: Templates) -> None:
    """Add what the forms of a ledger were stored under, before templates were kept, as far as it is still installed."""
    found = []
    kept = {(row.template, row.version) for row in connection.execute(select(templates))}
    for template_id, version in connection.execute(_USED).all():
        if (template_id, version) in kept:
            continue
        with suppress(UnknownTemplate, BadTemplate):
            template = installed.get_template(template_id, version)
            if template.version == version:
                found.append(template)
    root = connection.execute(_ROOT).scalar_one()
    moved = digests.updated_root_digest(root, before=0, after=store_templates(connection, found))
    connection.execute(update(ledger).values(root_digest=moved))
