"""核对安装包: the digest of a package, and whether the hash sheet beside it has the same."""

from PySide6.QtWidgets import QLineEdit, QWidget

from selfeval_desktop.app.program_parts import PackageCheck, PackageState
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_SAID = {
    PackageState.EQUAL: (QT_TRANSLATE_NOOP("Packages", "与校验单一致，可以安装。校验单：{sheet}。"), "ok"),
    PackageState.DIFFERENT: (
        QT_TRANSLATE_NOOP(
            "Packages", "与校验单不一致：文件不完整，或者被改过。请不要安装，重新拷贝一份再核对。校验单：{sheet}。"
        ),
        "error",
    ),
    PackageState.UNLISTED: (
        QT_TRANSLATE_NOOP(
            "Packages", "校验单 {sheet} 里没有这个文件名的一行，无法核对。请向发放安装包的人要相应的校验单。"
        ),
        "warning",
    ),
    PackageState.NO_SHEET: (
        QT_TRANSLATE_NOOP(
            "Packages",
            "旁边没有校验单（selfeval-版本-sha256.txt），无法核对。请把它与安装包放在同一个文件夹里再试，或者自己与公布的数字对照。",
        ),
        "warning",
    ),
}


class ProgramPackageDialog(TaskDialog):
    """What was found of one package."""

    def __init__(self, found: PackageCheck, parent: QWidget | None = None) -> None:
        super().__init__("programPackageDialog", self.tr("核对安装包"), parent)
        self.add_rows(
            (self.tr("安装包："), self._make_line("programPackageName", self.tr("安装包"), str(found.path))),
            (self.tr("SHA-256："), self._make_line("programPackageDigest", "SHA-256", found.digest)),
            *(
                [(self.tr("校验单上："), self._make_line("programPackageListed", self.tr("校验单上"), found.listed))]
                if found.state is PackageState.DIFFERENT
                else []
            ),
        )
        sentence, tone = _SAID[found.state]
        self.add_note("programPackageResult")
        self.show_note(_full_sentence(sentence, found), tone)
        self.add_stretch()
        self.add_close(is_default=True)
        self.start_with_size(680, 240)

    def _make_line(self, name: str, title: str, text: str) -> QLineEdit:
        """A line that can be selected and copied, and is read from its beginning."""
        line = name_widget(QLineEdit(text, self), name, title)
        line.setReadOnly(True)
        line.setCursorPosition(0)
        return line


def _full_sentence(sentence: str, found: PackageCheck) -> str:
    text = translate("Packages", sentence).format(sheet=found.sheet)
    if found.state is PackageState.UNLISTED and found.same:
        text = translate("Packages", "内容与校验单 {sheet} 里的 {name} 一致，只是文件名不同，可以安装。").format(
            sheet=found.sheet, name=found.same
        )
    return text
