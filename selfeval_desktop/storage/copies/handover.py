"""The 交接包 as a file: a zip of fixed member names with a manifest of their digests; no path in it is used for unpacking."""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from lzma import LZMAError
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from selfeval_desktop import __version__
from selfeval_desktop.app.errors import (
    BadTemplate,
    FileExists,
    MissingFile,
    NewerLedger,
    PackageFault,
    SelfEvalError,
    UnfitPackage,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.foreign_files import open_regular_file, shown_text
from selfeval_desktop.app.handover import HandOverInfo, Inventory
from selfeval_desktop.app.paper.file_names import ENDING, file_name
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import manifests, settings_json, templates
from selfeval_desktop.codec.manifests import FileEntry, HandoverManifest
from selfeval_desktop.codec.strict import MAX_BYTES, Complaint
from selfeval_desktop.codec.templates import ReadTemplate, read_template
from selfeval_desktop.domain.form.look_alikes import shown_name
from selfeval_desktop.storage.file import atomic_write, database
from selfeval_desktop.storage.file.page_copy import scratch_folder
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import contents

LEDGER, MANIFEST, SETTINGS = f"ledger{ENDING}", "manifest.json", "settings.json"
PAPER = "交接清单.pdf"
TEMPLATES = "templates/"
MOST_TEMPLATES, MOST_TEMPLATE_BYTES = templates.MOST_FILES, templates.MOST_BYTES_OF_ALL
_DEVICES = "(?:con|prn|aux|nul|com[0-9]|lpt[0-9])"
_NAMES = re.compile(rf"{LEDGER}|{MANIFEST}|{SETTINGS}|{PAPER}|{TEMPLATES}(?!{_DEVICES}\.)[a-z0-9-]{{1,64}}\.toml")
_BROKEN = (BadZipFile, zlib.error, LZMAError, EOFError, KeyError, NotImplementedError, UnicodeDecodeError)
"""What reading a damaged zip raises: a name in it may be no text, and a member may be packed in any way."""
_CHUNK = 1 << 20
_HIGHEST_RATIO = 200
_SMALL = 100_000
"""A member up to this size may be packed as tightly as it likes."""
_ENCRYPTED = 0x1
_UNIX = 3
_RIGHTS = 0o644 << 16


@dataclass(frozen=True, slots=True)
class PackageContents:
    """What goes into a package along with the ledger: other members by name, and the inventory for the manifest."""

    members: Mapping[str, bytes]
    inventory: Inventory


def collect_package_contents(
    inventory: Inventory, paper: bytes, kept_settings: bytes, template_files: Mapping[str, bytes]
) -> PackageContents:
    """The parts under their names; templates by their file names. One that no package can hold is left out."""
    members = {PAPER: paper, SETTINGS: kept_settings}
    members |= {f"{TEMPLATES}{name}": data for name, data in template_files.items()}
    fit = {name: data for name, data in members.items() if _NAMES.fullmatch(name) and len(data) <= _most_bytes(name)}
    return PackageContents(fit, inventory)


def write_handover_package(
    store: FormStore, load: PackageContents, target: Path, progress: Progress = ignore_progress
) -> None:
    """Write a package of the ledger as it is stored now; errors as `HandOverPackages.write_hand_over`."""
    if atomic_write.is_name_taken(target):
        raise FileExists(target)
    with _temporary_ledger_copy(store, target) as ledger, atomic_write.staged_new_file(target) as temp:
        try:
            _write_package_archive(temp, ledger, shown_text(store.path.stem), load)
            read_handover_package(temp, progress)
        except OSError as error:
            raise UnwritableFile(target, failure_reason(error)) from error


def read_handover_package(path: Path, progress: Progress = ignore_progress) -> HandOverInfo:
    """The manifest's data, after every member was compared with its digest."""
    with _open_package(path) as archive:
        manifest = _read_manifest(archive)
        total = sum(entry.size for entry in manifest.files)
        done = 0
        for entry in manifest.files:
            for size in _verified_chunk_sizes(archive, entry, None):
                progress(done, total)
                done += size
        progress(total, total)
        names = [entry.name for entry in manifest.files if entry.name.startswith(TEMPLATES)]
        return HandOverInfo(
            path,
            file_name(manifest.ledger, "ledger"),
            shown_name(manifest.program),
            datetime.fromisoformat(manifest.made_at),
            manifest.inventory,
            _packaged_settings(archive),
            tuple(name.removeprefix(TEMPLATES).removesuffix(".toml") for name in names),
            next(entry.size for entry in manifest.files if entry.name == LEDGER),
        )


@dataclass(frozen=True, slots=True)
class PackedTemplates:
    """The templates of a package, and the names of those that are none."""

    readable: tuple[ReadTemplate, ...]
    unreadable: tuple[str, ...]


def read_ledger_size(path: Path) -> int:
    """How many bytes the ledger in the package has; errors as `read_handover_package`."""
    with _open_package(path) as archive:
        return next(entry.size for entry in _read_manifest(archive).files if entry.name == LEDGER)


def unpack_handover_package(
    path: Path, temp: Path, target: Path, progress: Progress = ignore_progress
) -> PackedTemplates:
    """Make the ledger a file at `temp`, verified; the templates of the package.

    Errors as `read_handover_package`; UnwritableFile, about `target`, which `temp` will become.
    """
    with _open_package(path) as archive:
        manifest = _read_manifest(archive)
        entries = {entry.name: entry for entry in manifest.files}
        try:
            with temp.open("xb") as file:
                done = 0
                for size in _verified_chunk_sizes(archive, entries[LEDGER], file):
                    progress(done, entries[LEDGER].size)
                    done += size
        except OSError as error:
            raise UnwritableFile(target, failure_reason(error)) from error
        _verify_unpacked_ledger(temp, path)
        progress(entries[LEDGER].size, entries[LEDGER].size)
        return _packed_templates(archive, [entry for name, entry in entries.items() if name.startswith(TEMPLATES)])


def _packed_templates(archive: ZipFile, entries: Sequence[FileEntry]) -> PackedTemplates:
    readable, unreadable = [], []
    for entry in entries:
        name = entry.name.removeprefix(TEMPLATES)
        data = b"".join(_verified_chunks(archive, entry))
        try:
            readable.append(ReadTemplate(read_template(data, path=Path(name)), data))
        except BadTemplate:
            unreadable.append(Path(name).stem)
    return PackedTemplates(tuple(readable), tuple(unreadable))


@contextmanager
def _temporary_ledger_copy(store: FormStore, target: Path) -> Iterator[Path]:
    """A verified copy of the ledger in the user's own folder, removed after packing; UnwritableFile."""
    try:
        with scratch_folder(target) as folder:
            copy = folder / LEDGER
            store.back_up(copy)
            yield copy
    except OSError as error:
        raise UnwritableFile(target, failure_reason(error)) from error


def _write_package_archive(temp: Path, ledger: Path, name: str, load: PackageContents) -> None:
    """Compress the ledger, unless it compresses so well that `_is_bomb` would refuse it on the other side."""
    entries = [
        _manifest_entry_of_file(LEDGER, ledger),
        *(_manifest_entry_of_bytes(name, data) for name, data in load.members.items()),
    ]
    made = (__version__, datetime.now().astimezone())
    manifest = manifests.handover_manifest_bytes(name, made, load.inventory, entries)
    for method in (ZIP_DEFLATED, ZIP_STORED):
        with ZipFile(temp, "w") as archive:
            archive.writestr(_member_info(MANIFEST, ZIP_DEFLATED), manifest)
            for member, data in load.members.items():
                archive.writestr(_member_info(member, ZIP_DEFLATED), data)
            with (
                archive.open(_member_info(LEDGER, method), "w", force_zip64=True) as packed,
                ledger.open("rb") as file,
            ):
                while chunk := file.read(_CHUNK):
                    packed.write(chunk)
            if not _is_bomb(archive.getinfo(LEDGER)):
                break


def _member_info(name: str, method: int) -> ZipInfo:
    info = ZipInfo(name, datetime.now().astimezone().timetuple()[:6])
    info.create_system, info.external_attr, info.compress_type = _UNIX, _RIGHTS, method
    return info


def _manifest_entry_of_file(name: str, path: Path) -> FileEntry:
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return FileEntry(name, path.stat().st_size, digest.hexdigest())


def _manifest_entry_of_bytes(name: str, data: bytes) -> FileEntry:
    return FileEntry(name, len(data), sha256(data).hexdigest())


@contextmanager
def _open_package(path: Path) -> Iterator[ZipFile]:
    """The package, once its directory is harmless; what is wrong with its bytes is found while they are read."""
    try:
        with open_regular_file(path) as file, ZipFile(file) as archive:
            _refuse_harmful_members(path, archive.infolist())
            yield archive
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except (*_BROKEN, _MemberMismatch) as error:
        fault = PackageFault.DAMAGED if _begins_as_zip(path) else PackageFault.FORMAT
        raise UnfitPackage(path, fault) from error
    except Complaint as error:
        raise UnfitPackage(path, PackageFault.FORMAT) from error
    except manifests.NewerFormat as error:
        raise UnfitPackage(path, PackageFault.NEWER) from error
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error


class _MemberMismatch(Exception):
    """A member is not as the manifest says."""


def _refuse_harmful_members(path: Path, members: Sequence[ZipInfo]) -> None:
    names = {member.filename for member in members}
    if MANIFEST not in names:
        raise UnfitPackage(path, PackageFault.FORMAT)
    if len(names) < len(members) or len(names) > MOST_TEMPLATES + 4 or not all(map(_NAMES.fullmatch, names)):
        raise UnfitPackage(path, PackageFault.HARMFUL)
    if sum(member.file_size for member in members if member.filename.startswith(TEMPLATES)) > MOST_TEMPLATE_BYTES:
        raise UnfitPackage(path, PackageFault.HARMFUL)
    for member in members:
        if member.file_size > _most_bytes(member.filename) or member.flag_bits & _ENCRYPTED or _is_bomb(member):
            raise UnfitPackage(path, PackageFault.HARMFUL)


def _most_bytes(name: str) -> int:
    if name == LEDGER:
        return database.MAX_BYTES
    return templates.MAX_BYTES if name.startswith(TEMPLATES) else MAX_BYTES


def _is_bomb(member: ZipInfo) -> bool:
    return member.file_size > max(_SMALL, member.compress_size * _HIGHEST_RATIO)


def _begins_as_zip(path: Path) -> bool:
    with open_regular_file(path) as file:
        return file.read(2) == b"PK"


def _read_manifest(archive: ZipFile) -> HandoverManifest:
    """It names every other member, and there is a ledger among them."""
    manifest = manifests.read_handover_manifest(archive.read(MANIFEST))
    named = [entry.name for entry in manifest.files]
    if sorted([*named, MANIFEST]) != sorted(archive.namelist()) or LEDGER not in named:
        raise _MemberMismatch
    return manifest


def _verified_chunk_sizes(archive: ZipFile, entry: FileEntry, copy: IO[bytes] | None) -> Iterator[int]:
    """Read a member, piece by piece, into `copy` where there is one; the size of each piece."""
    for chunk in _verified_chunks(archive, entry):
        if copy is not None:
            copy.write(chunk)
        yield len(chunk)


def _verified_chunks(archive: ZipFile, entry: FileEntry) -> Iterator[bytes]:
    """The pieces of a member; _MemberMismatch once it is known that they are not what the manifest says."""
    digest, size = sha256(), 0
    with archive.open(entry.name) as member:
        while chunk := member.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            yield chunk
    if size != entry.size or digest.hexdigest() != entry.sha256:
        raise _MemberMismatch


def _packaged_settings(archive: ZipFile) -> Settings:
    """Those of the package; the default for each that it has not, or that cannot be read."""
    if SETTINGS not in archive.namelist():
        return Settings()
    return settings_json.read_settings(archive.read(SETTINGS)).settings


def _verify_unpacked_ledger(ledger: Path, package: Path) -> None:
    """It is a ledger, and its content is what was stored; one of an older version is verified when it is opened."""
    try:
        if database.read_schema_version(ledger) == database.HEAD:
            with (
                translating_sqlite_errors(ledger),
                database.connect(ledger, database.reading_mode(ledger)) as connection,
                connection.begin(),
            ):
                contents.verify_contents(connection, ledger)
    except NewerLedger as error:
        raise UnfitPackage(package, PackageFault.NEWER) from error
    except SelfEvalError as error:
        raise UnfitPackage(package, PackageFault.DAMAGED) from error
