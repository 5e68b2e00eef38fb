"""Starts the frozen application's command line, or the reading of files in a process of its own."""

import sys

from selfeval_desktop.paths import READER

if sys.argv[1:2] == [READER]:
    from selfeval_desktop.intake.files.child import main as read_files

    read_files()
    sys.exit(0)

from selfeval_desktop.cli import main

sys.exit(main())
