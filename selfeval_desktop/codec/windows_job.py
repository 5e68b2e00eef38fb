"""Limits and measures this very process on Windows: by a job object of the system, which holds nothing else.

Windows has no address space to limit, as other systems have: what counts is the memory that the process has asked for.
"""

import ctypes
import sys
import time
from functools import cache

_EXTENDED_LIMITS = 9
"""JobObjectExtendedLimitInformation"""
_PROCESS_TIME, _PROCESS_MEMORY = 0x2, 0x100
"""JOB_OBJECT_LIMIT_PROCESS_TIME and …_MEMORY"""
_TICKS = 10_000_000
"""Of Windows' clock, in a second."""
TIME_IS_UP = 1816
"""The exit code of a process that its job ended for its time (ERROR_NOT_ENOUGH_QUOTA)."""

ENDED_BY_SYSTEM = 0xC000_0000
"""From here on exit codes are errors of the system: no memory, an access elsewhere, a library that gave up."""


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class _MemoryCounters(ctypes.Structure):
    _fields_ = (
        ("size", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("others", ctypes.c_size_t * 6),
        ("pagefile_usage", ctypes.c_size_t),
        ("peak_pagefile_usage", ctypes.c_size_t),
    )


def limit_process(seconds: float, memory: int) -> bool:
    """Let this process have so much from now on; whether that holds.

    More bytes of memory raise MemoryError in Python; after more seconds of processor time the system ends the process.
    Where it refuses (in a job that allows none inside), the parent's patience with its silence is left.
    """
    limits = _ExtendedLimits()
    limits.basic.flags = _PROCESS_TIME | _PROCESS_MEMORY
    limits.basic.per_process_user_time = int((time.process_time() + seconds) * _TICKS)
    limits.process_memory = memory
    if sys.platform == "win32":
        job, size = ctypes.c_void_p(_own_job()), ctypes.sizeof(limits)
        system = ctypes.WinDLL("kernel32")
        return bool(job and system.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size))
    return False


def held_memory() -> int:
    """How many bytes this process has asked for, as its job counts them; 0 where the system does not say."""
    counters = _MemoryCounters()
    counters.size = ctypes.sizeof(counters)
    if sys.platform == "win32":
        ctypes.WinDLL("kernel32").K32GetProcessMemoryInfo(_this_process(), ctypes.byref(counters), counters.size)
    return int(counters.pagefile_usage)


@cache
def _own_job() -> int:
    """The job that this process has put itself into; 0 where it could not."""
    if sys.platform == "win32":
        system = ctypes.WinDLL("kernel32")
        system.CreateJobObjectW.restype = ctypes.c_void_p
        job: int | None = system.CreateJobObjectW(None, None)
        if job and system.AssignProcessToJobObject(ctypes.c_void_p(job), _this_process()):
            return job
    return 0


def _this_process() -> ctypes.c_void_p:
    """What the system's functions call the process that asks."""
    return ctypes.c_void_p(-1)
