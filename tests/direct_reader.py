"""Reading foreign files in the process that asks, where its calls are to be seen and to fail."""

from collections.abc import Callable, Iterator
from typing import Any

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.codec.limited import LimitedReader, ReadingStopped, StopReason


def read_in_this_process() -> None:
    """From now on; there are no limits then."""
    for name, direct in (("call", _call_directly), ("items", _items_directly)):
        setattr(LimitedReader, name, direct)


def _call_directly(_reader: LimitedReader, function: Callable[..., Any], *arguments: object, **_how: object) -> Any:
    try:
        return function(*arguments)
    except SelfEvalError:
        raise
    except Exception as error:
        # The reading process tells any exception of a parser in the same way.
        raise ReadingStopped(StopReason.BROKEN) from error


def _items_directly(
    reader: LimitedReader, function: Callable[..., Iterator[Any]], *arguments: object, **_how: object
) -> tuple[Any, ...]:
    return tuple(_call_directly(reader, lambda: list(function(*arguments))))
