"""Starts the packaged application's command line, or, in a process of its own, the reading of files or a backup."""

import sys

if not hasattr(sys, "frozen"):
    # PyInstaller says so itself; the Windows folder is started by Python as it is.
    sys.frozen = True

from selfeval_desktop.paths import CLOSING_BACKUP, READER

if sys.argv[1:2] == [READER]:
    from selfeval_desktop.codec.limited_child import main as read_files

    read_files()
    sys.exit(0)

if sys.argv[1:2] == [CLOSING_BACKUP]:
    from selfeval_desktop.cli.closing_backup import main as back_up

    sys.exit(back_up())

from selfeval_desktop.cli import main

sys.exit(main())
