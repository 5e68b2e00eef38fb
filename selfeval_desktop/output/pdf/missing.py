"""Characters of a printout that no font has, found before they are printed as empty boxes."""

from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.output.pdf.fonts import body_typeface
from selfeval_desktop.output.pdf.manuscript import printable_text


def missing_characters(printout: Printout) -> dict[FieldRef | None, str]:
    """Characters without a font, each once, by their cell in reading order; None for texts outside cells."""
    sheet, face = printout.sheet, body_typeface(printout.paper.font)
    found: dict[FieldRef | None, str] = {}

    def add_missing(field: FieldRef | None, text: str) -> None:
        lacking = face.characters_without_font(printable_text(text).replace("\n", ""))
        if lacking:
            found[field] = "".join(dict.fromkeys(found.get(field, "") + lacking))

    for cell in sheet.cells:
        add_missing(cell.field, cell.text)
    told = "".join(found.values())
    beside = "".join((sheet.title, sheet.subtitle, *sheet.notes, *sheet.signature, sheet.name, printout.mark))
    add_missing(None, "".join(character for character in beside if character not in told))
    return found
