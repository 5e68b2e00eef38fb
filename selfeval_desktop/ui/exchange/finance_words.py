"""What is said of a finance list before its figures go into the forms."""

from collections.abc import Sequence
from decimal import Decimal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.reading.finance import FinanceFilling, FinanceLine
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import translate


def amount_change(filling: FinanceFilling, column: str) -> str:
    """The form's total before and after in two lines, or in one where it stays; "" where the list gives none."""
    if column in filling.line.unread:
        return translate("Finance", "看不懂：{text}").format(text=filling.line.unread[column])
    if column not in filling.figures:
        return ""
    old, new = filling.figures[column]
    if old == new:
        return amounts.money_text(new)
    return f"{_money_or_blank(old)}\n→\u00a0{amounts.money_text(new)}"


def filling_remarks(filling: FinanceFilling) -> str:
    """Why the line needs a second look, or none at all."""
    told = [
        text
        for applies, text in (
            (filling.is_near, translate("Finance", "名称相近")),
            (filling.is_again, translate("Finance", "几行对应同一张表")),
            (filling.is_split, translate("Finance", "资金分几项，填入合计")),
            (filling.is_far, translate("Finance", "数额相差悬殊")),
            (bool(filling.line.unread), translate("Finance", "有看不懂的数")),
            (not filling.changes_form, translate("Finance", "相同")),
        )
        if applies
    ]
    return translate("Finance", "；").join(told)


def unmatched_line(found: FinanceLine) -> str:
    """A line that belongs to no form."""
    name = " ".join((found.name or found.code).split())
    return translate("Finance", "第 {place} 行　{name}").format(place=found.place, name=name)


def amount_headings(names: Sequence[str]) -> list[str]:
    """The heads of the amounts."""
    return [cell_names.cell_name(FieldRef.fund("total", name)) for name in names]


def filled_forms_summary(forms: int) -> str:
    """What came of it."""
    return translate("Finance", "已填入 {forms} 张表的财务数据，填入的格带有导入的记号。").format(forms=forms)


def _money_or_blank(amount: Decimal | None) -> str:
    return translate("Finance", "（空）") if amount is None else amounts.money_text(amount)
