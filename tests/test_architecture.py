"""The layers of the program hold: the contracts of pyproject.toml, and what they cannot express."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "selfeval_desktop"

# Each room's own third parties; `paths.py` gives every layer but domain its platformdirs.
THIRD_PARTIES: dict[str, frozenset[str]] = {
    "domain": frozenset({"rapidfuzz"}),
    "app": frozenset(),
    "codec": frozenset({"msgspec"}),
    "storage": frozenset({"sqlalchemy", "alembic", "portalocker"}),
    "output": frozenset({"reportlab", "segno", "xlsxwriter", "pypdfium2", "python_calamine"}),
    "intake": frozenset({"python_calamine"}),
    "wording": frozenset({"PySide6.QtCore"}),
    "ui": frozenset({"PySide6", "shiboken6"}),
    "paths": frozenset({"platformdirs"}),
    "bootstrap": frozenset({"PySide6"}),
    "cli": frozenset({"click"}),
    "__main__": frozenset({"PySide6"}),
    "__init__": frozenset(),
}
HEAVY = ("sqlalchemy", "alembic", "reportlab", "xlsxwriter", "pypdfium2", "python_calamine")


class Import(NamedTuple):
    """One import statement: the file, the line, and the module named (with what is taken from it)."""

    path: Path
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line} {self.module}"


def room(path: Path) -> str:
    """The layer a file of the package belongs to, or the module itself at the top."""
    return path.relative_to(ROOT / PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[Import]:
    """Every import in the file, those inside functions and type-checking blocks too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (Import(path, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (Import(path, node.lineno, f"{base}.{alias.name}") for alias in node.names)


def sources() -> list[Path]:
    return sorted((ROOT / PACKAGE).rglob("*.py"))


def foreign(found: Import) -> bool:
    """Whether the import names something outside the program and the standard library."""
    top = found.module.split(".")[0]
    return bool(top) and top != PACKAGE and top not in sys.stdlib_module_names


def allowed(found: Import) -> bool:
    return any(f"{found.module}.".startswith(f"{name}.") for name in THIRD_PARTIES[room(found.path)])


def test_every_contract_between_layers_is_kept() -> None:
    # In a process of its own: the linter sets up logging anew and would silence the program's log.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    linted = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout


def test_each_layer_uses_only_its_own_third_parties() -> None:
    strangers = [str(found) for path in sources() for found in imports(path) if foreign(found) and not allowed(found)]
    assert strangers == []


@pytest.mark.parametrize("folder", [PACKAGE, "tests"])
def test_imports_are_absolute(folder: str) -> None:
    files = (ROOT / folder).rglob("*.py")
    relative = [str(found) for path in files for found in imports(path) if found.module.startswith(".")]
    assert relative == []


def test_modules_import_each_other_in_no_circle() -> None:
    """Imports in functions and for types alone count too: a circle is one idea that is cut in two."""
    modules = {module_name(path): path for path in sources()}
    graph = {
        name: {target for found in imports(path) if (target := imported_module(found, modules)) != name}
        for name, path in modules.items()
    }
    assert list(TopologicalSorter(graph).static_order())


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported_module(found: Import, modules: Mapping[str, Path]) -> str:
    """The module that an import names, or that it takes something from."""
    return found.module if found.module in modules else found.module.rpartition(".")[0]


def test_output_takes_nothing_from_storage_but_atomic_write() -> None:
    taken = {
        str(found)
        for path in (ROOT / PACKAGE / "output").rglob("*.py")
        for found in imports(path)
        if found.module.startswith(f"{PACKAGE}.storage")
        and not f"{found.module}.".startswith(f"{PACKAGE}.storage.file.atomic_write.")
    }
    assert taken == set()


def test_the_command_line_opens_without_qt_and_file_formats() -> None:
    assert loaded_by("selfeval_desktop.cli", (*HEAVY, "PySide6.QtWidgets", "PySide6.QtGui")) == []


def test_the_window_opens_without_heavy_packages() -> None:
    assert loaded_by("selfeval_desktop.bootstrap, selfeval_desktop.ui.frame.main_window", HEAVY) == []


def loaded_by(modules: str, names: tuple[str, ...]) -> list[str]:
    """Which of `names` are loaded after a fresh process has imported `modules`."""
    script = f"import sys, {modules}; print(*[name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


PLAIN_TEXT = ROOT / PACKAGE / "ui" / "kit" / "plain_text.py"


def test_x10_every_label_is_plain_and_every_tooltip_is_told_to_be() -> None:
    """No QLabel of Qt's own, no tooltip but a sentence of the program or what `tooltip_text` makes."""
    found = []
    for path in (ROOT / PACKAGE).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if path != PLAIN_TEXT else ():
            if isinstance(node, ast.Call) and _called_name(node) in {"QLabel", "QTextBrowser", "setHtml"}:
                is_own = _called_name(node) == "setHtml" and path.name == "block_commands.py"
                found += [] if is_own else [f"{path.name}:{node.lineno} {_called_name(node)}"]
            if isinstance(node, ast.Call) and _called_name(node) in {"addRow", "insertRow"} and len(node.args) > 1:
                is_text = isinstance(node.args[-2], ast.Call | ast.Constant) and _is_own_text(node.args[-2])
                found += [f"{path.name}:{node.lineno} row with a text"] if is_text else []
            if isinstance(node, ast.Call) and _called_name(node) == "setToolTip" and not _is_own_text(node.args[-1]):
                found.append(f"{path.name}:{node.lineno} setToolTip")
    assert found == []


def _called_name(node: ast.Call) -> str:
    return str(getattr(node.func, "attr", getattr(node.func, "id", "")))


def _is_own_text(node: ast.expr) -> bool:
    """A constant, a translated constant, either of two, or a text that was made plain."""
    if isinstance(node, ast.IfExp):
        return _is_own_text(node.body) and _is_own_text(node.orelse)
    if isinstance(node, ast.Call):
        return _called_name(node) == "tooltip_text" or (_called_name(node) == "tr" and _is_own_text(node.args[0]))
    return isinstance(node, ast.Constant)
