"""The grades of 定性 rows in words."""

from collections.abc import Mapping

from selfeval_desktop.domain.form.form import Achievement
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_NAMES: Mapping[Achievement, str] = {
    "met": QT_TRANSLATE_NOOP("Grades", "达成"),
    "partly": QT_TRANSLATE_NOOP("Grades", "部分达成"),
    "unmet": QT_TRANSLATE_NOOP("Grades", "未达成"),
}


def grade_name(grade: Achievement) -> str:
    """达成, 部分达成 or 未达成."""
    return translate("Grades", _NAMES[grade])


def grade_names() -> dict[Achievement, str]:
    """All of them, the best first."""
    return {grade: grade_name(grade) for grade in _NAMES}
