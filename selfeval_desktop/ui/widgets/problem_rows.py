"""Which rows of the indicator table are shown while only those with problems are wanted."""

from collections.abc import Iterable

from selfeval_desktop.ui.models.indicators import IndicatorsModel


class ProblemRows:
    """A row that is mended meanwhile, one that is still to be filled in and one that was jumped to stay.

    Rows are known by their keys, so that they may move; another form begins anew.
    """

    def __init__(self, model: IndicatorsModel) -> None:
        self._model = model
        self._is_wanted = False
        self._kept: frozenset[int] = frozenset()
        self._form_id: int | None = None

    def want(self, only: bool) -> None:
        """Leave out the rows in which nothing is found now, or none."""
        self._is_wanted, self._kept = only, frozenset()

    def keep(self, rows: Iterable[int]) -> None:
        """Show the rows at these places too."""
        keys = self._model.row_keys()
        self._kept |= {keys[row] for row in rows}

    def keys(self) -> frozenset[int] | None:
        """The keys of the rows to be shown; None for all of them."""
        state = self._model.state
        form_id = state.form_id if state else None
        if form_id != self._form_id:
            self._form_id, self._kept = form_id, frozenset()
        if state is None or not self._is_wanted:
            return None
        found = {each.field.row for each in state.evaluation.findings if each.field.part == "indicators"}
        self._kept |= {
            row.key
            for place, row in enumerate(state.form.indicators)
            if place in found or self._model.is_fresh(place)
        }
        return self._kept
