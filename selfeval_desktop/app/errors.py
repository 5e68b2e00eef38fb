"""What the world can do to us. Raised with fields, caught once, at the action that began the work.

The sentence for each lives in `wording.errors`; `fields` of the exception are all it needs. Anything
that is not a SelfEvalError is a fault of the program and reaches the crash dialog.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class SelfEvalError(Exception):
    """The world is at fault, not the program."""


@dataclass(eq=False)
class MissingFile(SelfEvalError):
    """The path leads nowhere."""

    path: Path


@dataclass(eq=False)
class FileExists(SelfEvalError):
    """A file of that name stands already and is not replaced."""

    path: Path


class ForeignFile(StrEnum):
    """Why a file is no ledger of ours."""

    FOLDER = "folder"
    EMPTY = "empty"
    FORMAT = "format"  # no SQLite file at all, or one of another program
    SCHEMA = "schema"  # our mark, but tables, triggers or views that this program never makes
    TOO_LARGE = "too_large"


class LedgerDamage(StrEnum):
    """What is wrong with a ledger."""

    PAGES = "pages"  # SQLite cannot read it
    CONTENT = "content"  # it reads, but is not what was stored
    JOURNAL = "journal"  # an unfinished transaction that does not roll back to a whole ledger
    HISTORY = "history"  # the change log is not as it was written


@dataclass(eq=False)
class NotALedger(SelfEvalError):
    """A file that this program did not write, or a folder."""

    path: Path
    reason: ForeignFile


@dataclass(eq=False)
class DamagedLedger(SelfEvalError):
    """A ledger whose content is not what was stored."""

    path: Path
    reason: LedgerDamage


@dataclass(eq=False)
class DamagedForm(DamagedLedger):
    """One form of a ledger whose content is not what was stored; the others may be."""

    form_id: int
    project_name: str


@dataclass(eq=False)
class NewerLedger(SelfEvalError):
    """A ledger of a later version of the program."""

    path: Path


@dataclass(eq=False)
class LedgerInUse(SelfEvalError):
    """Another window or command holds the ledger; `holder` names it, empty when unknown."""

    path: Path
    holder: str


@dataclass(eq=False)
class LeftLock(LedgerInUse):
    """A ledger has a lock file of another PC, or an empty one: it cannot be known whether it is in use there.

    `lock` is that file.
    """

    lock: Path


@dataclass(eq=False)
class OpenedReadOnly(SelfEvalError):
    """A ledger that was opened for reading only is not changed."""

    path: Path


@dataclass(eq=False)
class UnfinishedStep(SelfEvalError):
    """Whoever writes the ledger was cut off in a step: only opening it anew takes that back."""

    path: Path


@dataclass(eq=False)
class StaleLedger(SelfEvalError):
    """Another process stored something in the open ledger since we last read it; it was not overwritten."""

    path: Path


@dataclass(eq=False)
class ChangedElsewhere(SelfEvalError):
    """Another process stored changes of the form that has other, unsaved ones here."""

    form_id: int
    project_name: str


class FileLoss(StrEnum):
    """What became of the file of an open ledger."""

    GONE = "gone"  # deleted, moved or renamed: nothing has its name
    REPLACED = "replaced"  # another file has its name
    OVERWRITTEN = "overwritten"  # something else was written into it
    LOGGED = "logged"  # another program works on it in WAL mode


@dataclass(eq=False)
class LostLedger(SelfEvalError):
    """The open ledger cannot be stored any more where it lay; nothing was written there."""

    path: Path
    loss: FileLoss


@dataclass(eq=False)
class UnreadableFile(SelfEvalError):
    """The system refused to read: `reason` is its own short text."""

    path: Path
    reason: str


@dataclass(eq=False)
class UnreadableClipboard(SelfEvalError):
    """The clipboard holds more than can be read within the limits for a foreign text; nothing was pasted."""


@dataclass(eq=False)
class ReaderNotStarted(SelfEvalError):
    """The system refused to start the program that reads foreign files: `reason` is its own short text."""

    path: Path
    reason: str


@dataclass(eq=False)
class UnwritableFile(SelfEvalError):
    """The system refused to write: `reason` is its own short text."""

    path: Path
    reason: str


class FileProtection(StrEnum):
    """Why a file is not written over by an export."""

    LEDGER = "ledger"
    BESIDE = "beside"  # a name that lock, journal or a file in the making has
    PROGRAM = "program"  # settings, templates, backups and the like


@dataclass(eq=False)
class ProtectedFile(SelfEvalError):
    """A name that no file may be written under; what stands there stays as it is."""

    path: Path
    reason: FileProtection


class StoredText(StrEnum):
    """Which texts of a form lie in one row of a ledger, and may be too long together."""

    FORM = "form"  # its head and goals, and what could not be read as a number
    ROW = "row"  # one row of the funds or indicators
    ANNOTATIONS = "annotations"  # all notes and explanations beside its cells
    COPY = "copy"  # the whole form, as it went out
    CHANGE = "change"  # one cell before and after


@dataclass(eq=False)
class TextBeyondLimit(SelfEvalError):
    """Texts of a form that are longer together than a ledger can keep; nothing was stored. `most` is in bytes."""

    path: Path
    texts: StoredText
    most: int


@dataclass(eq=False)
class FullLedger(SelfEvalError):
    """A ledger that would become larger than one may be; nothing was stored. `most` is in bytes."""

    path: Path
    most: int


@dataclass(eq=False)
class WrittenNotRead(SelfEvalError):
    """A file that is written and stands there whole, but could not be read after that.

    `reason` is the system's own short text.
    """

    path: Path
    reason: str


@dataclass(eq=False)
class FormNotInCopy(SelfEvalError):
    """A copy of a ledger that is written, but the open form could not be stored in it; `reason` as in UnwritableFile."""

    path: Path
    reason: str


@dataclass(eq=False)
class NotBackedUp(SelfEvalError):
    """A ledger of an earlier version that is not brought up to date, as it could not be backed up before.

    `folder` is where the backup should have gone, `reason` the system's own short text.
    """

    path: Path
    folder: Path
    reason: str


@dataclass(eq=False)
class PrinterRefused(SelfEvalError):
    """The printer did not take the pages; `printer` is its name."""

    printer: str


@dataclass(eq=False)
class UnknownForm(SelfEvalError):
    """The ledger holds no form of that number."""

    form_id: int


@dataclass(eq=False)
class UnknownTemplate(SelfEvalError):
    """No template of that id is installed."""

    template: str


@dataclass(eq=False)
class OtherTemplateVersion(SelfEvalError):
    """A form was printed by another version of its template than the installed one; `template` is its name."""

    template: str
    printed: str
    installed: str


@dataclass(eq=False)
class TooManyTemplates(SelfEvalError):
    """The user's folder holds more template files than `most`, or than `most_bytes` of them; the rest is not read."""

    path: Path
    most: int
    most_bytes: int


