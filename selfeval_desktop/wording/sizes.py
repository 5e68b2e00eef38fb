"""Sizes of files in words, and what is said of a ledger that grows too large."""

from selfeval_desktop.app.ports.ledgers import LedgerSize
from selfeval_desktop.wording.translation import translate


def size_text(size: int) -> str:
    """A size in bytes as people say it, such as 1.2 GB."""
    return f"{size / (1 << 30):.3g} GB" if size >= 1 << 30 else f"{size / (1 << 20):.3g} MB"


def large_ledger(size: LedgerSize) -> str:
    """That it is time to go on in another ledger, long before this one is full."""
    return translate(
        "Sizes",
        "这个台账已有 {size}，到 {most} 就不能再存入，内容都完好。请在方便时新建一个台账，往后的表填在那里；"
        "这个台账仍可查看、打印和导出。",
    ).format(size=size_text(size.size), most=size_text(size.most))
