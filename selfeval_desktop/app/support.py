"""The 求助材料: facts for finding a fault of the program, without a word of what was filled in."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from selfeval_desktop import paths
from selfeval_desktop.app import log
from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.foreign_files import read_regular_file
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.ledgers import LedgerFile
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.domain.form.edits import cell_text
from selfeval_desktop.domain.over_time.differences import filled_cells

_CHINESE, _FAR, _EMOJI = "字", "𠀀", "😀"
_LAST_OF_BMP = 0xFFFF
_KEPT = frozenset("PZCS")
"""Kept as they are: punctuation, white space, control characters, symbols. These are what programs stumble over."""


def disguise_text(text: str) -> str:
    """Figures become 9, small letters a, capitals A, all other letters one Chinese character; signs stay.

    Characters beyond the first plane stay beyond it, as one of their kind.
    """
    return "".join(map(_disguise_character, text))


def _disguise_character(character: str) -> str:
    kind = unicodedata.category(character)
    is_far = ord(character) > _LAST_OF_BMP
    if kind == "Nd" or kind[0] == "N":
        return "9"
    if is_far:
        return _EMOJI if kind[0] in _KEPT else _FAR
    if kind[0] in _KEPT:
        return character
    if kind in {"Lu", "Ll"} and character.isascii():
        return "A" if kind == "Lu" else "a"
    return _CHINESE


_MOST_LOG = 400_000
_MOST_LOG_FILE = 4_000_000
_PYTHON_FILE = re.compile(r'File "(?:[^"]*[/\\])?([^"/\\]+)"')
_NAMED = re.compile(r"""("|(?<!\w)'|\S*[/\\]).*""")
_HIDDEN = "***"


@dataclass(frozen=True, slots=True)
class SupportContext:
    """What the material is taken from: no ledger and no form where none is open; `system` are facts by their names."""

    system: Mapping[str, str]
    settings: Settings
    log_folder: Path
    store: LedgerFile | None = None
    form: FormState | None = None


def collect_support_texts(found: SupportContext, progress: Progress = ignore_progress) -> dict[str, str]:
    """The texts by the names that they have in the packet; the ledger is read through for it. Cancelled."""
    texts = {
        "system.txt": "".join(f"{name}: {value}\n" for name, value in found.system.items()),
        "settings.json": _json_text(_settings_facts(found.settings)),
        "log.txt": without_names("".join(_recent_logs(found.log_folder))),
    }
    if found.store is not None:
        texts["ledger.json"] = _json_text(_ledger_facts(found.store, progress))
    if found.form is not None:
        texts["form.json"] = _json_text(_disguised_form(found.form))
    return texts


def without_names(logged: str) -> str:
    """Lines of a log up to the first quotation mark or path in them, letters that are not English disguised."""
    lines = (_NAMED.sub(_HIDDEN, _PYTHON_FILE.sub(r"File \1", line)) for line in logged.splitlines())
    return "".join(f"{_disguise_non_ascii(line)}\n" for line in lines)


def _disguise_non_ascii(line: str) -> str:
    return "".join(char if char.isascii() else disguise_text(char) for char in line)


def _recent_logs(folder: Path) -> Iterator[str]:
    """The last log files, the newest last; the stacks of crashes before them."""
    names = [log.CRASH, log.HARD_CRASHES, f"{log.NAME}.1", log.NAME]
    for path in (path for name in names for path in sorted(folder.glob(name))):
        try:
            text = read_regular_file(path, _MOST_LOG_FILE).decode("utf-8", errors="replace")
        except OSError as error:
            yield f"{path.name}: {failure_reason(error)}\n"
        else:
            yield f"== {path.name}\n{text[-_MOST_LOG:]}\n"


def _settings_facts(settings: Settings) -> dict[str, Any]:
    return {
        "ledgers": len(settings.places),
        "has_folder": bool(settings.folder),
        "language": settings.language,
        "text_size": settings.text_size,
        "contrast": settings.contrast,
        "problems": settings.problems,
        "problem_order": settings.problem_order,
        "problems_hidden": list(settings.problems_hidden),
        "geometry": settings.geometry,
        "layout": settings.layout,
        "paper": {
            _template_name(template): [
                choice.size,
                choice.orientation,
                choice.binding,
                choice.imprint,
                choice.signature,
                bool(choice.font),
            ]
            for template, choice in settings.paper.items()
        },
        "printing": {
            _template_name(template): [choice.copies, choice.order, choice.reverse, choice.two_sided]
            for template, choice in settings.printing.items()
        },
        "columns": {_template_name(template): dict(widths) for template, widths in settings.columns.items()},
    }


def _ledger_facts(store: LedgerFile, progress: Progress) -> dict[str, Any]:
    """Schema, counts and verification of the ledger; errors are part of the result, as they are what help is needed with."""
    found: dict[str, Any] = {}
    try:
        structure = store.ledger_structure()
        found |= {
            "schema": structure.schema,
            "revision": structure.revision,
            "bytes": structure.size,
            "rows": dict(structure.rows),
        }
        store.verify(progress)
    except Cancelled:
        raise
    except SelfEvalError as error:
        return found | {"verify": _error_kind(error)}
    return found | {"verify": "ok"}


def _error_kind(error: SelfEvalError) -> str:
    """Which error it is, by class and reason only: the system's message may contain a path."""
    words = [str(value) for value in vars(error).values() if isinstance(value, StrEnum)]
    return " ".join([type(error).__name__, *words])


def _disguised_form(state: FormState) -> dict[str, Any]:
    form = state.form
    return {
        "template": _template_name(form.template),
        "template_version": form.template_version,
        "money_unit": form.money_unit,
        "cells": {str(cell): disguise_text(cell_text(form, cell)) for cell in filled_cells(form)},
        "unread": [str(cell) for cell in form.unread],
        "findings": [[each.code, each.severity.name, str(each.field)] for each in state.evaluation.findings],
    }


def _template_name(template_id: str) -> str:
    """Its id where it is one of the program's own; one that the user loaded may be named for his office."""
    known = {path.stem for path in paths.template_folder().glob("*.toml")}
    return template_id if template_id in known else disguise_text(template_id)


def _json_text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
