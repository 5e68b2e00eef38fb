"""Starts the frozen application's command line, or the reading of one file in a process of its own."""

import sys

from selfeval_desktop.paths import READER

if sys.argv[1:2] == [READER]:
    from selfeval_desktop.intake.child import main as read_one_file

    read_one_file(sys.argv[2:])
    sys.exit(0)

from selfeval_desktop.cli import main

sys.exit(main())
