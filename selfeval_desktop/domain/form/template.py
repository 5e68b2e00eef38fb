"""A place's official form as a value: wording, rows, columns, weights and rule settings. Data, never code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.domain.rules.findings import Severity

Align = Literal["left", "center", "right"]
ColumnKind = Literal["level", "text", "operator", "unit", "amount", "weight", "rate", "score", "deduction"]
FieldKind = Literal["line", "text", "choice"]
Whose = Literal["form", "unit", "paper"]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """Width of one base column in mm: at least `minimum`; what its content does not need is dealt out by `share`.

    Only a figure that needs more makes it wider than `maximum`, or a page that no column wants to fill.
    """

    minimum: float
    share: float
    maximum: float = 2000


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the funds table or the indicator grid.

    `key` is the name of the value (initial, level1, score, …), or of a further column when `extra`.
    `span` counts base columns of the sheet. Where targets are split, 指标性质 is the `operator` and 度量单位
    the `unit` of the row's target; a `deduction` is taken off the row's score. Scores have at least so many
    `places`. What is not `printed` is in the window alone.
    """

    key: str
    heading: str
    kind: ColumnKind
    span: int = 1
    align: Align = "center"
    extra: bool = False
    places: int = 0
    printed: bool = True


@dataclass(frozen=True, slots=True)
class FundRow:
    """One row of the funds table; the row `total` is the sum of the others unless typed."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class SideLabel:
    """The merged label at the left of a block; `span` base columns wide."""

    text: str
    span: int


@dataclass(frozen=True, slots=True)
class FundsLayout:
    """The funds block; `label_span` is the width of the row labels in base columns.

    `part_blank` is what the cells show that only the total row fills (分值, 得分); the rate stays empty.
    """

    side: SideLabel
    label_span: int
    columns: tuple[Column, ...]
    rows: tuple[FundRow, ...]
    part_blank: str

    @property
    def printed_columns(self) -> tuple[Column, ...]:
        """The columns on paper."""
        return tuple(column for column in self.columns if column.printed)

    @property
    def part_rows(self) -> tuple[FundRow, ...]:
        """The rows that add up to the total."""
        return tuple(row for row in self.rows if row.key != "total")


@dataclass(frozen=True, slots=True)
class GoalColumn:
    """预期目标 or 实际完成情况: key `expected` or `actual`."""

    key: str
    heading: str
    span: int


@dataclass(frozen=True, slots=True)
class GoalsLayout:
    """The block of yearly goals; a place whose form has none leaves it without columns."""

    side: SideLabel = SideLabel("", 0)
    columns: tuple[GoalColumn, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorsLayout:
    """The indicator grid, and the label of the total row below it.

    `level1_text` is how a level-1 class is printed: {name}, and {weight}, the points of its rows.
    """

    side: SideLabel
    columns: tuple[Column, ...]
    total_label: str
    level1_text: str = "{name}"

    @property
    def printed_columns(self) -> tuple[Column, ...]:
        """The indicator columns on paper; 达成情况 is in none of them."""
        return tuple(column for column in self.columns if column.printed)

    def key_of(self, kind: ColumnKind) -> str:
        """The key of the only column of that kind; "" where there is none."""
        return next((column.key for column in self.columns if column.kind == kind), "")


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A label (`text`) or a value (`field`, a FieldRef text) in a row of the form's head or foot.

    Its row is at least `height` mm high.
    """

    span: int
    text: str = ""
    field: str = ""
    align: Align = "center"
    height: float = 0


@dataclass(frozen=True, slots=True)
class FurtherField:
    """A value of the form that only this template has, under `fields.<key>`; `label` as the window shows it.

    `whose` is "unit" where it is the same in all forms of a reporting unit, and "paper" where nothing is typed: a
    seal is put onto the sheet. A "line" is short, a "text" may have paragraphs, a "choice" is one of the
    `choices`, all of which are printed, each with its box to tick. What is `required` is missed by K49.
    """

    key: str
    label: str
    whose: Whose = "form"
    kind: FieldKind = "line"
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class SignatureLayout:
    """The last lines below the table. `shown` is the template's default; each cell is a label and a key of `fields`.

    `per_line` is how many of them stand side by side, 0 for all.
    """

    shown: bool
    cells: tuple[FurtherField, ...]
    per_line: int = 0


@dataclass(frozen=True, slots=True)
class LevelClass:
    """A level-1 class with its weight and the level-2 names that belong to it.

    `level2_weights` are the points of those groups that have theirs set (K03); most places set none.
    Where a place sets only what several classes have together, they name the same `pool`: then each
    `weight` is a proposal, and any other split of the same sum is as good.
    """

    name: str
    weight: Decimal
    level2: tuple[str, ...]
    level2_weights: Mapping[str, Decimal] = field(default_factory=dict)
    pool: str = ""


