"""The fields of a protected form in an old document: what was chosen or ticked there."""

from dataclasses import dataclass, field

from selfeval_desktop.intake.files.archive import Attributes
from selfeval_desktop.intake.files.document_styles import is_on

_TICKED, _UNTICKED = "☑", "□"


@dataclass(slots=True)
class FormField:
    """A drop-down list with its entries, or a box to tick; `result` and `default` are numbers of entries."""

    entries: list[str] = field(default_factory=list)
    kind: str = ""
    result: str = ""
    default: str = ""
    is_ticked: bool = False
    is_told: bool = False

    def read_element(self, name: str, attributes: Attributes) -> None:
        """Take over what an element of the field's description says."""
        value = attributes.get("val", "")
        match name:
            case "ddList" | "checkBox":
                self.kind = name
            case "listEntry":
                self.entries.append(value)
            case "result":
                self.result = value
            case "default":
                self.default = value
                self.is_ticked = self.is_ticked if self.is_told else is_on(attributes)
            case "checked":
                self.is_ticked, self.is_told = is_on(attributes), True


def field_text(entry: FormField) -> str:
    """What the field shows; "" for one whose text stands in the document itself."""
    if entry.kind == "checkBox":
        return _TICKED if entry.is_ticked else _UNTICKED
    if entry.kind != "ddList":
        return ""
    chosen = entry.result or entry.default or "0"
    return entry.entries[int(chosen)] if chosen.isdigit() and int(chosen) < len(entry.entries) else ""