@dataclass(eq=False)
class OldTemplate(SelfEvalError):
    """A template file that is not newer than the installed template of its name."""

    path: Path
    template: str
    version: int
    installed: int


@dataclass(eq=False)
class OtherTemplate(SelfEvalError):
    """A template file with the id and version of an installed template, but another content."""

    path: Path
    template: str
    version: int


class CodeFault(StrEnum):
    """Why a text cannot be the code of a sheet of paper."""

    EMPTY = "empty"
    LENGTH = "length"  # found: how many characters there are
    CHARACTER = "character"  # found: the first character that no code has


@dataclass(eq=False)
class NotACode(SelfEvalError):
    """What was typed is no code as it stands in the foot of a page."""

    reason: CodeFault
    found: str = ""


class FileProblem(StrEnum):
    """What is wrong with a file of forms or a template; the comment tells what `place` and `found` hold.

    `place` is a path inside the file, "" for the file as a whole; `found` is "" where it has no use.
    """

    NOT_UTF8 = "not_utf8"
    TOO_LARGE = "too_large"  # found: the size in bytes
    TOO_DEEP = "too_deep"
    NOT_JSON = "not_json"  # place: "line:column", both from 1
    NOT_TOML = "not_toml"  # place: "line:column", both from 1
    DUPLICATE_KEY = "duplicate_key"  # found: the key, place stays empty
    NO_FORMS = "no_forms"  # an empty list
    UNKNOWN_FORMAT = "unknown_format"  # found: the format named in the file
    UNKNOWN_TEMPLATE = "unknown_template"  # found: the template named in the file
    UNKNOWN_KEY = "unknown_key"  # place: with the key; found: the key
    MISSING_KEY = "missing_key"  # place: with the key
    WRONG_TYPE = "wrong_type"  # found: the value
    NOT_A_NUMBER = "not_a_number"  # found: the value
    BAD_TEXT = "bad_text"  # found: the character as U+XXXX
    BAD_VALUE = "bad_value"  # found: the value, which is none of those allowed or out of range
    TOO_LONG = "too_long"  # a text or a list; found: its length
    BROKEN = "broken"  # its parser gave up without saying where
    TOO_SLOW = "too_slow"  # not read within the time limit
    TOO_HEAVY = "too_heavy"  # not read within the memory limit
    WRONG_SPANS = "wrong_spans"  # template: the cells of a row do not fill the sheet; found: their sum
    WRONG_WEIGHTS = "wrong_weights"  # template: execution and classes do not make the full mark; found: their sum


