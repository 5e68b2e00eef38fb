"""Labels and heads as offices write them: the same name with white space, brackets, numbers or a unit about it."""

import re
from collections.abc import Mapping
from typing import TypeVar

Meaning = TypeVar("Meaning")

# No label is longer; texts that are need no closer look.
_LONGEST = 60
_BESIDE_NAMES = re.compile(r"[\s（）()、/:：]+")
_IN_BRACKETS = re.compile(r"[（(【\[][^（()）【】\[\]]*[）)】\]]")
_BEFORE_NAMES = re.compile(r"(?:[一二三四五六七八九十0-9]{1,3}[、.．)）]|其中[:：]?|[*＊])+")


def bare_label(name: str) -> str:
    """Without white space and signs."""
    return _BESIDE_NAMES.sub("", name)


def core_label(name: str) -> str:
    """Without what stands in brackets, and a number or 其中 before it: 1.财政拨款（万元）is 财政拨款."""
    plain = _IN_BRACKETS.sub("", "".join(name.split()))
    found = _BEFORE_NAMES.match(plain)
    return bare_label(plain[found.end() :] if found else plain)


def find_by_label(names: Mapping[str, Meaning], text: str) -> Meaning | None:
    """The meaning of a label: looked up as it stands, then without brackets and numbering; None for no label."""
    if len(text) > _LONGEST:
        return None
    found = names.get(bare_label(text))
    return names.get(core_label(text)) if found is None else found
