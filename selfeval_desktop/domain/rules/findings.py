"""What a check found: code, severity, cell and figures, without words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from selfeval_desktop.domain.form.fields import FieldRef


class Severity(StrEnum):
    """How severe a finding is: an error blocks the final print and the upload file."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


Figure = Decimal | str | int


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one cell (or one pair of cells); `figures` are all that its sentence needs."""

    code: str
    severity: Severity
    field: FieldRef
    figures: Mapping[str, Figure]
