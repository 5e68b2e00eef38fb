"""What goes to the users: nothing larger than agreed, and beside it a sheet of hashes."""

import hashlib
import sys
from pathlib import Path

MEGABYTE = 1_000_000
HEAD = """\
# 绩效自评 {version} 各文件的校验和（SHA-256）。与您手里的文件逐位相同，文件就没有被改动过。
# 核对：在文件所在的文件夹里，按住 Shift 单击右键，选“在此处打开 PowerShell 窗口”（或“在终端中打开”），键入
#     certutil -hashfile 文件名 SHA256
"""


def check_size(what: str, size: int, most: int) -> None:
    """Say how large something is, in bytes; end the build with a sentence where that is more than agreed."""
    print(f"{what}：{size / MEGABYTE:.1f} MB，上限 {most / MEGABYTE:.0f} MB")
    if size > most:
        sys.exit(f"{what} 超过了上限，打包停止。请看多了哪些文件；确实要用的，连同理由一起改上限。")


def write_hash_sheet(folder: Path, version: str) -> None:
    """Write the hashes of the files in a folder into a sheet beside them, for clerks and for `sha256sum -c`."""
    sheet = folder / f"selfeval-{version}-sha256.txt"
    listed = sorted(path for path in folder.iterdir() if path.is_file() and path != sheet)
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in listed)
    sheet.write_text(HEAD.format(version=version) + "".join(lines), "utf-8")
