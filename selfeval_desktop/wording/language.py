"""The language of the program. Its texts are Chinese in the source, so that no file is needed for Chinese."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from selfeval_desktop import paths

SOURCE = "zh_CN"
_OURS = "selfevalTranslator"


@dataclass(frozen=True, slots=True)
class Language:
    """A language to choose, with its name in itself."""

    code: str
    name: str


def offered() -> tuple[Language, ...]:
    """The source language, and every translation that is there."""
    codes = sorted(path.stem.removeprefix("selfeval_") for path in paths.translations().glob("selfeval_*.qm"))
    others = (Language(code, QLocale(code).nativeLanguageName()) for code in codes)
    return (Language(SOURCE, "简体中文"), *others)


def of_system() -> str:
    """The language of the desktop where there is a translation for it, else Chinese."""
    system = QLocale.system().name()
    codes = [language.code for language in offered()]
    return next((code for code in codes if system == code or system.startswith(f"{code}_")), SOURCE)


def current() -> str:
    """The code of the language in use."""
    application = QCoreApplication.instance()
    ours = _installed(application) if application else []
    return ours[0].property("language") if ours else SOURCE


def use(code: str) -> str:
    """Speak that language from now on; widgets are told by LanguageChange. The code that is in use then.

    A translation that is missing leaves Chinese. Makes a QCoreApplication where there is none: Qt
    translates nothing without.
    """
    application = QCoreApplication.instance() or QCoreApplication([])
    for translator in _installed(application):
        application.removeTranslator(translator)
        translator.setParent(None)
    wanted = (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"selfeval_{code}", str(paths.translations())),
    )
    for name, folder in wanted:
        translator = QTranslator(application)
        translator.setObjectName(_OURS)
        translator.setProperty("language", code)
        if translator.load(name, folder):
            application.installTranslator(translator)
        else:
            translator.setParent(None)
    return current()


def _installed(application: QCoreApplication) -> list[QTranslator]:
    return application.findChildren(QTranslator, _OURS, Qt.FindChildOption.FindDirectChildrenOnly)
