"""What must hold of every page, measured on its drawing operations."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from selfeval_desktop.app.paper.drawing import ClickTarget, Page, RuledLine, TextRun
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.sheet import Sheet

_NEAR = 0.01
# A rule may end on the frame, which is drawn this much stronger than a rule has width.
_REACH = 0.5 + _NEAR


def check_pages(pages: Sequence[Page], sheet: Sheet) -> None:
    """Nothing lost, nothing outside its cell or the page, and every border closed."""
    assert lost_characters(pages, (cell.text for cell in sheet.cells)) == Counter()
    for page in pages:
        assert [run for run in page.runs if not _inside_page(run, page)] == []
        targets = _by_field(page.targets)
        assert [run for run in page.runs if run.field and not _inside_cell(run, targets)][:3] == []
        grid = _Grid(page.rules)
        assert [run for run in page.runs if grid.crosses(run)][:3] == []
        assert [rule for rule in page.rules if not grid.closes(rule)] == []


def lost_characters(pages: Sequence[Page], texts: Iterable[str]) -> Counter[str]:
    """Characters of the texts that the pages show less often, white space aside."""
    wanted = Counter("".join("".join(text.split()) for text in texts))
    return wanted - Counter("".join(run.text for page in pages for run in page.runs))


def table_bounds(page: Page) -> tuple[float, float]:
    """The heights of the table's upper and lower edge."""
    return min(rule.y1 for rule in page.rules), max(rule.y2 for rule in page.rules)


def _inside_page(run: TextRun, page: Page) -> bool:
    across = run.x > 0 and run.x + run.width < page.width
    return across and run.baseline - run.size > 0 and run.baseline < page.height


def _by_field(targets: Iterable[ClickTarget]) -> Mapping[FieldRef, list[ClickTarget]]:
    found: dict[FieldRef, list[ClickTarget]] = defaultdict(list)
    for target in targets:
        found[target.field].append(target)
    return found


def _inside_cell(run: TextRun, targets: Mapping[FieldRef, list[ClickTarget]]) -> bool:
    """Whether the run lies within the rectangle of a cell that its field has."""
    assert run.field is not None
    return any(
        target.x <= run.x + _NEAR
        and run.x + run.width <= target.x + target.width + _NEAR
        and target.y <= run.baseline - 0.8 * run.size
        and run.baseline + 0.1 * run.size <= target.y + target.height
        for target in targets[run.field]
    )


class _Grid:
    """The rules of a page, found by where they lie."""

    def __init__(self, rules: Iterable[RuledLine]) -> None:
        self._upright = sorted((rule for rule in rules if rule.x1 == rule.x2), key=lambda rule: rule.x1)
        self._lying = sorted((rule for rule in rules if rule.x1 != rule.x2), key=lambda rule: rule.y1)
        self._xs = [rule.x1 for rule in self._upright]
        self._ys = [rule.y1 for rule in self._lying]

    def crosses(self, run: TextRun) -> bool:
        """Whether a rule runs through the ink of the line."""
        left, right = run.x + _NEAR, run.x + run.width - _NEAR
        top, bottom = run.baseline - 0.8 * run.size, run.baseline + 0.08 * run.size
        upright = self._upright[bisect_left(self._xs, left) : bisect_left(self._xs, right)]
        lying = self._lying[bisect_left(self._ys, top) : bisect_left(self._ys, bottom)]
        return any(rule.y1 < bottom and rule.y2 > top for rule in upright) or any(
            rule.x1 < right and rule.x2 > left for rule in lying
        )

    def closes(self, rule: RuledLine) -> bool:
        """Whether both ends lie on a rule that goes the other way."""
        return all(self._meets(rule, x, y) for x, y in ((rule.x1, rule.y1), (rule.x2, rule.y2)))

    def _meets(self, rule: RuledLine, x: float, y: float) -> bool:
        if rule.x1 == rule.x2:
            near = self._lying[bisect_left(self._ys, y - _REACH) : bisect_left(self._ys, y + _REACH)]
        else:
            near = self._upright[bisect_left(self._xs, x - _REACH) : bisect_left(self._xs, x + _REACH)]
        return any(_touches(other, x, y) for other in near)


def _touches(rule: RuledLine, x: float, y: float) -> bool:
    across = rule.x1 - _REACH <= x <= rule.x2 + _REACH
    return across and rule.y1 - _REACH <= y <= rule.y2 + _REACH
