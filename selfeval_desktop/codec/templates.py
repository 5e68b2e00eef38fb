"""Templates as TOML (`selfeval-template/1`), read strictly, and the folder of installed ones."""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec

from selfeval_desktop.app.errors import (
    BadTemplate,
    FileProblem,
    MissingFile,
    OldTemplate,
    OtherTemplate,
    SelfEvalError,
    TemplateFault,
    TooManyTemplates,
    UnknownTemplate,
    UnreadableFile,
)
from selfeval_desktop.app.foreign_files import OversizedFile, read_regular_file
from selfeval_desktop.app.ledger.templates import GivenTemplates
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import limited, strict, template_rules, toml_lines
from selfeval_desktop.codec.limited import LimitedReader
from selfeval_desktop.codec.strict import Complaint, Number, Text
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.catalogue import differing_severities
from selfeval_desktop.domain.rules.findings import Severity

FORMAT = "selfeval-template/1"

_STRICT: Mapping[object, object] = {
    Decimal: Number,
    Decimal | None: Number | None,
    str: Text,
    float: Annotated[float, msgspec.Meta(ge=0, le=2000)],
    int: Annotated[int, msgspec.Meta(ge=0, le=1000)],
    Severity | Literal["off"]: Literal["error", "warning", "hint", "off"],
}


def read_template(data: bytes, *, path: Path) -> Template:
    """The template of a file; BadTemplate for anything unknown, missing or at odds with itself.

    The keys are the fields of the dataclasses in domain.template, nested alike, with `format` before
    them; tables and lists that are empty may be left out. Decimals are strings. `path` is for the complaint.

    A severity that is the rule's own anyway is left away: a file that repeats it is the same template.
    """
    with strict.refusing_file(path, BadTemplate):
        return _template_from_tables(strict.read_toml(data, FORMAT))


def template_text(template: Template) -> str:
    """The same tables as JSON with sorted keys: what a ledger keeps."""
    return msgspec.json.encode({"format": FORMAT, **dataclasses.asdict(template)}, order="sorted").decode()


def read_template_text(kept: str, *, path: Path) -> Template:
    """The template of such a text, of a ledger at `path`; BadTemplate as for a file.

    A ledger holds texts of earlier versions of the program: what is new in domain.template has a default.
    """
    with strict.refusing_file(path, BadTemplate):
        return _template_from_tables(_template_tables(kept))


def _template_tables(kept: str) -> dict[str, strict.Document]:
    """The tables that `template_text` wrote, without `format`."""
    try:
        document: dict[str, Any] = msgspec.json.decode(kept, type=dict[str, Any])
    except (ValueError, RecursionError) as error:
        raise Complaint((), FileProblem.NOT_JSON) from error
    if document.pop("format", "") != FORMAT:
        raise Complaint(("format",), FileProblem.UNKNOWN_FORMAT)
    return {key: strict.clean_document(item, (key,)) for key, item in document.items()}


def _template_from_tables(document: dict[str, strict.Document]) -> Template:
    template: Template = _domain_value(strict.convert_to_struct(document, _strict_struct(Template)), Template)
    for complaint in template_rules.template_contradictions(template):
        raise complaint
    return replace(template, severities=differing_severities(template.severities))


@cache
def _strict_struct(shape: type[Any]) -> type[msgspec.Struct]:
    """A Struct with the fields of a dataclass. Unlike a dataclass it refuses unknown keys."""
    hints = get_type_hints(shape)
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for field in dataclasses.fields(shape):
        kind = _strict_type(hints[field.name])
        if field.default is not dataclasses.MISSING:
            fields.append((field.name, kind, field.default))
        elif get_origin(hints[field.name]) in {tuple, Mapping}:
            fields.append((field.name, kind, msgspec.field(default_factory=get_origin(kind))))
        else:
            fields.append((field.name, kind))
    return msgspec.defstruct(shape.__name__, fields, frozen=True, forbid_unknown_fields=True, kw_only=True)


def _strict_type(hint: Any) -> Any:
    """The type of a field, with Structs for dataclasses and limits on texts and numbers."""
    if dataclasses.is_dataclass(hint):
        return _strict_struct(hint)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return GenericAlias(tuple, (_strict_type(get_args(hint)[0]), ...))
    if get_origin(hint) is Mapping:
        return GenericAlias(dict, tuple(_strict_type(inner) for inner in get_args(hint)))
    return _STRICT.get(hint, hint)


def _domain_value(found: Any, hint: Any) -> Any:
    """A value of a Struct as a value of the dataclass that it mirrors."""
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{name: _domain_value(getattr(found, name), inner) for name, inner in hints.items()})  # type: ignore[operator]
    if get_origin(hint) is tuple:
        return tuple(_domain_value(item, get_args(hint)[0]) for item in found)
    if get_origin(hint) is Mapping:
        return {key: _domain_value(item, get_args(hint)[1]) for key, item in found.items()}
    if Decimal in {hint, *get_args(hint)}:
        return None if found is None else Decimal(found)
    return Severity(found) if Severity in get_args(hint) and found != "off" else found


