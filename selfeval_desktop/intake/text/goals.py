"""The two goals in a run of words: side by side on its lines, or one after the other."""

from collections.abc import Sequence

from selfeval_desktop.intake.text.words import Word

_SHORTEST_HALF = 6
_OFTEN = 0.4
_SHORT_LINE = 0.93


def split_goals(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Expected goal and outcome. Where one ends is guessed from gaps and ends of lines, so the result is doubtful."""
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    lines = list(by_line.values())
    gaps = [_right_half_start(line) for line in lines]
    if sum(gap is not None for gap in gaps) >= _OFTEN * len(lines):
        return _side_by_side(lines, gaps)
    return _one_after_other(lines)


def _right_half_start(line: Sequence[Word]) -> int | None:
    """Where the right half begins: after the widest gap, the one nearest to the middle among equals; None for one half."""
    begin, end = line[0].start, line[-1].end
    best: tuple[int, float, int] | None = None
    for place in range(1, len(line)):
        left, right = line[place].start - begin, end - line[place].start
        if min(left, right) >= _SHORTEST_HALF:
            width = line[place].start - line[place - 1].end
            best = max(best or (0, 0.0, 0), (width, -abs(left - right), place))
    return best[2] if best else None


def _side_by_side(
    lines: Sequence[Sequence[Word]], gaps: Sequence[int | None]
) -> tuple[list[Word], list[Word]]:
    expected: list[Word] = []
    actual: list[Word] = []
    starts = [line[gap].start for line, gap in zip(lines, gaps, strict=True) if gap is not None]
    edge = min(starts, default=0)
    for line, gap in zip(lines, gaps, strict=True):
        if gap is not None:
            expected += line[:gap]
            actual += line[gap:]
        elif line[0].start >= edge or (expected and expected[-1].text.endswith(("。", "！"))):
            actual += line
        else:
            expected += line
    return expected, actual


def _one_after_other(lines: Sequence[Sequence[Word]]) -> tuple[list[Word], list[Word]]:
    """Goals one below the other: the first ends with a full stop on a line that is not full."""
    full = 0
    for number, line in enumerate(lines[:-1]):
        length = line[-1].end - line[0].start
        full = max(full, length)
        if line[-1].text.endswith(("。", "！", ".")) and length < _SHORT_LINE * full:
            cut = number + 1
            return [word for row in lines[:cut] for word in row], [
                word for row in lines[cut:] for word in row
            ]
    return [word for line in lines for word in line], []
