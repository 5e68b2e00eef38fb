"""Foreign texts that cost their reader far more than they hold, or make its parser raise what it does not say."""

from collections.abc import Callable, Mapping

FORMAT = b'format = "selfeval-template/1"\n'

JSON: Mapping[str, Callable[[], bytes]] = {
    "60,000 keys, one twice": lambda: (
        b"{" + b",".join(b'"k%d": 1' % number for number in [*range(60_000), 59_999]) + b"}"
    ),
    "quoted quotes": lambda: b'"\\' * 10_000_000,
    "numbers": lambda: b"[" + b"0," * 15_000_000 + b"0]",
    "nested": lambda: b"[" * 1_000_000,
    "a number of a million digits": lambda: b'{"year": ' + b"9" * 1_000_000 + b"}",
}
TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "nested": lambda: FORMAT + b"id = " + b"[" * 5_000 + b"]" * 5_000,
    "a number of 5,000 digits": lambda: FORMAT + b"version = " + b"9" * 5_000,
    "a number of 90,000 hexadecimal digits": lambda: FORMAT + b"version = 0x" + b"f" * 90_000,
    "a key of 20,000 parts": lambda: b".".join([b"a"] * 20_000) + b" = 1",
    "many tables": lambda: b"[[a]]\n" * 3_000_000,
    "not closed": lambda: FORMAT + b'name = "',
    "no number": lambda: FORMAT + b"width = nan",
    "no text": lambda: b"\xff\xfe\x00",
}
