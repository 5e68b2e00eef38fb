"""Whether a form may go out for good: printed without the draft mark, or handed up."""

from dataclasses import dataclass

from selfeval_desktop.domain.evaluation import Evaluation
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.findings import Severity


@dataclass(frozen=True, slots=True)
class Readiness:
    """Counts what keeps a form from being final: errors, and unconfirmed values carried over from last year.

    Imported values may stay unconfirmed: a file of forms can be printed as it came.
    """

    errors: int = 0
    waiting: int = 0

    @property
    def is_final(self) -> bool:
        """Whether both counts are zero."""
        return not (self.errors or self.waiting)


def check_readiness(form: Form, evaluation: Evaluation) -> Readiness:
    """How that form stands."""
    return Readiness(evaluation.count_findings(Severity.ERROR), form.annotations.unconfirmed_count)
