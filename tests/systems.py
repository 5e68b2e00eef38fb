"""On what system the tests run, for those that ask for more than every system has."""

import ctypes
import os
import sys

IS_WINDOWS = os.name == "nt"
IS_WINE = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
"""Whether this is Windows' Python on another system."""
