"""Mutations of bytes, of JSON, of TOML and of the members of an archive; all by chance that a seed decides."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Chance = random.Random
Mutation = Callable[[Chance, bytes], bytes]

_ODD_VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**400,
    1e308,
    float("nan"),
    float("-inf"),
    "",
    "\x00",
    "\ud800",
    "\u202e甲",
    "甲" * 40_000,
    [],
    {},
    [[[[[]]]]],
    "=1+1",
    "../../x",
    "9" * 5000,
)
_ODD_TEXTS = (
    "[" * 3000,
    "{" * 3000,
    "a." * 2000,
    "0x" + "f" * 600,
    "1" * 5000,
    "\ufeff",
    "\x00",
    '"' * 3,
    "'''",
    "\\u",
    "1e999",
)
_ODD_NUMBERS = ("1048576", "99999999999", "-1", "0", "1e400", "NaN", "", "甲")


def flip_bits(chance: Chance, data: bytes) -> bytes:
    """One to eight of them."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def overwrite_run(chance: Chance, data: bytes) -> bytes:
    """A run of bytes becomes zeros, ones, or chance."""
    at, size = chance.randrange(len(data)), chance.choice((1, 4, 64, 512))
    run = chance.choice((bytes(size), b"\xff" * size, chance.randbytes(size)))
    return data[:at] + run + data[at + size :]


def cut(chance: Chance, data: bytes) -> bytes:
    """The end is missing, or a piece in the middle."""
    at = chance.randrange(len(data))
    return data[:at] if chance.random() < 0.5 else data[:at] + data[at + chance.randrange(1, 200) :]


def repeat(chance: Chance, data: bytes) -> bytes:
    """A piece stands there again, once or many times."""
    at, size = chance.randrange(len(data)), chance.randrange(1, 300)
    piece = data[at : at + size]
    return data[:at] + piece * chance.choice((2, 2, 50)) + data[at + size :]


def insert_odd_text(chance: Chance, data: bytes) -> bytes:
    """What parsers stumble over."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD_TEXTS).encode() + data[at:]


BYTES: tuple[Mutation, ...] = (flip_bits, overwrite_run, cut, repeat, insert_odd_text)


def change_json(chance: Chance, data: bytes) -> bytes:
    """Another value, a missing, renamed or doubled key somewhere in the tree."""
    root = [json.loads(data)]
    nodes = list(_nodes(root))
    for _ in range(chance.choice((1, 1, 3))):
        holder, key = chance.choice(nodes)
        with suppress(KeyError, IndexError):
            _change_node(chance, holder, key)
    text = json.dumps(root[0] if root else None, ensure_ascii=False)
    if chance.random() < 0.2 and (key := re.search(r'"\w+":', text)):
        text = text.replace(key[0], f"{key[0]} 1, {key[0]}", 1)
    return text.encode("utf-8", "surrogatepass")


def _nodes(node: Any) -> Any:
    for key, value in list(enumerate(node)) if isinstance(node, list) else list(node.items()):
        yield node, key
        if isinstance(value, list | dict):
            yield from _nodes(value)


def _change_node(chance: Chance, holder: Any, key: Any) -> None:
    match chance.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[f"{key}甲"] = holder.pop(key)
        case 2 if isinstance(holder, list):
            holder += [holder[key]] * 3
        case _:
            holder[key] = chance.choice(_ODD_VALUES)


def change_lines(chance: Chance, data: bytes) -> bytes:
    """A line is missing, doubled, at another place, or has another value: for TOML, CSV and plain text."""
    lines = data.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 3:
            head, sign, _ = lines[at].partition(b"=")
            lines[at] = head + sign + chance.choice(_ODD_TEXTS).encode() + b"\n"
        case _:
            lines[at] = re.sub(rb"\d+", chance.choice(_ODD_NUMBERS).encode(), lines[at], count=1)
    return b"".join(lines)


def change_xml(chance: Chance, data: bytes) -> bytes:
    """Another value of an attribute, another text, an element missing or doubled."""
    places = list(re.finditer(rb'="([^"]*)"|>([^<]+)<|<(\w[\w:]*)[^<>]*/>', data))
    if not places:
        return flip_bits(chance, data) if data else data
    found = chance.choice(places)
    group = next(number for number in (1, 2, 3) if found[number] is not None)
    if group == 3:
        return data[: found.start()] + found[0] * chance.choice((0, 2, 300)) + data[found.end() :]
    odd = chance.choice((*_ODD_NUMBERS, "A1:XFD1048576", "甲" * 40_000, "&#0;", "&x;", "=1+1")).encode()
    return data[: found.start(group)] + odd + data[found.end(group) :]


def change_member(chance: Chance, data: bytes) -> bytes:
    """One member of an archive in its own way, packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = chance.choice(sorted(members))
    content = members[name]
    if chance.random() < 0.1:
        del members[name]
    elif name.endswith((".xml", ".rels")):
        members[name] = change_xml(chance, content)
    elif name.endswith(".json") and chance.random() < 0.7:
        members[name] = change_json(chance, content)
    elif content:
        members[name] = chance.choice(BYTES)(chance, content)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, packed in members.items():
            archive.writestr(each, packed)
    return out.getvalue()
