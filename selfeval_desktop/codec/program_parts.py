"""The list of the program's parts: as CycloneDX, which a package brings along, and from what is installed."""

import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import msgspec

from selfeval_desktop.app.errors import BadResource, FileProblem, UnreadableFile
from selfeval_desktop.app.program_parts import ProgramPart

_OWN = "selfeval-desktop"
_LICENCE_FILE = re.compile(r"(^|/)(licen[cs]e|copying|notice)[^/]*$|\.dist-info/licenses/", re.IGNORECASE)
_LONGEST_NAME = 80
"""Some packages give the whole licence where its name should stand."""


class _Text(msgspec.Struct):
    content: str


class _Licence(msgspec.Struct):
    id: str = ""
    name: str = ""
    text: _Text | None = None


class _Choice(msgspec.Struct):
    license: _Licence | None = None
    expression: str = ""


class _Component(msgspec.Struct):
    name: str
    version: str = ""
    licenses: list[_Choice] = []


class _PartsList(msgspec.Struct):
    """What is read of a CycloneDX document."""

    components: list[_Component]


def read_parts(path: Path) -> tuple[ProgramPart, ...]:
    """The parts of a package, by name; UnreadableFile, BadResource."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_PartsList)
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "") from error
    except msgspec.MsgspecError as error:
        raise BadResource(path, "", FileProblem.BROKEN) from error
    return _sorted(_part_of_component(component) for component in found.components)


def _part_of_component(component: _Component) -> ProgramPart:
    licences = [choice.license for choice in component.licenses if choice.license]
    names = [licence.id or licence.name for licence in licences]
    names += [choice.expression for choice in component.licenses if choice.expression]
    texts = [licence.text.content for licence in licences if licence.text]
    return ProgramPart(component.name, component.version, " AND ".join(names), "\n\n".join(texts))


def installed_parts(folder: Path | None = None) -> tuple[ProgramPart, ...]:
    """The libraries that lie in a folder of installed packages; without one, those that this program runs with."""
    if folder is not None:
        found: Iterable[metadata.Distribution] = metadata.distributions(path=[str(folder)])
    else:
        found = _required_distributions()
    return _sorted(_part_of_distribution(each) for each in found if _normal_name(each.name) != _OWN)


def resource_parts(folder: Path) -> tuple[ProgramPart, ...]:
    """The fonts and icons among the program's resources, each with the licence that lies beside it."""
    return tuple(
        ProgramPart(name, version, licence, (folder / text).read_text("utf-8"))
        for name, version, licence, text in (
            ("Noto Sans SC", "", "OFL-1.1", "fonts/NotoSansSC-OFL.txt"),
            ("Noto Serif SC", "", "OFL-1.1", "fonts/NotoSerifSC-OFL.txt"),
            ("HanaMinA", "", "HanaMin", "fonts/HanaMinA-LICENSE.txt"),
            ("Lucide", "", "ISC AND MIT", "icons/LICENSE.txt"),
        )
    )


def _required_distributions() -> Iterator[metadata.Distribution]:
    """The program's package and those that it asks for, and those that these ask for."""
    wanted, seen = [_OWN], {_OWN}
    while wanted:
        try:
            found = metadata.distribution(wanted.pop())
        except metadata.PackageNotFoundError:
            # Asked for on another system, or by a program that is not installed itself.
            continue
        yield found
        for line in found.requires or ():
            name = _normal_name(re.split(r"[^\w.-]", line, maxsplit=1)[0])
            if "extra ==" not in line and name not in seen:
                seen.add(name)
                wanted.append(name)


def _part_of_distribution(found: metadata.Distribution) -> ProgramPart:
    files = [Path(str(path.locate())) for path in found.files or () if _LICENCE_FILE.search(path.as_posix())]
    texts = [_licence_text(path.read_bytes()) for path in files if path.is_file()]
    return ProgramPart(found.name, found.version, _licence_name(found), "\n\n".join(texts))


def _licence_text(data: bytes) -> str:
    """Some of the older licences are not in UTF-8 for the sake of their one ©."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _licence_name(found: metadata.Distribution) -> str:
    """As the package names its licence: an expression, a short text, or the end of its classifier."""
    headers = found.metadata
    for field in ("License-Expression", "License"):
        text = headers[field].strip() if field in headers else ""
        if text and "\n" not in text and len(text) <= _LONGEST_NAME:
            return text
    classifiers = [line for line in headers.get_all("Classifier") or () if line.startswith("License ::")]
    return classifiers[0].rsplit(" :: ", 1)[-1] if classifiers else ""


def _normal_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _sorted(parts: Iterable[ProgramPart]) -> tuple[ProgramPart, ...]:
    return tuple(sorted(parts, key=lambda part: part.name.casefold()))
