"""The container of the old office programs: streams in chains of sectors, listed in a folder."""

import struct
from collections.abc import Iterator, Mapping

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""Sector numbers from here on are none."""
_ENTRY = 128
_NO_ENTRY = 0xFFFFFFFF


class BrokenContainer(Exception):
    """The container's own rules are not kept."""


def root_streams(data: bytes) -> Mapping[str, bytes]:
    """The streams that stand in the container itself, not in a folder of it, by name. BrokenContainer."""
    try:
        return dict(_Container(data).root_streams())
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise BrokenContainer from error


class _Container:
    """The chains of sectors, large and small."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size, self._small_size = (1 << shift for shift in struct.unpack_from("<HH", data, 30))
        self._folder, _, self._least = struct.unpack_from("<III", data, 48)
        small_table, _, more, _ = struct.unpack_from("<IIII", data, 60)
        places = [place for place in struct.unpack_from("<109I", data, 76) if place < _END]
        per_sector = self._size // 4
        while more < _END and len(places) * self._size < len(data):
            found = struct.unpack(f"<{per_sector}I", self._sector(more))
            places += [place for place in found[:-1] if place < _END]
            more = found[-1]
        self._next = [each for place in places for each in struct.unpack(f"<{per_sector}I", self._sector(place))]
        self._small_next = [each for (each,) in struct.iter_unpack("<I", self._chain(small_table))]
        self._entries = self._chain(self._folder)
        self._small_data = self._chain(struct.unpack_from("<I", self._entries, 116)[0])

    def root_streams(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each stream that is a child of the root."""
        waiting, seen = [struct.unpack_from("<I", self._entries, 76)[0]], set[int]()
        while waiting:
            number = waiting.pop()
            if number == _NO_ENTRY or number in seen:
                continue
            seen.add(number)
            entry = self._entries[number * _ENTRY : (number + 1) * _ENTRY]
            length, kind, _, left, right = struct.unpack_from("<HBBII", entry, 64)
            waiting += [left, right]
            start, size = struct.unpack_from("<II", entry, 116)
            if kind == 2:
                yield entry[: max(length - 2, 0)].decode("utf-16-le"), self._stream(start, size)

    def _stream(self, start: int, size: int) -> bytes:
        if size >= self._least:
            return self._chain(start)[:size]
        places = _places(self._small_next, start)
        width = self._small_size
        return b"".join(self._small_data[place * width : (place + 1) * width] for place in places)[:size]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _places(self._next, start)))

    def _sector(self, place: int) -> bytes:
        begin = (place + 1) * self._size
        return self._data[begin : begin + self._size].ljust(self._size, b"\0")


def _places(following: list[int], start: int) -> Iterator[int]:
    """The sectors of a chain; BrokenContainer where it comes back to itself."""
    count = 0
    while start < _END:
        count += 1
        if count > len(following):
            raise BrokenContainer
        yield start
        start = following[start]
