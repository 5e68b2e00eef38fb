"""An open form without a window: what models and pages are built on."""

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from tests.builders import complete_form, mof_2020
from tests.fakes import StepList


class OneTemplate:
    """The default template, and no other."""

    def newest_templates(self) -> tuple[Template, ...]:
        return (mof_2020(),)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        assert template_id == mof_2020().id
        return mof_2020()


class OpenForm(FormSession):
    """A session with one form open in it, and its undo list at hand."""

    def __init__(self, form: Form | None = None) -> None:
        self.steps = StepList()
        super().__init__(self.steps, OneTemplate())
        self.show_form(1, complete_form() if form is None else form)

    @property
    def shown(self) -> FormState:
        """The state; there is one."""
        assert self.state is not None
        return self.state

    @property
    def form(self) -> Form:
        """The form as it is now."""
        return self.shown.form
