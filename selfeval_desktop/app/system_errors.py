"""Why the system refused a file, in the short texts of C's library, which `wording` knows on every system.

Windows says it in the language that it was bought in, and has numbers of its own for what they do not tell apart.
"""

import errno
import os

_OF_WINDOWS = {
    number: kind
    for kind, numbers in {
        errno.EINVAL: (1, 6, 87, 123, 161),  # a name with a sign such as ?, or of a device such as CON
        errno.ENAMETOOLONG: (111, 206, 234),
        errno.EBUSY: (32, 33, 108, 170),
        errno.EROFS: (19,),
        errno.ENOSPC: (39, 112, 1295),
        errno.ENODEV: (15, 20, 21, 55, 433, 1167),
        errno.EIO: (23, 25, 27, 29, 30, 31, 59, 64, 483, 1117, 1392),
        errno.ENOMEM: (8, 14, 1450, 1455),
    }.items()
    for number in numbers
}
"""Numbers of winerror.h by what they mean to the user."""


def failure_reason(error: OSError) -> str:
    """The short text of an error that the system gave, or of one raised in its place."""
    windows = getattr(error, "winerror", None)
    number = _OF_WINDOWS.get(windows or 0) or (error.errno if windows else None)
    # The library of C gives this number to all that it does not know.
    if number and (number != errno.EINVAL or windows in _OF_WINDOWS):
        return os.strerror(number)
    return error.strerror or str(error)
