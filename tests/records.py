"""Form files as text, whole or spoilt."""

import json
from typing import Any

from selfeval_desktop.codec import form_json
from tests.builders import complete_form


def changed(**changes: Any) -> str:
    """The JSON of a complete form with keys of its top level replaced."""
    (record,) = json.loads(form_json.write_forms([complete_form()]))
    return json.dumps({**record, **changes}, ensure_ascii=False)


# What is wrong: the file, and a part of the sentence that refuses it.
BAD_FILES = {
    "an unknown key": (changed(remark="x"), "remark"),
    "NaN": (changed().replace('"year": 2023', '"year": NaN'), "NaN"),
    "a number as text abc": (changed(execution_score="abc"), "“abc”不是数字"),
    "a list with one bad form": (f"[{changed()}, {changed(year='今年')}]", "[1].year"),
}
