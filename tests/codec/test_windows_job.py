"""The limits of a process on Windows: its structures are those of the system, and the system takes them."""

import ctypes
import subprocess
import sys

import pytest

from selfeval_desktop.codec import windows_job

ASKING = """
from selfeval_desktop.codec.windows_job import limit_process
print(limit_process(5, 200_000_000), limit_process(10, 300_000_000))
"""


def test_the_structures_have_the_sizes_of_windows() -> None:
    # As winnt.h has them for 64 bits.
    assert ctypes.sizeof(windows_job._BasicLimits) == 64
    assert ctypes.sizeof(windows_job._ExtendedLimits) == 144
    assert windows_job._ExtendedLimits.process_memory.offset == 112
    assert ctypes.sizeof(windows_job._MemoryCounters) == 72


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has them")
def test_elsewhere_there_are_no_jobs() -> None:
    assert not windows_job.limit_process(1, 1)
    assert windows_job.held_memory() == 0


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has jobs")
def test_windows_takes_the_limit_again_and_again() -> None:
    said = subprocess.run([sys.executable, "-c", ASKING], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "True"]


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows has jobs")
def test_windows_tells_what_the_process_holds() -> None:
    before = windows_job.held_memory()
    held = bytearray(50_000_000)
    assert windows_job.held_memory() - before > len(held) / 2
