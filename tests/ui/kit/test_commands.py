"""Marked methods are found by the names of their actions, those of a base class too, and handed their arguments."""

from selfeval_desktop.ui.kit.commands import does, marked_methods


class Zoom:
    """One method for several actions, one with arguments, one that a class further down does otherwise."""

    def __init__(self) -> None:
        self.done: list[object] = []

    @does("actionZoomIn", 1)
    @does("actionZoomOut", -1)
    def change_zoom(self, steps: int) -> None:
        self.done.append(steps)

    @does("actionFit")
    def fit_width(self) -> None:
        self.done.append("width")

    def unmarked(self) -> None:
        self.done.append("unmarked")


class PageZoom(Zoom):
    def fit_width(self) -> None:
        self.done.append("page")

    @does("actionTurn", "left")
    def turn_page(self, way: str) -> None:
        self.done.append(way)


def call_all(commands: Zoom) -> dict[str, list[object]]:
    """What each action does."""
    found: dict[str, list[object]] = {}
    for action, work in marked_methods(commands).items():
        commands.done = []
        work()
        found[action] = commands.done
    return found


def test_each_action_calls_its_method_with_its_arguments() -> None:
    assert call_all(Zoom()) == {"actionZoomIn": [1], "actionZoomOut": [-1], "actionFit": ["width"]}


def test_marks_are_inherited_and_call_the_method_of_the_class_below() -> None:
    assert call_all(PageZoom()) == {
        "actionZoomIn": [1],
        "actionZoomOut": [-1],
        "actionFit": ["page"],
        "actionTurn": ["left"],
    }


def test_the_methods_belong_to_the_object_that_was_asked() -> None:
    one, other = Zoom(), Zoom()
    marked_methods(one)["actionFit"]()
    assert (one.done, other.done) == (["width"], [])
