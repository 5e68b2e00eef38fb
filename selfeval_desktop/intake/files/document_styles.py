"""How the runs of a document look by their properties and styles: hidden, struck out, in a font of signs."""

from dataclasses import dataclass, field
from typing import NamedTuple

from selfeval_desktop.intake.files.archive import Attributes, XmlHandler

_OFF = frozenset({"0", "false", "off", "none"})
_FONTS = ("ascii", "hAnsi", "eastAsia")
_PROMPT_STYLES = frozenset({"placeholder text", "占位符文本"})
_DEEPEST = 10


def is_on(attributes: Attributes) -> bool:
    """Whether an element that switches something switches it on."""
    return attributes.get("val", "1") not in _OFF


class RunLook(NamedTuple):
    """What a run says of its look itself; None where it says nothing."""

    is_hidden: bool | None = None
    is_struck: bool | None = None
    font: str = ""
    style: str = ""


@dataclass(slots=True)
class _Style:
    """A style of paragraphs or runs; `list_place` is number and level of the list it belongs to."""

    look: RunLook = field(default_factory=RunLook)
    parent: str = ""
    number: str = ""
    level: int = 0


class DocumentStyles(XmlHandler):
    """The styles of a document by their ids."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._style = _Style()
        self._default = ""
        self._is_run = False

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Collect what decides over a run's look and a paragraph's number."""
        value = attributes.get("val", "")
        match name:
            case "style":
                self._style = self._styles[attributes.get("styleId", "")] = _Style()
                if attributes.get("type") == "paragraph" and attributes.get("default") in {"1", "true"}:
                    self._default = attributes.get("styleId", "")
            case "name" if value.casefold() in _PROMPT_STYLES:
                self._style.look = self._style.look._replace(is_hidden=True)
            case "basedOn":
                self._style.parent = value
            case "rPr":
                self._is_run = True
            case "numId":
                self._style.number = value
            case "ilvl" if value.isdigit() and len(value) < 2:
                self._style.level = int(value)
            case _ if self._is_run:
                self._style.look = self.changed_look(self._style.look, name, attributes)

    def on_element_end(self, name: str) -> None:
        """Leave the properties of runs."""
        if name == "rPr":
            self._is_run = False

    def changed_look(self, look: RunLook, name: str, attributes: Attributes) -> RunLook:
        """The look after one more property."""
        match name:
            case "vanish":
                return look._replace(is_hidden=is_on(attributes))
            case "strike" | "dstrike":
                return look._replace(is_struck=is_on(attributes) or bool(look.is_struck))
            case "rFonts":
                return look._replace(font=next((attributes[key] for key in _FONTS if key in attributes), look.font))
            case "rStyle":
                return look._replace(style=attributes.get("val", ""))
        return look

    def run_look(self, look: RunLook, paragraph_style: str) -> RunLook:
        """The look of a run with all that its styles say where it says nothing itself."""
        for name in (look.style, paragraph_style or self._default):
            for style in self._with_parents(name):
                look = RunLook(
                    style.look.is_hidden if look.is_hidden is None else look.is_hidden,
                    style.look.is_struck if look.is_struck is None else look.is_struck,
                    look.font or style.look.font,
                )
        return look

    def list_place(self, paragraph_style: str) -> tuple[str, int]:
        """The list that paragraphs of the style belong to, and the level there; "" for none."""
        found = (style for style in self._with_parents(paragraph_style) if style.number)
        return next(((style.number, style.level) for style in found), ("", 0))

    def _with_parents(self, name: str) -> list[_Style]:
        found: list[_Style] = []
        while name in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[name])
            name = found[-1].parent
        return found
