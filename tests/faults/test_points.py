"""Some of the points that `make faults` tries, for each command that writes: what is promised is kept."""

from concurrent.futures import ProcessPoolExecutor

from tests.faults import campaign
from tests.faults.campaign import Tally, Wanted, Way
from tests.faults.commands import COMMANDS
from tests.faults.traced import Call


def tally(pool: ProcessPoolExecutor, command: str, variant: str, wanted: Wanted) -> Tally:
    """Those points of a variant of a command; every promise kept."""
    number = [each.name for each in COMMANDS].index(command)
    way = [each.name for each in COMMANDS[number].variants].index(variant)
    found: Tally = pool.submit(campaign.tried_by_number, number, way, wanted).result()
    assert found.breaches == []
    return found


def killed(pool: ProcessPoolExecutor, command: str, variant: str, most: int) -> Tally:
    """That many of its crashes."""
    return tally(pool, command, variant, Wanted(most, ways=(Way.KILL,)))


def test_f01_a_save_killed_anywhere_loses_nothing_that_was_told(planter: ProcessPoolExecutor) -> None:
    assert killed(planter, "save", "edits of two forms", 14).crashes == 14


def test_f02_what_a_full_disk_refused_is_saved_later(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "save", "units and rules", Wanted(8, ways=(Way.FULL,))).errors == 8


def test_f03_a_flush_that_fails_is_never_told_as_saved(planter: ProcessPoolExecutor) -> None:
    flushes = Wanted(ways=(Way.FAIL,), calls=("fsync", "fdatasync"))
    assert tally(planter, "save", "long texts and a note", flushes).errors >= 4


def test_f05_an_export_killed_anywhere_leaves_the_old_file_or_the_new_one(planter: ProcessPoolExecutor) -> None:
    assert killed(planter, "export", "docx into a folder", 9).crashes == 9
    assert killed(planter, "package", "over an old package", 6).crashes == 6


def test_f06_a_full_disk_leaves_the_old_file(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "print", "over an old file, final", Wanted(6, ways=(Way.FULL,))).errors == 6


def test_f09_an_upgrade_killed_anywhere_is_done_again(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "upgrade", "from 0001", Wanted(12)).crashes == 12


def test_f10_a_backup_killed_anywhere_leaves_no_half_backup(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "backup", "few forms", Wanted(10)).crashes == 10


def test_f11_a_recovery_killed_anywhere_is_done_again(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "recover", "a step of 3 forms", Wanted(8)).crashes == 8
    assert killed(planter, "recover", "a stranger's journal", 5).crashes == 5


def test_a_restore_killed_anywhere_leaves_no_half_ledger(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "restore", "3 forms", Wanted(8)).crashes == 8


def test_an_import_killed_anywhere_takes_all_of_a_file_or_nothing(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "import", "forms into a new ledger", Wanted(8)).crashes == 8


def test_carrying_over_killed_anywhere_makes_all_new_forms_or_none(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "carry-over", "one form", Wanted(8)).crashes == 8


def test_a_package_given_or_taken_is_there_wholly_or_not_at_all(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "handover", "give a few forms", Wanted(6)).crashes == 6
    assert tally(planter, "handover", "take a template", Wanted(8)).crashes == 8


def test_settings_are_the_former_or_the_new_ones(planter: ProcessPoolExecutor) -> None:
    assert tally(planter, "settings", "others instead", Wanted(8)).crashes == 8


def test_a_sample_has_a_point_of_each_stretch_before_a_second_of_any() -> None:
    calls = [
        Call(name, number, changes=True, reads=False, file="a") for name in ("write", "fsync") for number in (1, 2)
    ]
    found = campaign.points(tuple(calls))
    order = Wanted(4).in_order(found, crashes=True)
    assert {point.call.name for point in order[:2]} == {"write", "fsync"}
    assert len(set(order)) == 4
    assert order == Wanted(4).in_order(found, crashes=True)
    assert {tuple(Wanted(4, seed).in_order(found, crashes=True)) for seed in range(20)} != {tuple(order)}
