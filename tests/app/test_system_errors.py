"""What Windows says is told in the texts of C's library, whatever language it speaks and however it numbers."""

import errno
import os

import pytest

from selfeval_desktop.app.system_errors import failure_reason


class WindowsFailure(OSError):
    """An error as Python gives it on Windows."""

    def __init__(self, number: int, windows: int, told: str) -> None:
        super().__init__(number, told)
        self.winerror = windows


@pytest.mark.parametrize(
    ("number", "windows", "told", "meant"),
    [
        (errno.ENOENT, 2, "系统找不到指定的文件。", errno.ENOENT),
        (errno.EACCES, 5, "Access is denied", errno.EACCES),
        (errno.EACCES, 32, "另一个程序正在使用此文件，进程无法访问。", errno.EBUSY),
        (errno.EACCES, 19, "介质受写入保护。", errno.EROFS),
        (errno.EACCES, 21, "设备未就绪。", errno.ENODEV),
        (errno.ENOENT, 206, "文件名或扩展名太长。", errno.ENAMETOOLONG),
        (errno.EINVAL, 123, "文件名、目录名或卷标语法不正确。", errno.EINVAL),
        (errno.EINVAL, 1117, "由于 I/O 设备错误，无法运行此项请求。", errno.EIO),
        (errno.EINVAL, 64, "指定的网络名不再可用。", errno.EIO),
        (errno.ENOSPC, 112, "磁盘空间不足。", errno.ENOSPC),
    ],
)
def test_windows_is_told_as_any_other_system(number: int, windows: int, told: str, meant: int) -> None:
    assert failure_reason(WindowsFailure(number, windows, told)) == os.strerror(meant)


def test_what_windows_alone_knows_is_told_in_its_words() -> None:
    assert failure_reason(WindowsFailure(errno.EINVAL, 1920, "系统无法访问此文件。")) == "系统无法访问此文件。"


def test_elsewhere_the_system_has_said_it_already() -> None:
    assert failure_reason(PermissionError(errno.EACCES, os.strerror(errno.EACCES))) == os.strerror(errno.EACCES)
    assert failure_reason(OSError(errno.EINVAL, "words of the program")) == "words of the program"
    assert failure_reason(OSError("nothing but words")) == "nothing but words"
