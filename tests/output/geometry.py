"""What must hold of every page, measured on its drawing operations."""

from collections import Counter
from collections.abc import Iterable, Sequence

from selfeval_desktop.app.drawing import Page, Rule, TextRun
from selfeval_desktop.domain.sheet import Sheet

_NEAR = 0.01


def check_pages(pages: Sequence[Page], sheet: Sheet) -> None:
    """Nothing lost, nothing outside its cell or the page, and every border closed."""
    assert lost_characters(pages, (cell.text for cell in sheet.cells)) == Counter()
    for page in pages:
        assert [run for run in page.runs if not _inside_page(run, page)] == []
        assert [(run, rule) for run in page.runs for rule in page.rules if _crosses(rule, run)][:3] == []
        assert [rule for rule in page.rules if not _is_closed(rule, page.rules)] == []


def lost_characters(pages: Sequence[Page], texts: Iterable[str]) -> Counter[str]:
    """Characters of the texts that the pages show less often, white space aside."""
    wanted = Counter(character for text in texts for character in text if not character.isspace())
    return wanted - Counter(character for page in pages for run in page.runs for character in run.text)


def _inside_page(run: TextRun, page: Page) -> bool:
    across = run.x > 0 and run.x + run.width < page.width
    return across and run.baseline - run.size > 0 and run.baseline < page.height


def _crosses(rule: Rule, run: TextRun) -> bool:
    """Whether the rule runs through the ink of the line."""
    left, right = run.x + _NEAR, run.x + run.width - _NEAR
    top, bottom = run.baseline - 0.8 * run.size, run.baseline + 0.08 * run.size
    return rule.x1 < right and rule.x2 > left and rule.y1 < bottom and rule.y2 > top


def _is_closed(rule: Rule, rules: Sequence[Rule]) -> bool:
    """Whether both ends lie on a rule that goes the other way."""
    ends = ((rule.x1, rule.y1), (rule.x2, rule.y2))
    upright = rule.x1 == rule.x2
    others = [other for other in rules if (other.x1 == other.x2) != upright]
    return all(any(_touches(other, x, y) for other in others) for x, y in ends)


def _touches(rule: Rule, x: float, y: float) -> bool:
    reach = 0.5 + _NEAR  # half of the frame's width
    return rule.x1 - reach <= x <= rule.x2 + reach and rule.y1 - reach <= y <= rule.y2 + reach
