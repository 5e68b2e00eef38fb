"""The page of indicators on the screen, with a form of five rows."""

import pytest
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from tests.ui.sessions import OpenForm


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def page(session: OpenForm, qtbot: QtBot) -> IndicatorsTab:
    page = IndicatorsTab(session)
    qtbot.addWidget(page)
    page.resize(1040, 420)
    with qtbot.waitExposed(page):
        page.show()
    return page
