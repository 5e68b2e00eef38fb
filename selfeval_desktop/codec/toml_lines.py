"""On which line of a TOML file a value stands; the reader of the standard library does not tell."""

import re
from collections.abc import Iterator, Mapping

from selfeval_desktop.codec.strict import Steps

_TOKEN = re.compile(
    r'"""(?s:.*?)"""' r"|'''(?s:.*?)'''" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'|#[^\n]*|[\[\]{},=\n]|[^\s\[\]{},=#\"']+"
)
_KEY_PART = re.compile(r'"((?:\\.|[^"\\])*)"|\'([^\']*)\'|([^\s."\']+)')


def line_of_value(lines: Mapping[Steps, int], steps: Steps) -> int:
    """The line of a value, or of the nearest table around one that is not there; 1 for the file as a whole."""
    return next((lines[steps[:length]] for length in range(len(steps), 0, -1) if steps[:length] in lines), 1)


def value_lines(text: str) -> Mapping[Steps, int]:
    """The line, from 1, of each key, table and item of a text that is valid TOML, by the steps that lead to it."""
    return _LineFinder(text).find_lines()


class _LineFinder:
    """Goes through the text token by token; `_path` is where the value under way stands."""

    def __init__(self, text: str) -> None:
        self._tokens = _numbered_tokens(text)
        self._lines: dict[Steps, int] = {}
        self._table: Steps = ()
        self._counts: dict[Steps, int] = {}

    def find_lines(self) -> Mapping[Steps, int]:
        for token, line in self._tokens:
            if token == "[":
                self._read_header(line)
            elif token != "\n":
                self._read_pair(self._table, token, line)
        return self._lines

    def _read_header(self, line: int) -> None:
        words = ""
        for token, _ in self._tokens:
            if token == "\n":
                break
            words += token
        is_list = words.startswith("[")
        path = self._with_items(_key_steps(words.strip("[]")), but_last=is_list)
        if is_list:
            self._lines.setdefault(path, line)
            self._counts[path] = self._counts.get(path, -1) + 1
            path = (*path, self._counts[path])
        self._table = path
        self._lines.setdefault(path, line)

    def _with_items(self, names: Steps, *, but_last: bool) -> Steps:
        """The names with the number of the item that a list of tables has reached."""
        path: Steps = ()
        for place, name in enumerate(names, start=1):
            path = (*path, name)
            if path in self._counts and not (but_last and place == len(names)):
                path = (*path, self._counts[path])
        return path

    def _read_pair(self, table: Steps, name: str, line: int) -> None:
        """A key, of which `name` is the first token, up to its sign of equality, then its value."""
        for token, _ in self._tokens:
            if token == "=":
                break
            name += token
        path = (*table, *_key_steps(name))
        self._lines.setdefault(path, line)
        self._read_value(path, next(self._tokens)[0])

    def _read_value(self, path: Steps, opening: str) -> None:
        if opening == "[":
            self._read_items(path)
        elif opening == "{":
            for token, line in self._tokens:
                if token == "}":
                    return
                if token not in {",", "\n"}:
                    self._read_pair(path, token, line)

    def _read_items(self, path: Steps) -> None:
        number = 0
        for token, line in self._tokens:
            if token == "]":
                return
            if token not in {",", "\n"}:
                self._lines.setdefault((*path, number), line)
                self._read_value((*path, number), token)
                number += 1


def _numbered_tokens(text: str) -> Iterator[tuple[str, int]]:
    """Each token but comments, with its line."""
    line, last = 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", last, found.start())
        last = found.start()
        if not found[0].startswith("#"):
            yield found[0], line


def _key_steps(written: str) -> Steps:
    return tuple(next(part for part in found.groups() if part is not None) for found in _KEY_PART.finditer(written))
