"""Sentences for a window that cannot be opened at all."""

from pathlib import Path

from selfeval_desktop.wording.translation import translate


def fault_box_title() -> str:
    """The title of the box that shows the fault."""
    return translate("Starting", "绩效自评")


def start_fault(log: Path | None) -> str:
    """A fault of the program itself; `log` None when not even the log could be written."""
    if log is None:
        return translate("Starting", "程序出错，窗口没有打开。台账保持上一次存好的内容，请联系维护人员。")
    return translate(
        "Starting", "程序出错，窗口没有打开。台账保持上一次存好的内容，请把日志 {path} 交给维护人员。"
    ).format(path=log)
