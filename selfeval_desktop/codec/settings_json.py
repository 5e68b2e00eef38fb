"""The settings file as JSON. Each setting is read on its own, so that one bad value costs only itself."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from typing import Annotated, NamedTuple

import msgspec

from selfeval_desktop.app.paper.print_order import MOST_COPIES, CopyOrder
from selfeval_desktop.app.settings import MOST_LEDGERS, Settings, TextSize
from selfeval_desktop.domain.layout.paper import MOST_BINDING, Orientation, PaperSize

_WIDEST = 4000
"""In logical pixels: a column wider than any screen, by a slip of the mouse, is cut to this."""


class ReadSettings(NamedTuple):
    """`is_whole` is False where something was not as this program writes it; that is then the default."""

    settings: Settings
    is_whole: bool


class _Position(msgspec.Struct):
    ledger: str
    form_id: int | None
    tab: int
    field: str


class _PaperChoice(msgspec.Struct):
    size: PaperSize | None
    orientation: Orientation | None
    binding: Annotated[float, msgspec.Meta(ge=0, le=MOST_BINDING)] | None
    imprint: bool | None
    signature: bool | None
    font: str


class _PrintChoice(msgspec.Struct):
    printer: str
    copies: Annotated[int, msgspec.Meta(ge=1, le=MOST_COPIES)]
    order: CopyOrder
    reverse: bool
    two_sided: bool


class _SettingsContent(msgspec.Struct):
    """The keys of the file. Any may be missing: an older program wrote fewer, a newer one writes more."""

    places: list[_Position]
    geometry: str
    layout: str
    language: str
    problems: bool
    folder: str
    paper: dict[str, _PaperChoice]
    printing: dict[str, _PrintChoice]
    columns: dict[str, dict[str, Annotated[int, msgspec.Meta(ge=0)]]]
    problem_order: str
    problems_hidden: tuple[str, ...]
    text_size: TextSize
    contrast: bool
    backup_place: str
    version: str


def settings_bytes(settings: Settings) -> bytes:
    """As JSON. A path that is no UTF-8, as Linux allows, is kept as Python has it."""
    return json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def read_settings(data: bytes) -> ReadSettings:
    """What can be read of a file; unknown keys are passed over. One without any known key is not whole."""
    stored: object = None
    with suppress(ValueError, RecursionError):
        stored = json.loads(data)
    keys = stored if isinstance(stored, dict) else {}
    known = [field for field in msgspec.structs.fields(_SettingsContent) if field.name in keys]
    values: dict[str, object] = {}
    for field in known:
        # A lone surrogate is compared with the words of a list as UTF-8, which has none.
        with suppress(msgspec.ValidationError, UnicodeEncodeError):
            values[field.name] = msgspec.convert(keys[field.name], field.type)
    return ReadSettings(_settings_from_values(values), 0 < len(values) == len(known))


def _settings_from_values(values: Mapping[str, object]) -> Settings:
    """The Structs of the file as the dataclasses of `app` and `domain`, with their defaults."""
    settings = msgspec.convert(values, Settings, from_attributes=True)
    columns = {
        template: {column: min(width, _WIDEST) for column, width in widths.items()}
        for template, widths in settings.columns.items()
    }
    return replace(settings, places=settings.places[:MOST_LEDGERS], columns=columns)
