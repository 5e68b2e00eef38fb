"""The name of a form's file, `{unit}-{year}-{project}-{id}`, fit for every system that it may be copied to.

Ledgers have an `ENDING` of their own.
"""

import re
import unicodedata

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.look_alikes import compact_text

ENDING = ".selfeval"
# UTF-8 bytes: with ending and the addition of a temporary name, the whole stays below the 255 of most file systems.
_UNIT_BYTES = 60
_PROJECT_BYTES = 110

_NAME_BYTES = 200
_ILLEGAL = re.compile(r'[<>:"/\\|?*]')
# Names of devices on Windows, whatever follows their first dot.
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\.|$)", re.IGNORECASE)


def form_file_name(form: Form, form_id: int) -> str:
    """Without an ending; blank parts are left out. The id keeps it different from every other in the ledger."""
    parts = (
        _cleaned_text(form.unit, _UNIT_BYTES),
        "" if form.year is None else str(form.year),
        _cleaned_text(form.project_name, _PROJECT_BYTES),
        str(form_id),
    )
    return _without_device_name("-".join(part for part in parts if part))


def safe_name(text: str, most_bytes: int) -> str:
    """A name as every system takes it, of no more bytes in UTF-8; empty when nothing of it can be kept."""
    return _without_device_name(_cleaned_text(text, most_bytes))


def file_name(text: str, otherwise: str = "_") -> str:
    """A name without an ending, out of a text of whatever origin; `otherwise` where nothing of it can be kept."""
    return safe_name(text, _NAME_BYTES) or otherwise


def _without_device_name(name: str) -> str:
    return f"_{name}" if _DEVICES.match(name) else name


def _cleaned_text(text: str, most_bytes: int) -> str:
    """Illegal characters as `_`; control, format and unpaired surrogate characters left out."""
    shown = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", text))
    shown = "".join(char for char in shown if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
    plain = " ".join(_ILLEGAL.sub("_", shown).split())
    cut = plain.encode("utf-8")[:most_bytes].decode("utf-8", errors="ignore").strip(" .")
    return cut if compact_text(cut) else ""
