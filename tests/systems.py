"""On what system the tests run, for those that ask for more than every system has."""

import ctypes
import os
import sys

import pytest

IS_WINDOWS = os.name == "nt"
IS_WINE = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
"""Whether this is Windows' Python on another system."""

moves_open_files = pytest.mark.skipif(IS_WINDOWS, reason="Windows lets nobody delete, move or replace an open file")
makes_links = pytest.mark.skipif(IS_WINDOWS, reason="links need rights there that users do not have")
sets_rights = pytest.mark.skipif(IS_WINDOWS, reason="Windows has rights of another kind")
tells_long_names = pytest.mark.skipif(IS_WINDOWS, reason="Windows says of a name that is too long that nothing has it")
flushes_folders = pytest.mark.skipif(IS_WINDOWS, reason="Windows flushes no folders")