@dataclass(frozen=True, slots=True)
class ExecutionStep:
    """From `rate` percent on (lower limit included) the execution score is `score`."""

    rate: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class ExecutionRules:
    """How spending is scored; `denominator` is the budget column that the rate is taken over."""

    weight: Decimal
    denominator: Literal["annual", "initial"]
    method: Literal["linear", "steps"]
    steps: tuple[ExecutionStep, ...] = ()


@dataclass(frozen=True, slots=True)
class AchievementBands:
    """Lower limits of 达成 and 部分达成 as fractions of the weight (0.8 and 0.6)."""

    met: Decimal
    partly: Decimal


@dataclass(frozen=True, slots=True)
class ScoringRules:
    """How an indicator is scored; `less` is the rule where less is better.

    `over_factor` × target counts as over-achieved; `over` says what follows: unless it is "none", K26
    asks for a reason.
    """

    less: Literal["linear", "ratio"]
    bands: AchievementBands
    over_factor: Decimal
    over: Literal["none", "review", "reason", "deduct"]


@dataclass(frozen=True, slots=True)
class Grade:
    """A 自评等级 and its lowest total, included."""

    name: str
    lowest: Decimal


@dataclass(frozen=True, slots=True)
class ScoreCap:
    """Below `rate` percent of execution the total is at most `score`."""

    rate: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class CheckLimits:
    """The figures of checks that differ from place to place; all rates are percent.

    A check that a place does not know is switched off under `severities`. What is None or empty here
    needs no such entry: there is nothing to check then.

    - K16: below an execution rate of `reason_rate` the cell `reason_cell`, a FieldRef text such as
      `funds.total.fields.reason`, is to say why.
    - K23 to K26, K53, K54, K56: `whole_reason` is the box, by its FieldRef text, that says for the whole form why
      points were lost; empty where each row says it in its column `deviation`.
    - K66: below an execution rate of `hardly_spent` the quantities cannot be nearly all reached.
    - K18: more than `unspent` of the budget is left.
    - K19: the indicators' score rate is above the execution rate by more than `score_lead` of itself.
    - K29: `description` is the key of the further column for 完成情况简要描述.
    - K36, K51: from this likeness on two names count as twins, and an outcome as a copy of its goal.
    - K52: `texts` gives the most characters of a cell, white space aside, by its FieldRef text;
      `indicators.deviation` and `indicators.fields.<key>` stand for the cell of every row.
    """

    reason_rate: Decimal | None = None
    reason_cell: str = "fields.budget_note"
    whole_reason: str = ""
    unspent: Decimal = Decimal(20)
    hardly_spent: Decimal = Decimal(10)
    score_lead: Decimal = Decimal(5)
    near_names: Decimal = Decimal(85)
    copied_goal: Decimal = Decimal(95)
    description: str = ""
    texts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Template:
    """A 表样. `severities` gives those of checks that differ from the check's own; "off" leaves a check out.

    `title` and `year_line` may hold {year} and {project_name}. `foot` are rows of the table below the total,
    `notes` lines of print below the table.
    """

    id: str
    version: int
    name: str
    title: str
    year_line: str
    money_units: tuple[MoneyUnit, ...]
    full_mark: Decimal
    execution: ExecutionRules
    scoring: ScoringRules
    grades: tuple[Grade, ...]
    caps: tuple[ScoreCap, ...]
    levels: tuple[LevelClass, ...]
    severities: Mapping[str, Severity | Literal["off"]]
    paper: PaperSetup
    columns: tuple[SheetColumn, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    funds: FundsLayout
    goals: GoalsLayout
    indicators: IndicatorsLayout
    fields: tuple[FurtherField, ...]
    signature: SignatureLayout
    limits: CheckLimits = CheckLimits()
    foot: tuple[tuple[HeadCell, ...], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def further_fields(self) -> tuple[FurtherField, ...]:
        """Every field that only this template has: in head and foot, and on the signature lines."""
        return (*self.fields, *self.signature.cells)

    @property
    def field_labels(self) -> Iterator[tuple[str, str]]:
        """The fields of head and foot, by their FieldRef texts, each with the label printed before it."""
        for row in (*self.head, *self.foot):
            for label, value in pairwise(row):
                if label.text and value.field:
                    yield value.field, label.text

    def further_field(self, key: str) -> FurtherField | None:
        """The further value of that key; None where there is none."""
        return next((each for each in self.further_fields if each.key == key), None)

    @property
    def unit_fields(self) -> tuple[FurtherField, ...]:
        """What goes with a form's reporting unit, beside its 主管部门."""
        return tuple(each for each in self.further_fields if each.whose == "unit")
