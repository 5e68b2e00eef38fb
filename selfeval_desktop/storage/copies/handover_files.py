"""The 交接包 as the window makes and takes it: with its printed list, the user's settings and his templates."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    FileExists,
    OldTemplate,
    PackageFault,
    SelfEvalError,
    UnfitPackage,
    UnreadableFile,
)
from selfeval_desktop.app.foreign_files import OversizedFile, read_regular_file
from selfeval_desktop.app.handover import HandOverInfo, HandOverRequest, TakenOverLedger
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.settings import portable_settings
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import limited, templates
from selfeval_desktop.codec.limited import LimitedReader, StopReason
from selfeval_desktop.codec.settings_json import settings_bytes
from selfeval_desktop.codec.templates import ReadTemplate, TemplateFolder, Write
from selfeval_desktop.storage.copies import handover
from selfeval_desktop.storage.copies.handover import PackedTemplates
from selfeval_desktop.storage.file import atomic_write

_STOPS = {
    StopReason.SLOW: PackageFault.TOO_SLOW,
    StopReason.HEAVY: PackageFault.HARMFUL,
    StopReason.BROKEN: PackageFault.DAMAGED,
}


class HandOverFiles:
    """The port HandOverPackages; `write` puts a template file in its place, `pdf_bytes` makes one PDF of printouts.

    A package is foreign: the reading process checks and unpacks it.
    """

    def __init__(
        self, installed: TemplateFolder, write: Write, pdf_bytes: Callable[[Sequence[Printout]], bytes]
    ) -> None:
        self._installed, self._write = installed, write
        self._pdf_bytes = pdf_bytes

    def write_hand_over(self, order: HandOverRequest, target: Path, progress: Progress = ignore_progress) -> None:
        kept = settings_bytes(portable_settings(order.settings))
        handover.write_handover_package(
            order.store,
            handover.collect_package_contents(
                order.inventory, self._pdf_bytes([order.paper]), kept, _user_template_files()
            ),
            target,
            progress,
        )

    def read_hand_over(self, path: Path, progress: Progress = ignore_progress) -> HandOverInfo:
        with LimitedReader() as reader, limited.telling_stops(partial(_unfit_package, path)):
            limits = limited.limits_of_ledger(_file_size(path))
            return reader.call(handover.read_handover_package, path, progress=progress, limits=limits)

    def unpack_hand_over(self, path: Path, target: Path, progress: Progress = ignore_progress) -> TakenOverLedger:
        if atomic_write.is_name_taken(target):
            raise FileExists(target)
        with ExitStack() as undo:
            with atomic_write.staged_new_file(target) as temp:
                packed = _unpack(path, temp, target, progress)
            undo.callback(_delete_quietly, target)
            left_out = (*packed.unreadable, *self._install_templates(packed.readable, undo))
            undo.pop_all()
        return TakenOverLedger(target, left_out)

    def _install_templates(self, packed: Sequence[ReadTemplate], undo: ExitStack) -> Iterator[str]:
        """Install the templates that are newer, so that `undo` can take it back; the ids of those that could not be.

        The ledger, which is there by now, has its own copy of what its forms are under.
        """
        for read in packed:
            name = Path(f"{read.template.id}.toml")
            try:
                undo.callback(self._installed.install_read_template(read, name, self._write))
            except OldTemplate:
                continue
            except SelfEvalError:
                yield read.template.id


def _unpack(path: Path, temp: Path, target: Path, progress: Progress) -> PackedTemplates:
    with LimitedReader() as reader, limited.telling_stops(partial(_unfit_package, path)):
        size = reader.call(handover.read_ledger_size, path, progress=progress)
        return reader.call(
            handover.unpack_handover_package,
            *(path, temp, target),
            progress=progress,
            limits=limited.limits_of_ledger(size),
        )


def _unfit_package(path: Path, reason: StopReason) -> UnfitPackage:
    return UnfitPackage(path, _STOPS[reason])


def _file_size(path: Path) -> int:
    """0 for a file whose size is not known, as reading it will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _delete_quietly(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _user_template_files() -> dict[str, bytes]:
    """The template files that the user loaded, by name, as many as a package holds; UnreadableFile."""
    found: dict[str, bytes] = {}
    left = handover.MOST_TEMPLATE_BYTES
    for path in _user_template_paths()[: handover.MOST_TEMPLATES]:
        try:
            data = read_regular_file(path, min(left, templates.MAX_BYTES))
        except OversizedFile:
            continue
        except OSError as error:
            raise UnreadableFile(path, failure_reason(error)) from error
        found[path.name] = data
        left -= len(data)
    return found


def _user_template_paths() -> list[Path]:
    folder = paths.user_templates()
    try:
        return sorted(folder.glob("*.toml"))
    except OSError as error:
        raise UnreadableFile(folder, failure_reason(error)) from error
