"""One of the program's own files, read when its content is first asked for, and once."""

from pathlib import Path
from typing import Generic, Protocol, TypeVar

from selfeval_desktop.app.errors import UnreadableFile

Content = TypeVar("Content")
Made_co = TypeVar("Made_co", covariant=True)


class ResourceReader(Protocol[Made_co]):
    """Makes the content of the bytes; BadResource. `path` is for the complaint."""

    def __call__(self, data: bytes, *, path: Path) -> Made_co: ...


class ResourceFile(Generic[Content]):
    """Nothing is kept of a file that cannot be used: it may be there when it is asked for again."""

    def __init__(self, path: Path, read: ResourceReader[Content]) -> None:
        self._path, self._read = path, read
        self._kept: list[Content] = []

    def content(self) -> Content:
        """What the file holds; BadResource, or UnreadableFile for one that is missing or locked."""
        if not self._kept:
            self._kept.append(self._read(self._read_bytes(), path=self._path))
        return self._kept[0]

    def _read_bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError as error:
            raise UnreadableFile(self._path, error.strerror or str(error)) from error
