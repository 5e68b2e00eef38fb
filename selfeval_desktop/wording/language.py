"""The language of the program. Its texts are Chinese in the source, so that no file is needed for Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_desktop import paths
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication, QTranslator

SOURCE = "zh_CN"
_OURS = "selfevalTranslator"
_LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Language:
    """A language to choose, with its name in itself."""

    code: str
    name: str


def available_languages() -> tuple[Language, ...]:
    """The source language, and every translation that is there; each says its own name."""
    from PySide6.QtCore import QTranslator

    own_name = QT_TRANSLATE_NOOP("Language", "简体中文")
    offers = [Language(SOURCE, own_name)]
    for path in sorted(paths.translation_folder().glob("selfeval_*.qm")):
        translator = QTranslator()
        if translator.load(str(path)):
            code = path.stem.removeprefix("selfeval_")
            offers.append(Language(code, translator.translate("Language", own_name) or code))
    return tuple(offers)


def current_language() -> str:
    """The code of the language in use."""
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    installed = _installed_translators(application) if application else []
    return next((code for each in installed if (code := each.property(_LANGUAGE))), SOURCE)


def switch_language(code: str) -> str:
    """Speak that language from now on; widgets are told by LanguageChange. The code that is in use then.

    A translation that is missing leaves Chinese. Makes a QCoreApplication where there is none: Qt
    translates nothing without.
    """
    from PySide6.QtCore import QCoreApplication, QLibraryInfo

    application = QCoreApplication.instance() or QCoreApplication([])
    for translator in _installed_translators(application):
        application.removeTranslator(translator)
        translator.setParent(None)
    ours = _install_translator(application, f"selfeval_{code}", str(paths.translation_folder()))
    if ours is not None:
        ours.setProperty(_LANGUAGE, code)
    _install_translator(
        application,
        f"qtbase_{current_language()}",
        QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    )
    return current_language()


def _install_translator(application: QCoreApplication, name: str, folder: str) -> QTranslator | None:
    """The translator in use; None where there is no such file, as for Chinese itself."""
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    if not translator.load(name, folder):
        return None
    translator.setParent(application)
    translator.setObjectName(_OURS)
    application.installTranslator(translator)
    return translator


def _installed_translators(application: QCoreApplication) -> list[QTranslator]:
    from PySide6.QtCore import Qt, QTranslator

    return application.findChildren(QTranslator, _OURS, Qt.FindChildOption.FindDirectChildrenOnly)


def fault_box_title() -> str:
    """The title of the box that shows the fault."""
    return translate("Starting", "绩效自评")


def start_fault(log: Path | None) -> str:
    """The window could not open by a fault of the program; `log` None when not even the log could be written."""
    if log is None:
        return translate("Starting", "程序出错，窗口没有打开。台账保持上一次存好的内容，请联系维护人员。")
    return translate(
        "Starting", "程序出错，窗口没有打开。台账保持上一次存好的内容，请把日志 {path} 交给维护人员。"
    ).format(path=log)
