"""A child process that makes a PDF of the form in a JSON file, and ends: `prints FORM.json TARGET.pdf`."""

import sys
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.codec import form_json


def main(source: Path, target: Path) -> None:
    """The form read, evaluated, laid out and written."""
    (form,) = form_json.read_file(source, bootstrap.installed_templates())
    made = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿").build_output(1, form)
    bootstrap.form_writers()["pdf"]([made.printout], target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
