"""Whatever way an office writes its form, it is read, or it is said by sheet and cell what is not sure."""

from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.incoming import Incoming
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import office_file
from selfeval_desktop.intake.forms.incoming import recognise_forms
from selfeval_desktop.wording import incoming as words
from tests.intake.field_variants import FIELD_VARIANTS
from tests.intake.variants import VARIANTS, Variant


def read(variant: Variant, folder: Path) -> Incoming:
    path = folder / variant.name
    path.write_bytes(variant.data())
    return recognise_forms(path, office_file.read_contents(path), bootstrap.installed_templates())


def told(found: Incoming) -> list[tuple[str, Refusal]]:
    """The doubts: the place in people's words, and the reason."""
    return [
        (words.refused_text_place(each.source, doubt), doubt.reason)
        for each in found.found
        for doubt in each.readings[0].doubts
    ]


@pytest.mark.parametrize("variant", [*VARIANTS, *FIELD_VARIANTS], ids=lambda variant: variant.name)
def test_each_way_to_write_a_form_is_read(variant: Variant, tmp_path: Path) -> None:
    found = read(variant, tmp_path)
    forms = [each.readings[0].form for each in found.found]
    assert [find_differences(*pair) for pair in zip(variant.forms, forms, strict=True)] == [()] * len(forms)
    assert {each.kind for each in found.found} == {variant.kind}
    assert told(found) == list(variant.doubts)
    assert tuple(sorted(note.remark for note in found.notes)) == tuple(sorted(variant.remarks))


def test_the_table_of_all_ways(tmp_path: Path) -> None:
    lines = []
    for variant in VARIANTS:
        found = read(variant, tmp_path)
        doubts = "、".join(f"{place} {reason}" for place, reason in told(found))
        lines.append(f"{variant.name:40} {len(found.found)} {'doubted ' + doubts if doubts else 'read'}")
    print("\n".join(lines))
    assert len(lines) >= 40
