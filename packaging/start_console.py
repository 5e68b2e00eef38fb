"""Starts the frozen application's command line."""

import sys

from selfeval_desktop.cli import main

sys.exit(main())