DEFAULT = "mof-2020"
# A file has that name: on Windows the names of devices are none.
_ID = re.compile(r"(?=.{1,64}\Z)(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z)[a-z0-9]+(?:-[a-z0-9]+)*")

Write = Callable[[Path, bytes], None]
"""Puts a whole file in its place, or leaves what was there (UnwritableFile)."""


MAX_BYTES = 1 << 20
"""A template has about 10,000 bytes; many times that is none."""
MOST_FILES, MOST_BYTES_OF_ALL = 200, 4 << 20
"""Of the user's folder, by name, or of a 交接包: all of them are read when the program starts."""


class ReadTemplate(NamedTuple):
    """A template, and the bytes of the file that say it."""

    template: Template
    data: bytes


def read_template_file(path: Path) -> ReadTemplate:
    """The template of a file, in whatever process this is called; MissingFile, UnreadableFile, BadTemplate."""
    try:
        data = read_regular_file(path, MAX_BYTES)
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OversizedFile as error:
        raise BadTemplate(path, "", FileProblem.TOO_LARGE, str(error.size)) from error
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error
    try:
        template = read_template(data, path=path)
        _refuse_bad_id(template, path)
        return ReadTemplate(template, data)
    except BadTemplate as error:
        with strict.refusing_file(path, BadTemplate):
            error.faults = find_template_faults(data)
        raise


MOST_FAULTS = 100
"""A file with more is no template."""


def find_template_faults(data: bytes) -> tuple[TemplateFault, ...]:
    """All faults of a template file, in its order; a text that is no TOML has one."""
    try:
        document = strict.read_toml(data, FORMAT)
    except Complaint as complaint:
        line = complaint.place.partition(":")[0]
        return (TemplateFault(int(line) if line.isdecimal() else 1, *_told(complaint)),)
    lines = toml_lines.value_lines(strict.decode_utf8(data))
    faults = [
        TemplateFault(toml_lines.line_of_value(lines, complaint.steps), *_told(complaint))
        for complaint in islice(_document_complaints(document), MOST_FAULTS)
    ]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _refuse_bad_id(template: Template, path: Path) -> None:
    if not _ID.fullmatch(template.id):
        raise BadTemplate(path, "id", FileProblem.BAD_VALUE, strict.shorten_quote(template.id))


def _told(complaint: Complaint) -> tuple[str, FileProblem, str]:
    return complaint.place, complaint.problem, complaint.found


def _document_complaints(document: dict[str, strict.Document]) -> Iterator[Complaint]:
    """What does not fit the keys, and, once unknown keys are taken out and the rest fits, what contradicts itself."""
    shape = _strict_struct(Template)
    unfit = list(strict.find_complaints(document, shape)) if not strict.fits(document, shape) else []
    yield from unfit
    for complaint in unfit:
        if complaint.problem is FileProblem.UNKNOWN_KEY:
            _remove_value(document, complaint.steps)
    if strict.fits(document, shape):
        template: Template = _domain_value(strict.convert_to_struct(document, shape), Template)
        if not _ID.fullmatch(template.id):
            yield Complaint(("id",), FileProblem.BAD_VALUE, strict.shorten_quote(template.id))
        yield from template_rules.template_contradictions(template)


def _remove_value(document: Any, steps: strict.Steps) -> None:
    for step in steps[:-1]:
        document = document[step]
    del document[steps[-1]]


def check_template_file(path: Path) -> Template:
    """The template of a foreign file; MissingFile, UnreadableFile, BadTemplate with all its faults."""
    with LimitedReader() as reader:
        return _read_limited(reader, path).template


def _read_limited(reader: LimitedReader, path: Path, progress: Progress = ignore_progress) -> ReadTemplate:
    """`read_template_file` in the reading process; Cancelled, too."""
    with limited.telling_stops(lambda reason: BadTemplate(path, "", strict.STOPS[reason])):
        return reader.call(read_template_file, path, progress=progress)