@dataclass(eq=False)
class BadFormFile(SelfEvalError):
    """A file that holds no readable form: `place` is the path inside it ("[2].funds.total.annual").

    `found` is the offending text, cut to a readable length.
    """

    path: Path
    place: str
    problem: FileProblem
    found: str = ""


class TemplateFault(NamedTuple):
    """One fault of a template file: its line from 1, and the rest as in BadFormFile."""

    line: int
    place: str
    problem: FileProblem
    found: str


@dataclass(eq=False)
class BadTemplate(SelfEvalError):
    """A template file that cannot be used; fields as in BadFormFile. `faults` are all that were found in it."""

    path: Path
    place: str
    problem: FileProblem
    found: str = ""
    faults: tuple[TemplateFault, ...] = ()


@dataclass(eq=False)
class BadResource(SelfEvalError):
    """A file of the program's own that cannot be used; fields as in BadFormFile."""

    path: Path
    place: str
    problem: FileProblem
    found: str = ""


class ListFault(StrEnum):
    """Why a file is no finance list."""

    FORMAT = "format"  # neither a spreadsheet nor a text with delimiters, or one that breaks its format's rules
    TOO_LARGE = "too_large"
    NO_HEAD = "no_head"  # no row with heads for a project and an amount
    NO_LINES = "no_lines"  # heads, and no project below them


@dataclass(eq=False)
class NoFinanceList(SelfEvalError):
    """A file from which no budgets and spending can be read."""

    path: Path
    reason: ListFault


class Cancelled(SelfEvalError):
    """The user stopped the work; nothing of it was kept."""


@dataclass(eq=False)
class UnreadCells(SelfEvalError):
    """Numeric cells of a form hold text that is no number, so that it cannot be exported."""

    form_id: int
    cells: tuple[str, ...]


@dataclass(eq=False)
class TextTooLong(SelfEvalError):
    """A spreadsheet cell holds 32,767 characters at most; `cell` is named as a FieldRef text.

    `project_name` is that of the form, empty for a list.
    """

    cell: str
    length: int
    project_name: str = ""


@dataclass(eq=False)
class TooMuchText(SelfEvalError):
    """A form or list holds more text than paper, Word and Excel take: `length` characters where `most` may be."""

    name: str
    length: int
    most: int


@dataclass(eq=False)
class NotReady(SelfEvalError):
    """A form that cannot be handed up: it has errors, or values that nobody has confirmed yet."""

    form_id: int
    project_name: str
    errors: int
    unconfirmed: int


@dataclass(eq=False)
class ReadBackMismatch(SelfEvalError):
    """A file, read back, does not say what the form says; nothing of the package was kept.

    `cell` is a FieldRef text, or a place in the table as "(row, column)" from 0, "" for what stands in no cell.
    Both texts are cut to a readable length.
    """

    file: str
    cell: str
    expected: str
    found: str


class PackageFault(StrEnum):
    """Why nothing was taken from a 交接包."""

    FORMAT = "format"  # no package of ours
    DAMAGED = "damaged"  # not what it says of itself
    NEWER = "newer"  # made by a later version of the program
    HARMFUL = "harmful"  # packed so that unpacking would do harm
    TOO_SLOW = "too_slow"  # not read within the time limit


@dataclass(eq=False)
class UnfitPackage(SelfEvalError):
    """A file that no ledger can be taken over from; nothing of it was."""

    path: Path
    reason: PackageFault


class UnfitReason(StrEnum):
    """Why nothing was taken from an office's file."""

    TOO_LARGE = "too_large"  # found: the size in bytes
    EMPTY = "empty"
    UNKNOWN = "unknown"  # no format that is read; found: the ending
    OLD_WORD = "old_word"  # a .doc or .wps
    PDF = "pdf"
    PICTURE = "picture"
    ARCHIVE = "archive"  # a zip, rar or 7z of other files
    OPEN_TEXT = "open_text"  # an .odt
    OFD = "ofd"
    BINARY_WORKBOOK = "binary_workbook"  # an .xlsb
    XML_DOCUMENT = "xml_document"  # a document in the XML of Word 2003
    SLIDES = "slides"  # a presentation
    LOCKED = "locked"  # behind a password
    BROKEN = "broken"  # the format's own rules are not kept, or its reader gave up
    BOMB = "bomb"  # packed so that unpacking would fill the memory, or with names that leave its folder
    ENTITIES = "entities"  # XML that declares a document type, as no office program writes
    TOO_MUCH = "too_much"  # more text or parts than forms can have
    TOO_SLOW = "too_slow"  # not read within the time limit
    TOO_HEAVY = "too_heavy"  # not read within the memory limit
    NO_FORM = "no_form"  # read, but nothing in it is a form


@dataclass(eq=False)
class UnfitFile(SelfEvalError):
    """A spreadsheet, document or list that no form can be taken from; nothing of it was."""

    path: Path
    reason: UnfitReason
    found: str = ""
