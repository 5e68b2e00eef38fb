"""The 交接包 as the window makes and takes it: with its printed list, the user's settings and his templates."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import OldTemplate, SelfEvalError, UnreadableFile
from selfeval_desktop.app.foreign_files import read_regular_file
from selfeval_desktop.app.handover import HandOverInfo, HandOverRequest, TakenOverLedger
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.ports.session import LoadTemplate
from selfeval_desktop.app.settings import portable_settings
from selfeval_desktop.codec.settings_json import settings_bytes
from selfeval_desktop.codec.strict import MAX_BYTES
from selfeval_desktop.storage.copies import handover


class HandOverFiles:
    """The port HandOverPackages; `pdf_bytes` makes one PDF of printouts."""

    def __init__(self, load_template: LoadTemplate, pdf_bytes: Callable[[Sequence[Printout]], bytes]) -> None:
        self._load_template = load_template
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
        return handover.read_handover_package(path, progress)

    def unpack_hand_over(self, path: Path, target: Path, progress: Progress = ignore_progress) -> TakenOverLedger:
        loaded = handover.unpack_handover_ledger(path, target, progress)
        return TakenOverLedger(target, tuple(self._install_templates(loaded)))

    def _install_templates(self, loaded: Mapping[str, bytes]) -> Iterator[str]:
        """Install these template files where they are newer; the names of those that could not be.

        The ledger, which is there by now, has its own copy of what its forms are under.
        """
        for name, data in loaded.items():
            try:
                with tempfile.TemporaryDirectory() as folder:
                    path = Path(folder) / name
                    path.write_bytes(data)
                    self._load_template(path)
            except OldTemplate:
                continue
            except (OSError, SelfEvalError):
                yield Path(name).stem


def _user_template_files() -> dict[str, bytes]:
    """The template files that the user loaded, by name; UnreadableFile."""
    found = {}
    for path in sorted(paths.user_templates().glob("*.toml")):
        try:
            found[path.name] = read_regular_file(path, MAX_BYTES)
        except OSError as error:
            raise UnreadableFile(path, error.strerror or str(error)) from error
    return found