class TemplateFolder:
    """The port `Templates` over these folders; BadTemplate when a file of the program's cannot be used.

    A file of the user's that cannot be used is passed over, so that the other templates can be, and read again once it
    has changed. The user's files are foreign texts: the reading process reads them, each that can be used once.
    """

    def __init__(self, folder: Path, loaded: Path | None = None) -> None:
        self._folder, self._loaded = folder, loaded
        self._read: dict[Path, Template] = {}
        self._faults: dict[Path, tuple[_Stamp, SelfEvalError]] = {}
        self._excess: TooManyTemplates | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """As values: another process is handed what was read, and reads no file of the user's itself."""
        return GivenTemplates, (self.newest_templates(),)

    @property
    def passed_over(self) -> tuple[SelfEvalError, ...]:
        """Why files of the user's were passed over, as far as they were wanted by now."""
        faults = tuple(error for _, error in self._faults.values())
        return (*faults, self._excess) if self._excess else faults

    def newest_templates(self) -> tuple[Template, ...]:
        """Every template, the default first, then by id."""
        self.read_user_files()
        found: dict[str, Template] = {}
        for template_id in self._template_ids():
            # The file's name is no template id, or the user's file cannot be used.
            with suppress(UnknownTemplate):
                found[template_id] = self.get_template(template_id)
        return tuple(found[name] for name in sorted(found, key=lambda name: (name != DEFAULT, name)))

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        """That version where it is installed, else the newest one; UnknownTemplate when none of that id is."""
        versions = [*self._program_templates(template_id), *self._user_templates(template_id)]
        if not versions:
            raise UnknownTemplate(template_id)
        same = [template for template in versions if template.version == version]
        return next(iter(same), max(versions, key=lambda template: template.version))

    def read_user_files(self, progress: Progress = ignore_progress) -> None:
        """Read the user's files that were not read yet, so that nobody waits for them later."""
        files = self._user_files()
        for path in self._faults.keys() - set(files):
            del self._faults[path]
        self._read_files_of_user(files, progress)

    def install_template(self, path: Path, write: Write, progress: Progress = ignore_progress) -> Template:
        """Install the template of a file for this user.

        MissingFile, UnreadableFile, BadTemplate, Cancelled; OldTemplate when it is not newer than the installed one,
        and OtherTemplate when that says something else under the same version.
        """
        with LimitedReader() as reader:
            read = _read_limited(reader, path, progress)
        self.install_read_template(read, path, write)
        return read.template

    def install_read_template(self, read: ReadTemplate, path: Path, write: Write) -> Callable[[], None]:
        """Install a template that was read from the file at `path`; errors as `install_template`.

        What takes it back: the file that was there before comes back.
        """
        assert self._loaded is not None
        template = read.template
        _refuse_bad_id(template, path)
        with suppress(UnknownTemplate):
            _refuse_old(template, self.get_template(template.id), path)
        target = self._loaded / f"{template.id}.toml"
        before = _read_if_there(target)
        write(target, read.data)
        self._read[target] = template
        self._faults.pop(target, None)

        def take_back() -> None:
            del self._read[target]
            if before is None:
                target.unlink()
            else:
                write(target, before)

        return take_back

    def _template_ids(self) -> set[str]:
        return {path.stem for path in (*self._folder.glob("*.toml"), *self._user_files())}

    def _user_files(self) -> list[Path]:
        """Up to MOST_FILES; none of a folder that the device does not give: the program's own templates are there."""
        self._excess = None
        if self._loaded is None:
            return []
        with suppress(OSError):
            found = sorted(self._loaded.glob("*.toml"))
            sizes = accumulate(min(stamp[0], MAX_BYTES) if (stamp := _stamp_of(path)) else 0 for path in found)
            kept = [path for path, size in zip(found[:MOST_FILES], sizes, strict=False) if size <= MOST_BYTES_OF_ALL]
            if len(kept) < len(found):
                self._excess = TooManyTemplates(self._loaded, MOST_FILES, MOST_BYTES_OF_ALL)
            return kept
        return []

    def _program_templates(self, template_id: str) -> list[Template]:
        """An id comes from foreign files: it must not lead out of the folder."""
        path = self._folder / f"{template_id}.toml"
        if not _ID.fullmatch(template_id) or (path not in self._read and not path.is_file()):
            return []
        if path not in self._read:
            self._read[path] = _named_for_its_id(read_template(path.read_bytes(), path=path), path)
        return [self._read[path]]

    def _user_templates(self, template_id: str) -> list[Template]:
        if self._loaded is None or not _ID.fullmatch(template_id):
            return []
        path = self._loaded / f"{template_id}.toml"
        self._read_files_of_user([path], ignore_progress)
        return [self._read[path]] if path in self._read else []

    def _read_files_of_user(self, files: Iterable[Path], progress: Progress) -> None:
        """Read those of the files that are there and were not read yet, or were bad and have been changed."""
        unread = [
            (path, stamp)
            for path in files
            if path not in self._read and (stamp := _stamp_of(path)) and self._faults.get(path, ((),))[0] != stamp
        ]
        if not unread:
            return
        with LimitedReader() as reader:
            for path, stamp in unread:
                self._faults.pop(path, None)
                try:
                    self._read[path] = _named_for_its_id(_read_limited(reader, path, progress).template, path)
                except SelfEvalError as error:
                    self._faults[path] = stamp, error


def _read_if_there(path: Path) -> bytes | None:
    try:
        return read_regular_file(path, MAX_BYTES)
    except OSError:
        return None


_Stamp = tuple[int, int]


def _stamp_of(path: Path) -> _Stamp | None:
    """What changes with a file: its size and time; None for one that is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _named_for_its_id(template: Template, path: Path) -> Template:
    if template.id != path.stem or not _ID.fullmatch(template.id):
        raise BadTemplate(path, "id", FileProblem.BAD_VALUE, strict.shorten_quote(template.id))
    return template


def _refuse_old(template: Template, installed: Template, path: Path) -> None:
    if template.version == installed.version and template != installed:
        raise OtherTemplate(path, template.name, template.version)
    if template.version <= installed.version:
        raise OldTemplate(path, template.name, template.version, installed.version)
