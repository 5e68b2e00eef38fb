"""What is said of paper before it is printed."""

from collections.abc import Mapping

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.template import Template
from selfeval_desktop.wording import places
from selfeval_desktop.wording.translation import translate

# A sentence that names more would not be read.
_MOST_CELLS = 5
_MOST_CHARACTERS = 12


def missing_characters(missing: Mapping[FieldRef | None, str], template: Template | None = None) -> str:
    """The sentence that says which characters print as empty boxes, and where; empty when none does."""
    if not missing:
        return ""
    cells = missing_cells(missing, template)
    listed = translate("Paper", "；").join(cells[:_MOST_CELLS])
    if len(cells) > _MOST_CELLS:
        listed = translate("Paper", "{listed}等 {count} 处").format(listed=listed, count=len(cells))
    return translate("Paper", "这些字没有字体可以印出，会印成方框：{listed}。").format(listed=listed)


def missing_cells(
    missing: Mapping[FieldRef | None, str], template: Template | None = None
) -> tuple[str, ...]:
    """Each cell with its characters: 项目名称“𰻝”."""
    return tuple(_cell(field, characters, template) for field, characters in missing.items())


def _cell(field: FieldRef | None, characters: str, template: Template | None) -> str:
    place = translate("Paper", "标题或签字行") if field is None else places.place(field, template)
    if len(characters) > _MOST_CHARACTERS:
        characters = f"{characters[:_MOST_CHARACTERS]}…"
    return translate("Paper", "{place}“{characters}”").format(place=place, characters=characters)
