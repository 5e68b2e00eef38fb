"""Starts the frozen application with its window."""

import sys

from selfeval_desktop.__main__ import main

sys.exit(main())
