"""Medians, percentiles and a line of the report."""

import statistics
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(
    ours: Callable[[], object], other: Callable[[], object], *, runs: int, warm: int = 2
) -> tuple[float, float]:
    """Medians of two pieces of work, timed in turn, so that a slower minute meets both alike."""
    for _ in range(warm):
        ours()
        other()
    both = [(seconds(ours), seconds(other)) for _ in range(runs)]
    return statistics.median(first for first, _ in both), statistics.median(second for _, second in both)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, ours: float, other: float, goal: str) -> None:
    """One line: both times in ms, the ratio, the goal."""
    print(
        f"{name:<44} {ours * 1000:8.2f} ms ÷ {other * 1000:8.2f} ms = {ours / other:5.2f}   目标 {goal}",
        flush=True,
    )
