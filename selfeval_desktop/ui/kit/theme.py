"""The look of the window: colours, palette, style sheet, fonts and icons. No other module names a colour."""

from dataclasses import asdict, dataclass
from functools import cache
from string import Template as Text

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap, QScreen
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from selfeval_desktop import paths
from selfeval_desktop.domain.rules.findings import Severity

FAMILY = "Noto Sans SC"
POINT_SIZE = 10
ICON_SIZE = QSize(20, 20)
SMALL_ICON_SIZE = QSize(16, 16)
MARK_SIZE = 14
"""Side of the sign in a marked cell, in logical pixels."""

_DRAWN_SIZES = (MARK_SIZE, 16, 20, 32)
_WINDOW_SIZES = (16, 24, 32, 48, 64, 128)


@dataclass(frozen=True, slots=True)
class ThemeColours:
    """One accent; red, amber and blue speak of findings and nothing else; `…_soft` are backgrounds."""

    accent: str = "#1f5fa8"
    accent_soft: str = "#dce8f7"
    window: str = "#f3f5f9"
    panel: str = "#fafbfd"
    base: str = "#ffffff"
    text: str = "#1b2430"
    muted: str = "#5a6575"
    disabled: str = "#98a1ae"
    border: str = "#d3dae4"
    grid: str = "#dde3eb"
    head: str = "#edf1f7"
    calculated: str = "#f1f3f6"
    calculated_text: str = "#4c5868"
    error: str = "#b3261e"
    error_soft: str = "#fdecea"
    warning: str = "#8a5200"
    warning_soft: str = "#fff5e0"
    hint: str = "#3b6186"
    hint_soft: str = "#eff5fb"
    ok: str = "#1b6b3a"
    ok_soft: str = "#eaf5ee"


COLOURS = ThemeColours()
STRONG = ThemeColours(
    accent="#00398f",
    accent_soft="#c4dcff",
    window="#ffffff",
    panel="#ffffff",
    text="#000000",
    muted="#1f2733",
    disabled="#55606e",
    border="#4a5462",
    grid="#7b8592",
    head="#dfe6ef",
    calculated="#e1e5ea",
    calculated_text="#111820",
    error="#8c0000",
    error_soft="#ffd9d6",
    warning="#5c3400",
    warning_soft="#ffe6ad",
    hint="#0d3560",
    hint_soft="#d5e8fb",
    ok="#004a1e",
    ok_soft="#cdeed9",
)
"""The colours of the high-contrast look."""


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """What the user chose: the size of texts in percent of the usual, and stronger colours."""

    text_size: int = 100
    contrast: bool = False


_LOOK = "selfevalLook"
"""The property of the application under which it knows its look."""


def install_theme(application: QApplication) -> None:
    """Give the application its style, fonts and colours; to be called before a window is made."""
    application.styleHints().setColorScheme(Qt.ColorScheme.Light)
    application.setStyle(QStyleFactory.create("Fusion"))
    for path in sorted(paths.font_folder().glob("NotoSansSC-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setWindowIcon(_application_icon())
    apply_theme(application, ThemeChoice())


def apply_theme(application: QApplication, look: ThemeChoice) -> None:
    """Apply that look to all windows; nothing happens when it is the present one."""
    if application.property(_LOOK) == look:
        return
    application.setProperty(_LOOK, look)
    for remembered in (_colours_by_name, icon):
        remembered.cache_clear()
    application.setPalette(_window_palette())
    # Widgets measure themselves anew when the style sheet comes: they need the font by then.
    application.setFont(_window_font(look))
    application.setStyleSheet(_style_sheet())
    # Once more: the first style sheet renews the style, whereupon Windows' fonts for menus, tables, status bar, boxes
    # and tips are fetched again. A font for all clears them.
    application.setFont(_window_font(look))


def scaled_length(pixels: int) -> int:
    """That many logical pixels, enlarged with the chosen size of texts."""
    return pixels * _current_theme().text_size // 100


def colour(name: str) -> QColor:
    """The colour of that name in `Colours`."""
    return _colours_by_name()[name]


def severity_colour(severity: Severity) -> QColor:
    """The colour of a finding's sign and word."""
    return colour(severity.value)


def severity_tint(severity: Severity) -> QColor:
    """The background of a cell with such a finding."""
    return colour(f"{severity.value}_soft")


def severity_icon(severity: Severity) -> QIcon:
    """The sign of a finding."""
    return icon(severity.value, severity.value)


def set_style_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that selectors of the style sheet use, and repolish the widget."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


@cache
def icon(name: str, colour_name: str = "text") -> QIcon:
    """A bundled icon, drawn in one colour of the theme and greyed where it is disabled."""
    source = (paths.icon_folder() / f"{name}.svg").read_text("utf-8")
    drawn = QIcon()
    for mode, tone in ((QIcon.Mode.Normal, colour_name), (QIcon.Mode.Disabled, "disabled")):
        svg = QByteArray(source.replace("currentColor", getattr(_current_colours(), tone)).encode())
        for size in _DRAWN_SIZES:
            drawn.addPixmap(_draw_icon_pixmap(svg, size), mode)
    return drawn


@cache
def chevron_icon(way: str) -> QIcon:
    """An arrow head that points `up` or `down`, for what unfolds."""
    return QIcon(str(paths.resource_folder() / "theme" / f"chevron-{way}.svg"))


def _application_icon() -> QIcon:
    """The program's own sign, for title bars and task bars."""
    svg, drawn = QByteArray((paths.icon_folder() / "app.svg").read_bytes()), QIcon()
    for size in _WINDOW_SIZES:
        drawn.addPixmap(_draw_icon_pixmap(svg, size))
    return drawn


def _current_theme() -> ThemeChoice:
    application = QApplication.instance()
    look = application.property(_LOOK) if application else None
    return look if isinstance(look, ThemeChoice) else ThemeChoice()


def _current_colours() -> ThemeColours:
    return STRONG if _current_theme().contrast else COLOURS


@cache
def _colours_by_name() -> dict[str, QColor]:
    return {name: QColor(value) for name, value in asdict(_current_colours()).items()}


def _draw_icon_pixmap(svg: QByteArray, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    screen: QScreen | None = QApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(svg).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _window_font(look: ThemeChoice) -> QFont:
    """The bundled font on every PC, so that the window looks the same and Chinese shows without system fonts."""
    font = QFont(FAMILY)
    font.setPointSizeF(POINT_SIZE * look.text_size / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _window_palette() -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, name in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "base"),
        (role.AlternateBase, "panel"),
        (role.Text, "text"),
        (role.Button, "panel"),
        (role.ButtonText, "text"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "base"),
        (role.PlaceholderText, "disabled"),
        (role.ToolTipBase, "base"),
        (role.ToolTipText, "text"),
        (role.Link, "accent"),
        (role.Mid, "border"),
    ):
        palette.setColor(which, colour(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, colour("disabled"))
    return palette


def _style_sheet() -> str:
    folder = paths.resource_folder() / "theme"
    sheet = Text((folder / "window.qss").read_text("utf-8"))
    return sheet.substitute(asdict(_current_colours()), theme=folder.as_posix())
