"""Medians, percentiles and the rows of the report."""

import statistics
import time
from collections.abc import Callable, Sequence

from selfeval_desktop.cli.reports import align_columns

# Name, our time, the time beside it, the figure, its goal, and whether it is reached.
Row = tuple[str, str, str, str, str, str]


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def core_seconds(work: Callable[[], object]) -> float:
    """How long one call keeps one core busy, whatever else this PC is doing."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(*works: Callable[[], object], runs: int, warm: int = 2) -> tuple[float, ...]:
    """Medians of pieces of work, timed in turn, so that a slower minute meets all alike."""
    for _ in range(warm):
        for work in works:
            work()
    timed = [[seconds(work) for work in works] for _ in range(runs)]
    return tuple(map(statistics.median, zip(*timed, strict=True)))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ratio(name: str, ours: float, other: float, *, at_most: float) -> Row:
    """How many times the other's time ours is."""
    figure = ours / other
    return (name, _ms(ours), _ms(other), f"{figure:.2f}", f"≤ {at_most:g}", _verdict(figure <= at_most))


def speedup(name: str, ours: float, other: float, *, at_least: float) -> Row:
    """How many times as fast as the other we are."""
    figure = other / ours
    reached = _verdict(figure >= at_least)
    return (name, _ms(ours), _ms(other), f"快 {figure:.2f} 倍", f"≥ {at_least:g} 倍", reached)


def delay(name: str, ours: float, other: float, *, at_most: float) -> Row:
    """A time that is a goal in itself, in seconds; the other tells how fast this PC is."""
    goal = f"≤ {_ms(at_most)}"
    return (name, _ms(ours), _ms(other), f"{ours / other:.2f}", goal, _verdict(ours <= at_most))


def rate(name: str, count: int, ours: float, other: float, *, at_least: float, unit: str = "页") -> Row:
    """Pages, or what the unit says, a second: a goal in itself; the other tells how fast this PC is."""
    figure = count / ours
    reached = _verdict(figure >= at_least)
    return (name, _ms(ours), _ms(other), f"{figure:.0f} {unit}/秒", f"≥ {at_least:g} {unit}/秒", reached)


def show(heading: str, rows: Sequence[Row], remarks: Sequence[str] = ()) -> None:
    """The rows as a table, and under it what could not be measured."""
    head = (heading, "用时", "对照", "结果", "目标", "")
    for line in (*(align_columns([head, *rows]) if rows else [heading]), *remarks, ""):
        print(line, flush=True)


def _ms(value: float) -> str:
    return f"{value * 1000:.4g} ms" if value < 1 else f"{value * 1000:.0f} ms"


def _verdict(reached: bool) -> str:
    return "达到" if reached else "没有达到"
