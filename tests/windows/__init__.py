"""The folder and the installer for Windows, run under Wine; by `make check-windows`, never by `make test`."""
