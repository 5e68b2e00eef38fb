"""Which template a form was filled in under: the usual one, unless another is clearly nearer."""

from collections.abc import Iterable, Sequence

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import find_heads
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.intake.forms import form_labels

_CLEAR_LEAD = 4
"""A template of its own classes or title has this lead; a few words of its own alone have not."""
_MISSING_COLUMN = 2


def sort_by_nearness(
    readings: Iterable[ReadForm], block: Sequence[Sequence[str]], templates: Sequence[Template]
) -> list[ReadForm]:
    """The readings of a block, the nearest template first; the first of `templates` gives way only to a clear lead."""
    by_id = {template.id: template for template in templates}
    texts = [text for row in block for text in row if text.strip()]
    nearness = {
        read.form.template: _nearness(read, block, texts, by_id[read.form.template], templates) for read in readings
    }
    best = max(nearness.values(), default=0)
    usual = templates[0].id
    if usual in nearness and best - nearness[usual] < _CLEAR_LEAD:
        nearness[usual] = best + 1
    return sorted(readings, key=lambda read: -nearness[read.form.template])


def _nearness(
    read: ReadForm, block: Sequence[Sequence[str]], texts: Sequence[str], template: Template, others: Sequence[Template]
) -> int:
    """The template's own words, less what was not understood, columns that are missing, and classes that it has not."""
    words = form_labels.own_words(template)
    own = sum(labels.bare_label(text) in words for text in texts)
    places = find_heads(block, template.indicators.columns).places
    missing = sum(place not in places for place, column in enumerate(template.indicators.columns) if column.printed)
    classes = {labels.core_label(level.name) for level in template.levels}
    strange = {labels.core_label(row.level1) for row in read.form.indicators} - classes
    title = _CLEAR_LEAD if _has_own_title(texts, template, others) else 0
    return own + title - len(read.doubts) - _MISSING_COLUMN * missing - _CLEAR_LEAD * len(strange - {""})


def _has_own_title(texts: Sequence[str], template: Template, others: Sequence[Template]) -> bool:
    """Whether the title that only this template has stands in the block."""
    title = labels.bare_label(template.title)
    is_shared = any(labels.bare_label(other.title) == title for other in others if other.id != template.id)
    return not is_shared and any(labels.bare_label(text) == title for text in texts)
