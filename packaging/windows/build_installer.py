"""Packs the folder for Windows into an installer, on Linux, and enters it on the sheet of hashes.

Run by `make installer-windows`.
"""

from delivery import check_size, write_hash_sheet
from folder import program_version, run

from build import FOLDER, HERE, WORK

MOST = 48_000_000


def main() -> None:
    version = program_version()
    target = FOLDER.parent / f"selfeval-{version}-windows-setup.exe"
    run("makensis", "-V2", "-INPUTCHARSET", "UTF8", f"-DVERSION={version}", f"-DFOLDER={FOLDER}",
        f"-DICON={WORK / 'selfeval.ico'}", f"-DOUT={target}", HERE / "installer.nsi")  # fmt: skip
    check_size(target.name, target.stat().st_size, MOST)
    write_hash_sheet(FOLDER.parent, version)


if __name__ == "__main__":
    main()
