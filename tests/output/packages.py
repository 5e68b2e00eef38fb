"""Packages to arrange tests with: forms made ready by the real templates."""

from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.paper.packages import Package, build_package
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.wording.lists.batch_lists import PACKAGE_LISTS
from tests.builders import complete_form


def paperwork() -> Paperwork:
    """How the program makes printouts."""
    services = bootstrap.build_services()
    return Paperwork(services.templates, services.paper_code, "草稿")


def outputs(*forms: Form) -> tuple[FormOutput, ...]:
    """The forms made ready, with the ids 1…n."""
    return tuple(paperwork().build_output(number, form) for number, form in enumerate(forms, start=1))


def example_forms() -> tuple[Form, ...]:
    """The example forms that have no errors."""
    return tuple(
        each.form for each in outputs(*bootstrap.build_services().examples()) if not each.evaluation.has_errors
    )


def package_of(*forms: Form) -> Package:
    """The upload package of these forms; of two small ones when none is given."""
    chosen = forms or (complete_form(), complete_form(project_name="课题", year=2024))
    return build_package(outputs(*chosen), paperwork(), PACKAGE_LISTS)


def folder_names(folder: Path) -> list[str]:
    """What lies in a folder, the test's own home aside."""
    return sorted(entry.name for entry in folder.iterdir() if entry.name != "selfeval-home")
