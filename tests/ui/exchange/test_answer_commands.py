"""What is said of exports and of what came back."""

from datetime import UTC, datetime

from selfeval_desktop.app.ports.output_events import OutputEvent, SentFile
from selfeval_desktop.ui.exchange import answer_commands
from tests.builders import complete_form

AT = datetime(2024, 3, 1, 12, tzinfo=UTC)


def test_an_export_is_known_by_time_kind_file_and_code() -> None:
    event = OutputEvent(1, 1, "exported", AT, code="4XZ6R1GF", file=SentFile("package", "包.zip", "ab" * 32))
    assert answer_commands.output_event_line(event) == "2024-03-01 12:00 · 上报包 · 包.zip · 校验码 4XZ6-R1GF"


def test_one_without_a_file_or_of_a_kind_unknown_is_told_as_far_as_it_goes() -> None:
    assert answer_commands.output_event_line(OutputEvent(1, 1, "exported", AT)) == "2024-03-01 12:00"
    assert "odt · a.odt" in answer_commands.output_event_line(
        OutputEvent(1, 1, "exported", AT, file=SentFile("odt", "a.odt", ""))
    )


def test_the_form_is_named_with_what_is_left() -> None:
    form = complete_form()
    assert answer_commands.exports_summary(form, 0, 0) == "2023 年度“宣传与推广”还没有导出过。"
    assert answer_commands.exports_summary(form, 2, 0) == "2023 年度“宣传与推广”，导出过 2 次"
    assert answer_commands.exports_summary(form, 2, 3).endswith("还有 3 条意见没有改好")
