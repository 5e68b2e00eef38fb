"""The forms that tests are given: the program's examples, and those of the folder that SELFEVAL_FORMS names."""

import os
from collections.abc import Iterator
from pathlib import Path

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form


def _given() -> Iterator[tuple[str, Form]]:
    folders = [paths.example_folder(), *map(Path, filter(None, [os.environ.get("SELFEVAL_FORMS")]))]
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            for form in form_json.read_file(path, bootstrap.installed_templates()):
                yield path.stem, form


FORMS = dict(_given())
