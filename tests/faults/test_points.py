"""Some of the points that `make faults` tries, for each command that writes: what is promised is kept."""

from concurrent.futures import ProcessPoolExecutor

from tests.faults import campaign
from tests.faults.campaign import Tally, Wanted, Way
from tests.faults.commands import COMMANDS


def tally(pool: ProcessPoolExecutor, command: str, variant: str, wanted: Wanted) -> Tally:
    """Those points of one way of a command; every promise kept."""
    number = [each.name for each in COMMANDS].index(command)
    way = [each.name for each in COMMANDS[number].variants].index(variant)
    found: Tally = pool.submit(campaign.tried_by_number, number, way, wanted).result()
    assert found.breaches == []
    assert found.crashes + found.errors > found.missed
    return found


def test_f01_a_save_killed_anywhere_loses_nothing_that_was_told(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "save", "edits of two forms", Wanted(6, (Way.KILL,))).crashes >= 10


def test_f02_what_a_full_disk_refused_is_saved_later(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "save", "units and rules", Wanted(5, (Way.FULL,))).errors >= 5


def test_f03_a_flush_that_fails_is_never_told_as_saved(planter: ProcessPoolExecutor) -> None:
    flushes = Wanted(1, (Way.FAIL,), ("fsync", "fdatasync"))
    assert tally(planter, "save", "long texts and a note", flushes).errors >= 4


def test_f05_an_export_killed_anywhere_leaves_the_old_file_or_the_new_one(
    planter: ProcessPoolExecutor,
) -> None:
    over_old_files = Wanted(8, (Way.KILL,))
    assert tally(planter, "export", "docx into a folder", over_old_files).crashes >= 5
    assert tally(planter, "export", "package", Wanted(8, (Way.KILL,))).crashes >= 5


def test_f06_a_full_disk_leaves_the_old_file(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "print", "over an old file, final", Wanted(5, (Way.FULL,))).errors >= 5


def test_f09_an_upgrade_killed_anywhere_is_done_again(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "upgrade", "from 0001", Wanted(5)).crashes >= 5


def test_f10_a_backup_killed_anywhere_leaves_no_half_backup(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "backup", "few forms", Wanted(5)).crashes >= 5


def test_f11_a_recovery_killed_anywhere_is_done_again(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "recover", "a step of 3 forms", Wanted(5)).crashes >= 5
    assert tally(planter, "recover", "a stranger's journal", Wanted(6, (Way.KILL,))).crashes >= 3


def test_an_import_killed_anywhere_takes_all_of_a_file_or_nothing(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "import", "forms into a new ledger", Wanted(10)).crashes >= 5
