"""Files appear whole or not at all (reliability M4): written under a temporary name in the same folder, verified, then renamed.

The file that stood there before is untouched until the rename, and stays when anything fails.
"""

import errno
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from selfeval_desktop import paths
from selfeval_desktop.app.errors import FileExists, UnreadableFile, UnwritableFile
from selfeval_desktop.app.foreign_files import real_path
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.storage.file.protected_files import (
    LOCK,
    TEMPORARY,
    refuse_name_beside_ledger,
    refuse_protected_file,
)

# A virus scanner or a sync program may hold a file for a moment.
_RETRIES = 5
_PAUSE = 0.2
_STALE_SECONDS = 3600
# What a folder that cannot be synced does not say: some network folders cannot.
_LOST = frozenset({errno.EIO, errno.ENOSPC, errno.EDQUOT})


def write_files_atomically(files: Mapping[Path, bytes]) -> None:
    """Write the user's files, all or none: what was there before comes back when one cannot be written (UnwritableFile).

    A missing folder is made. A link keeps leading where it did; new files have the rights of the user's umask.
    ProtectedFile where a ledger, what lies beside one, or a file of the program would be written over.
    """
    for path in files:
        refuse_protected_file(path, real_path(path))
    _write_all(files)


def write_own_file(path: Path, data: bytes) -> None:
    """Write one of the program's own files, which only its owner may read; UnwritableFile. A missing folder is made."""
    _write_all({path: data})


def _write_all(files: Mapping[Path, bytes]) -> None:
    targets = {path: real_path(path) for path in files}
    folders = {target.parent for target in targets.values()}
    with _make_missing_folders(folders):
        for folder in folders:
            _remove_stale_files(folder)
        staged: dict[Path, Path] = {}
        try:
            for path, data in files.items():
                with _translating_os_errors(path):
                    staged[path] = temporary_path(targets[path])
                    _write_and_read_back(staged[path], data, like=targets[path])
            _rename_all_or_none(staged, targets)
        finally:
            for temp in staged.values():
                _delete_quietly(temp)


@contextmanager
def staged_new_file(path: Path) -> Iterator[Path]:
    """A temporary name for a file that another library writes; renamed to `path` at the end. FileExists."""
    refuse_name_beside_ledger(path, path)
    _remove_stale_files(path.parent)
    temp = temporary_path(path)
    try:
        yield temp
        with _translating_os_errors(path):
            paths.make_private(temp)
            sync_file(temp)
        rename_without_replacing(temp, path)
    finally:
        _delete_quietly(temp)
        _delete_quietly(temp.with_name(f"{temp.name}-journal"))


def rename_without_replacing(temp: Path, path: Path) -> None:
    """Give a finished file its name; FileExists when another has it. `temp` lies in the same folder."""
    with _translating_os_errors(path):
        if os.name == "nt":
            _retry_on_permission_error(lambda: temp.rename(path))
        else:
            _rename_if_free(temp, path)
            try:
                sync_folder(path.parent)
            except OSError:
                _delete_quietly(path)
                raise


def is_name_taken(path: Path) -> bool:
    """Whether anything has that name, a link that leads nowhere too; UnreadableFile where the system does not say."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error
    return True


def remove_second_names(path: Path) -> None:
    """Remove what a killed run left of giving a new file its name: a temporary name of the same file."""
    with suppress(OSError):
        for entry in path.parent.iterdir():
            if TEMPORARY.fullmatch(entry.name) and entry.samefile(path):
                entry.unlink()


def temporary_path(path: Path) -> Path:
    """A free name in the same folder, hidden on systems that hide names with a dot."""
    return path.with_name(f".~{path.name[:60]}.{token_hex(4)}.tmp")


def sync_file(file: Path) -> None:
    """Put a finished file on the disk."""
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _LOST:
            raise
    finally:
        os.close(handle)


def _delete_quietly(temp: Path) -> None:
    """Remove a file; errors are ignored."""
    with suppress(OSError):
        temp.unlink()


def _remove_stale_files(folder: Path) -> None:
    """Remove what a killed run left there long ago; younger ones may be in use by another process."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if _is_leftover_file(entry) and time.time() - entry.stat().st_mtime > _STALE_SECONDS:
                entry.unlink()


def _is_leftover_file(entry: Path) -> bool:
    """A file in the making, or the lock of a ledger that was never made."""
    if lock := LOCK.fullmatch(entry.name):
        return not entry.with_name(lock[1]).exists()
    return TEMPORARY.fullmatch(entry.name) is not None


@contextmanager
def _make_missing_folders(folders: set[Path]) -> Iterator[None]:
    """The files' folders, made when missing, and removed again when nothing could be written."""
    made: list[Path] = []
    try:
        for folder in folders:
            if not folder.is_dir():
                with _translating_os_errors(folder):
                    folder.mkdir()
                    paths.make_private(folder)
                made.append(folder)
        yield
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _translating_os_errors(path: Path) -> Iterator[None]:
    """Turns FileExistsError into FileExists, any other OSError into UnwritableFile."""
    try:
        yield
    except FileExistsError as error:
        raise FileExists(path) from error
    except OSError as error:
        raise UnwritableFile(path, failure_reason(error)) from error


def _write_and_read_back(temp: Path, data: bytes, *, like: Path) -> None:
    """The whole content on disk, read back; at no time open to more people than the file that it will replace."""
    rights = stat.S_IMODE(like.stat().st_mode) if like.exists() else 0o666
    with open(temp, "xb", opener=partial(_create_file, rights=rights)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if temp.read_bytes() != data:
        raise OSError("read back differently")
    if like.exists():
        shutil.copymode(like, temp)
    paths.make_private(temp)


def _create_file(path: str, flags: int, *, rights: int) -> int:
    """As `open` would, but never through a link, and with these rights at most."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), rights)


def _rename_all_or_none(staged: Mapping[Path, Path], targets: Mapping[Path, Path]) -> None:
    """Give each staged file its name; take all back when one is refused."""
    undo: list[Callable[[], object]] = []
    kept: list[Path] = []
    folders: set[Path] = set()
    try:
        for path, temp in staged.items():
            target = targets[path]
            with _translating_os_errors(path):
                if not target.exists():
                    _replace_file(temp, target)
                    undo.append(target.unlink)
                else:
                    if old := _keep_old_file(target, needed=len(staged) > 1):
                        kept.append(old)
                        undo.append(partial(old.replace, target))
                    _replace_file(temp, target)
            folders.add(target.parent)
        for folder in folders:
            with _translating_os_errors(folder):
                sync_folder(folder)
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        raise
    finally:
        for old in kept:
            _delete_quietly(old)


def _keep_old_file(target: Path, *, needed: bool) -> Path | None:
    """The old file under a second name: a link where there can be one, else, where it is `needed`, a copy."""
    old = temporary_path(target)
    if target.is_dir():
        return None
    try:
        old.hardlink_to(target)
    except OSError:
        if not needed:
            return None
        try:
            shutil.copy2(target, old)
        except OSError:
            _delete_quietly(old)
            raise
    return old


def _replace_file(temp: Path, target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(target))
    _retry_on_permission_error(lambda: temp.replace(target))


def _rename_if_free(temp: Path, path: Path) -> None:
    """A rename that never replaces; hard links say so by themselves, other file systems are asked first."""
    try:
        path.hardlink_to(temp)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(17, os.strerror(17), str(path)) from None
        temp.rename(path)
    else:
        _delete_quietly(temp)


def _retry_on_permission_error(move: Callable[[], object]) -> None:
    for _ in range(_RETRIES):
        try:
            move()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    move()
