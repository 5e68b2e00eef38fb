"""`python -m selfeval_desktop.cli`, the same as `selfeval`."""

from selfeval_desktop.cli import main

main()
