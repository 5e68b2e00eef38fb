"""What foreign texts cost: seconds and memory of the reading process, and the longest standstill of the window meanwhile."""

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.codec import form_json, limited, limited_child, strict
from selfeval_desktop.codec.limited import LimitedReader
from selfeval_desktop.codec.templates import read_template_file
from selfeval_desktop.domain.form.form import Form
from tests.bench.forms import another
from tests.bench.measuring import Row, delay, seconds, show
from tests.hostile_texts import JSON, TEMPLATES

_LONGEST_STANDSTILL = 0.1


def foreign(folder: Path) -> None:
    """Our own export of the largest size, and every hostile text."""
    largest = _largest_export(folder)
    rows = [*_costs(largest), _standstill("自己导出的 32 MB", largest)]
    for name, make in JSON.items():
        path = folder / "hostile.json"
        path.write_bytes(make())
        rows.append(_standstill(f"JSON：{name}", path))
    for name, make in TEMPLATES.items():
        path = folder / "hostile.toml"
        path.write_bytes(make())
        rows.append(_standstill(f"表样：{name}", path))
    show("外来文件", rows)


def peak_of_forms(path: Path, templates: Templates) -> int:
    """In the reading process: the most address space that the forms of the file took, in bytes."""
    for _ in form_json.forms_in_file(path, templates):
        pass
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmPeak")) * 1_024


def _largest_export(folder: Path) -> Path:
    """As many forms as fit, each one of its own."""
    path, size = folder / "largest.json", 0
    forms: list[Form] = []
    while size < strict.MAX_BYTES - 10_000:
        forms.append(another(len(forms)))
        size += len(form_json.write_forms(forms[-1:]))
    data = form_json.write_forms(forms)
    assert len(data) <= strict.MAX_BYTES
    path.write_bytes(data)
    return path


def _costs(path: Path) -> tuple[Row, Row]:
    known = bootstrap.installed_templates()
    with LimitedReader() as reader:
        begun = time.perf_counter()
        peak = reader.call(peak_of_forms, path, known)
        taken = time.perf_counter() - begun
    here = seconds(lambda: form_json.read_file(path, known))
    most = limited_child.MEMORY / 1e6
    return (
        delay("读 32 MB 自评表，旁边是在本进程读", taken, here, at_most=limited.SECONDS),
        (
            "同时占用内存",
            f"{peak / 1e6:.0f} MB",
            "",
            "",
            f"≤ {most:g} MB",
            "达到" if peak / 1e6 <= most else "没有达到",
        ),
    )


def _standstill(name: str, path: Path) -> Row:
    """Read the file while a timer of the window's thread ticks, and events are processed as the progress dialog does."""
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(0)
    taken = seconds(lambda: _read(path, _process_events))
    timer.stop()
    longest = max(gaps, default=taken)
    return delay(f"窗口最长停顿，读{name}", longest, taken, at_most=_LONGEST_STANDSTILL)


def _process_events(done: int, total: int) -> None:
    QCoreApplication.processEvents()


def _read(path: Path, progress: Progress) -> None:
    known = bootstrap.installed_templates()
    with suppress(SelfEvalError, limited.ReadingStopped):
        if path.suffix == ".json":
            with bootstrap.form_reader(known) as read:
                read(path, progress)
        else:
            with LimitedReader() as reader:
                reader.call(read_template_file, path, progress=progress)
