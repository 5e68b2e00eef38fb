"""A form that came back is seen to have come back: in the list and beside its pages, until every comment is ticked."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.app.ports.output_events import OutputRecord, ReceiverAnswer, ReceiverComment
from selfeval_desktop.ui.document.form_list_model import DETAIL
from selfeval_desktop.ui.exchange.answers_dialog import AnswersDialog
from tests.builders import mof_2020
from tests.ui.windows import Screen


def answer(screen: Screen, *done: bool) -> None:
    """Keep an answer to the one export of the open form: returned, with comments that are ticked or not."""
    document = screen.window.document
    ledger, state = document.ledger, document.form
    assert ledger is not None
    assert state is not None
    (event,) = ledger.store.output_events(state.form_id)
    said = tuple(ReceiverComment(f"第{number}条", None, done=ticked) for number, ticked in enumerate(done))
    ledger.store.save_answer(event.event_id, ReceiverAnswer("returned", said))
    ledger.index.refresh_summaries([state.form_id])


def state_of_first(screen: Screen) -> State:
    ledger = screen.window.document.ledger
    assert ledger is not None
    return ledger.summaries[0].state


def detail(screen: Screen) -> str:
    return str(screen.forms.model().index(0, 0).data(DETAIL))


def test_t09_a_returned_form_shows_it_until_every_comment_is_ticked(screen: Screen) -> None:
    document = screen.window.document
    assert document.ledger is not None
    store = document.ledger.store
    store.record_outputs([OutputRecord(1, store.load_form(1), mof_2020().paper, False)], "exported")
    answer(screen, False, False)
    assert state_of_first(screen) is State.RETURNED
    assert detail(screen) == "已退回 · 2 条意见"
    banner = screen.part(QFrame, "returnedBanner")
    assert banner.isVisible()
    assert "还有 2 条意见" in screen.part(QLabel, "returnedBannerText").accessibleDescription()
    banner.findChildren(QPushButton)[0].click()
    assert screen.window.findChildren(AnswersDialog)[0].isVisible()
    answer(screen, True, False)
    assert detail(screen) == "已退回 · 1 条意见"
    answer(screen, True, True)
    assert state_of_first(screen) is State.EXPORTED
    assert not banner.isVisible()
