"""Starts the packaged application with its window."""

import sys

if not hasattr(sys, "frozen"):
    # As in start_console.py.
    sys.frozen = True

from selfeval_desktop.__main__ import main

sys.exit(main())
