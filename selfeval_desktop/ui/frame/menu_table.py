"""The one table of commands: every menu with its actions, and where else an action stands.

A row says all that the window knows of a command but what it does: that is the method which is marked with its name
(`kit.commands.does`). Nothing of the features is imported here, so that the window is painted before they are loaded.
"""

from dataclasses import dataclass
from typing import Literal

from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP

Need = Literal["", "ledger", "form", "row", "step"]
SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `icon` is a file of resources/icons; `tip` says what the text leaves open.

    Several `keys` are separated by "; ", the one that is shown first. `needs` names what must be there: an open
    ledger, an open form, a row of indicators with the cursor, or a step to undo. One that `changes` forms, or what
    the ledger keeps of them, is out of reach while the ledger is only read. An `icon_only` one needs no words in the
    toolbar of the indicators.
    """

    name: str
    text: str
    icon: str = ""
    keys: str = ""
    tip: str = ""
    needs: Need = ""
    checkable: bool = False
    changes: bool = False
    icon_only: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """One menu of the menu bar: its object name, its title with access key, and its rows."""

    name: str
    title: str
    rows: tuple[ActionRow | str, ...]


_FILE_MENU = (
    ActionRow("actionNewLedger", QT_TRANSLATE_NOOP("Actions", "新建台账…"), "ledger", "Ctrl+Shift+N"),
    ActionRow("actionOpenLedger", QT_TRANSLATE_NOOP("Actions", "打开台账…"), "open", "Ctrl+O"),
    ActionRow(
        "actionExamples",
        QT_TRANSLATE_NOOP("Actions", "打开练习台账"),
        "attachment",
        tip=QT_TRANSLATE_NOOP("Actions", "五张填好的示例表，可以随意修改"),
    ),
    SEPARATOR,
    ActionRow(
        "actionImport",
        QT_TRANSLATE_NOOP("Actions", "导入…"),
        "import",
        "Ctrl+I",
        QT_TRANSLATE_NOOP("Actions", "从 Excel、WPS、Word 或 JSON 文件导入自评表、绩效目标表或指标清单"),
        "ledger",
        changes=True,
    ),
    ActionRow(
        "actionPasteForm",
        QT_TRANSLATE_NOOP("Actions", "粘贴整张表…"),
        keys="Ctrl+Shift+V",
        tip=QT_TRANSLATE_NOOP("Actions", "在 Excel、WPS、Word 或 PDF 里复制整张自评表，认出来以后导入或填进当前表"),
        needs="ledger",
        changes=True,
    ),
    ActionRow(
        "actionFinanceList",
        QT_TRANSLATE_NOOP("Actions", "导入财务数据…"),
        tip=QT_TRANSLATE_NOOP("Actions", "从财务部门的 Excel 或 CSV 名单填入各项目的预算数和执行数，先看再采用"),
        needs="ledger",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionLoadTemplate",
        QT_TRANSLATE_NOOP("Actions", "载入表样…"),
        tip=QT_TRANSLATE_NOOP("Actions", "从文件安装新的或新版的表样，不用重装程序"),
    ),
    SEPARATOR,
    ActionRow(
        "actionBackup",
        QT_TRANSLATE_NOOP("Actions", "立即备份"),
        tip=QT_TRANSLATE_NOOP("Actions", "程序会自动备份，这里可以马上备份一次，并且保留得更久"),
        needs="ledger",
    ),
    ActionRow(
        "actionBackupTo",
        QT_TRANSLATE_NOOP("Actions", "备份到U盘"),
        keys="Ctrl+Shift+U",
        tip=QT_TRANSLATE_NOOP("Actions", "把整个台账复制到U盘或另一个文件夹，写好后打开核对"),
        needs="ledger",
    ),
    ActionRow(
        "actionRestore",
        QT_TRANSLATE_NOOP("Actions", "从备份恢复…"),
        tip=QT_TRANSLATE_NOOP("Actions", "看各份备份里有什么，恢复成一个新的台账，原来的不动"),
    ),
    ActionRow(
        "actionBackupFolder",
        QT_TRANSLATE_NOOP("Actions", "打开备份文件夹"),
        tip=QT_TRANSLATE_NOOP("Actions", "自动备份放在这里"),
    ),
    SEPARATOR,
    ActionRow(
        "actionHandOver",
        QT_TRANSLATE_NOOP("Actions", "生成交接包…"),
        tip=QT_TRANSLATE_NOOP("Actions", "换电脑或换人：台账、历史、自己载入的表样和设置装进一个文件，附交接清单"),
        needs="ledger",
    ),
    ActionRow(
        "actionTakeOver",
        QT_TRANSLATE_NOOP("Actions", "从交接包接收…"),
        "import",
        tip=QT_TRANSLATE_NOOP("Actions", "打开别人或旧电脑的交接包，核对后存为一个新台账"),
    ),
    SEPARATOR,
    ActionRow(
        "actionSave",
        QT_TRANSLATE_NOOP("Actions", "立即保存"),
        "",
        "Ctrl+S",
        QT_TRANSLATE_NOOP("Actions", "程序会自动保存，这里可以马上保存一次"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionSaveCopy",
        QT_TRANSLATE_NOOP("Actions", "另存副本…"),
        tip=QT_TRANSLATE_NOOP("Actions", "把整个台账另存为一个新文件，接着在新文件里工作"),
        needs="ledger",
    ),
    ActionRow("actionCloseLedger", QT_TRANSLATE_NOOP("Actions", "关闭台账"), needs="ledger"),
    SEPARATOR,
    ActionRow("actionQuit", QT_TRANSLATE_NOOP("Actions", "退出"), keys="Ctrl+Q"),
)
_EDIT_MENU = (
    ActionRow("actionUndo", QT_TRANSLATE_NOOP("Actions", "撤销"), "undo", "Ctrl+Z", needs="step", changes=True),
    ActionRow("actionRedo", QT_TRANSLATE_NOOP("Actions", "重做"), "redo", "Ctrl+Y", needs="step", changes=True),
    SEPARATOR,
    ActionRow("actionCut", QT_TRANSLATE_NOOP("Actions", "剪切"), keys="Ctrl+X", needs="form", changes=True),
    ActionRow("actionCopy", QT_TRANSLATE_NOOP("Actions", "复制"), keys="Ctrl+C", needs="form"),
    ActionRow("actionPaste", QT_TRANSLATE_NOOP("Actions", "粘贴"), "paste", "Ctrl+V", needs="form", changes=True),
    ActionRow(
        "actionClear",
        QT_TRANSLATE_NOOP("Actions", "清除"),
        keys="Del",
        tip=QT_TRANSLATE_NOOP("Actions", "清空选定的格；计算的格恢复计算值"),
        needs="form",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionInsertRow",
        QT_TRANSLATE_NOOP("Actions", "插入行"),
        "insert_row",
        "Ctrl+Shift++; Ctrl+Ins",
        needs="form",
        changes=True,
    ),
    ActionRow(
        "actionDuplicateRow",
        QT_TRANSLATE_NOOP("Actions", "复制行"),
        "duplicate_row",
        "Alt+Shift+Down",
        QT_TRANSLATE_NOOP("Actions", "把选定的行再来一份，放在下面"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionDeleteRow",
        QT_TRANSLATE_NOOP("Actions", "删除行"),
        "delete_row",
        "Ctrl+-; Ctrl+Del",
        needs="form",
        changes=True,
    ),
    ActionRow(
        "actionDeleteBlankRows",
        QT_TRANSLATE_NOOP("Actions", "删除空白指标行"),
        tip=QT_TRANSLATE_NOOP("Actions", "把没有填写的指标行（如“……”“指标2：”）一次删去"),
        needs="form",
        changes=True,
    ),
    ActionRow(
        "actionMoveUp",
        QT_TRANSLATE_NOOP("Actions", "上移"),
        "move_up",
        "Alt+Up",
        needs="form",
        changes=True,
        icon_only=True,
    ),
    ActionRow(
        "actionMoveDown",
        QT_TRANSLATE_NOOP("Actions", "下移"),
        "move_down",
        "Alt+Down",
        needs="form",
        changes=True,
        icon_only=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionPasteRows",
        QT_TRANSLATE_NOOP("Actions", "粘贴表格"),
        "paste",
        tip=QT_TRANSLATE_NOOP("Actions", "在 Excel、WPS 或 Word 里复制若干格，从光标所在的格起放进来"),
        needs="form",
        changes=True,
    ),
    ActionRow(
        "actionFillDown",
        QT_TRANSLATE_NOOP("Actions", "向下填充"),
        "fill_down",
        "Ctrl+D",
        QT_TRANSLATE_NOOP("Actions", "选定的各格都填成最上面一格的内容"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionBalance",
        QT_TRANSLATE_NOOP("Actions", "分值配平…"),
        keys="Ctrl+B",
        tip=QT_TRANSLATE_NOOP("Actions", "把缺少或多出的分值平均或按比例分给各行，合到规定的分值"),
        needs="form",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionLongText",
        QT_TRANSLATE_NOOP("Actions", "展开编辑…"),
        "expand",
        "F4",
        QT_TRANSLATE_NOOP("Actions", "在大窗口里写光标所在的文字，看它打印几行"),
        "form",
    ),
    ActionRow(
        "actionTidy",
        QT_TRANSLATE_NOOP("Actions", "整理文字…"),
        keys="Ctrl+T",
        tip=QT_TRANSLATE_NOOP("Actions", "去掉粘贴带来的空格、换行和重复标点，先看再采用"),
        needs="form",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionLibrary",
        QT_TRANSLATE_NOOP("Actions", "指标库…"),
        "library",
        "Ctrl+Shift+I",
        QT_TRANSLATE_NOOP("Actions", "从本台账的其他表和参考指标里挑选，连同指标值加到表里"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionReasons",
        QT_TRANSLATE_NOOP("Actions", "偏差原因用语…"),
        "reasons",
        "Ctrl+R",
        QT_TRANSLATE_NOOP("Actions", "按原因挑一句，改好后放进这一行的偏差原因"),
        "row",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionNote",
        QT_TRANSLATE_NOOP("Actions", "私人备注…"),
        "note",
        "Shift+F2",
        QT_TRANSLATE_NOOP("Actions", "给光标所在的格记一句话，不打印也不导出"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionConfirm",
        QT_TRANSLATE_NOOP("Actions", "认可"),
        "confirm",
        "Ctrl+K",
        QT_TRANSLATE_NOOP("Actions", "选定的格里导入或结转来的值核对无误"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionConfirmAll",
        QT_TRANSLATE_NOOP("Actions", "全表认可"),
        tip=QT_TRANSLATE_NOOP("Actions", "全表导入或结转来的值都核对无误"),
        needs="form",
        changes=True,
    ),
)
_FORM_MENU = (
    ActionRow(
        "actionNewForm",
        QT_TRANSLATE_NOOP("Actions", "新建表单"),
        "new_form",
        "Ctrl+N",
        QT_TRANSLATE_NOOP("Actions", "年度、实施单位和随单位的内容自动带来，只要填项目名称"),
        "ledger",
        changes=True,
    ),
    ActionRow(
        "actionDuplicateForm",
        QT_TRANSLATE_NOOP("Actions", "复制表单"),
        "duplicate",
        "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("Actions", "把当前表复制成一张新的草稿"),
        "form",
        changes=True,
    ),
    ActionRow(
        "actionCarryOver",
        QT_TRANSLATE_NOOP("Actions", "从上年结转"),
        "carry_over",
        "Ctrl+Shift+Y",
        QT_TRANSLATE_NOOP("Actions", "用一张或几张表开始下一年度：目标和指标带来，完成情况清空"),
        "ledger",
        changes=True,
    ),
    ActionRow(
        "actionDeleteForm",
        QT_TRANSLATE_NOOP("Actions", "删除表单"),
        "delete",
        "Ctrl+Shift+Del",
        QT_TRANSLATE_NOOP("Actions", "可以用“撤销”找回"),
        "form",
        changes=True,
    ),
    SEPARATOR,
    ActionRow("actionPreviousForm", QT_TRANSLATE_NOOP("Actions", "上一张表"), keys="Ctrl+PgUp", needs="form"),
    ActionRow("actionNextForm", QT_TRANSLATE_NOOP("Actions", "下一张表"), keys="Ctrl+PgDown", needs="form"),
    ActionRow("actionFind", QT_TRANSLATE_NOOP("Actions", "查找表单"), "search", "Ctrl+F", needs="ledger"),
    SEPARATOR,
    ActionRow(
        "actionHistory",
        QT_TRANSLATE_NOOP("Actions", "变更历史…"),
        keys="Ctrl+H",
        tip=QT_TRANSLATE_NOOP("Actions", "这张表何时由谁改了什么；比较以前的内容，恢复成一张新表"),
        needs="form",
    ),
    ActionRow(
        "actionCellHistory",
        QT_TRANSLATE_NOOP("Actions", "这一格的历史…"),
        keys="Ctrl+Shift+H",
        tip=QT_TRANSLATE_NOOP("Actions", "光标所在的格何时由谁改过，原来是什么"),
        needs="form",
    ),
    ActionRow(
        "actionRecycleBin",
        QT_TRANSLATE_NOOP("Actions", "回收站…"),
        tip=QT_TRANSLATE_NOOP("Actions", "找回删除了的自评表"),
        needs="ledger",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionUnits",
        QT_TRANSLATE_NOOP("Actions", "单位…"),
        "unit",
        tip=QT_TRANSLATE_NOOP("Actions", "实施单位、主管部门、联系人录入一次，新表自动带出"),
        needs="ledger",
        changes=True,
    ),
    ActionRow(
        "actionDropped",
        QT_TRANSLATE_NOOP("Actions", "留存的内容…"),
        tip=QT_TRANSLATE_NOOP("Actions", "换表样后没有位置的内容，换回时自动放回"),
        needs="form",
    ),
)
_CHECK_MENU = (
    ActionRow(
        "actionCheck",
        QT_TRANSLATE_NOOP("Actions", "检查当前表"),
        "check",
        "F5",
        QT_TRANSLATE_NOOP("Actions", "列出全部错误、提醒和提示"),
        "form",
    ),
    ActionRow(
        "actionCheckAll",
        QT_TRANSLATE_NOOP("Actions", "检查全部…"),
        keys="Shift+F5",
        tip=QT_TRANSLATE_NOOP("Actions", "检查台账里的全部表，按表或按规则列出，也看各表之间有没有矛盾"),
        needs="ledger",
    ),
    ActionRow(
        "actionCheckReport",
        QT_TRANSLATE_NOOP("Actions", "检查报告…"),
        tip=QT_TRANSLATE_NOOP("Actions", "把检查结果和写明的理由打印出来，或存为 PDF、Excel"),
        needs="ledger",
    ),
    ActionRow(
        "actionCheckup",
        QT_TRANSLATE_NOOP("Actions", "填报质量体检…"),
        keys="Ctrl+F5",
        tip=QT_TRANSLATE_NOOP("Actions", "审核的人可能会问什么，在哪一处"),
        needs="form",
    ),
    SEPARATOR,
    ActionRow("actionNextProblem", QT_TRANSLATE_NOOP("Actions", "下一个问题"), keys="F8", needs="form"),
    ActionRow("actionPreviousProblem", QT_TRANSLATE_NOOP("Actions", "上一个问题"), keys="Shift+F8", needs="form"),
    ActionRow(
        "actionExplain",
        QT_TRANSLATE_NOOP("Actions", "说明理由…"),
        "ok",
        "Ctrl+J",
        QT_TRANSLATE_NOOP("Actions", "情况属实的提醒或提示，写明理由后不再提醒"),
        "form",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionOnlyProblems",
        QT_TRANSLATE_NOOP("Actions", "只看问题行"),
        "filter",
        "Ctrl+F8",
        QT_TRANSLATE_NOOP("Actions", "只显示有错误、提醒或提示的指标行"),
        "form",
        checkable=True,
    ),
    ActionRow(
        "actionAnswer",
        QT_TRANSLATE_NOOP("Actions", "到消息栏"),
        keys="F6",
        tip=QT_TRANSLATE_NOOP("Actions", "回答上面消息栏里的问题"),
        needs="ledger",
    ),
    SEPARATOR,
    ActionRow(
        "actionVerifyPaper",
        QT_TRANSLATE_NOOP("Actions", "盖章件核对…"),
        keys="F9",
        tip=QT_TRANSLATE_NOOP("Actions", "录入打印件上的校验码，看它与现在的数据是否相同"),
        needs="ledger",
    ),
    ActionRow(
        "actionPaperCopies",
        QT_TRANSLATE_NOOP("Actions", "打印存档…"),
        tip=QT_TRANSLATE_NOOP("Actions", "当前表打印和导出过的各份，可以看改动、原样重印"),
        needs="form",
    ),
    SEPARATOR,
    ActionRow(
        "actionVerify",
        QT_TRANSLATE_NOOP("Actions", "核对台账"),
        tip=QT_TRANSLATE_NOOP("Actions", "读一遍整个台账，看每张自评表是否与存入时一致，可以随时停止"),
        needs="ledger",
    ),
)
_OUTPUT_MENU = (
    ActionRow("actionPrintPreview", QT_TRANSLATE_NOOP("Actions", "打印预览"), "preview", needs="form"),
    ActionRow("actionPrint", QT_TRANSLATE_NOOP("Actions", "打印"), "print", "Ctrl+P", needs="form"),
    ActionRow(
        "actionPrintForms",
        QT_TRANSLATE_NOOP("Actions", "批量打印…"),
        tip=QT_TRANSLATE_NOOP("Actions", "几张或全部表一次打印，或保存为 PDF，附封面清单"),
        needs="ledger",
    ),
    ActionRow("actionSavePdf", QT_TRANSLATE_NOOP("Actions", "保存为 PDF…"), "", "Ctrl+Shift+P", needs="form"),
    SEPARATOR,
    ActionRow(
        "actionExport",
        QT_TRANSLATE_NOOP("Actions", "导出"),
        "export",
        "Ctrl+E",
        QT_TRANSLATE_NOOP("Actions", "工作副本：Excel、Word、PDF、指标清单或 JSON 文件"),
        "form",
    ),
    ActionRow(
        "actionPackage",
        QT_TRANSLATE_NOOP("Actions", "导出上报包…"),
        "",
        "Ctrl+Shift+E",
        QT_TRANSLATE_NOOP("Actions", "没有错误的表连同汇总表、核对单装进一个压缩包，写好后逐格读回核对"),
        "ledger",
    ),
    ActionRow(
        "actionTypeOver",
        QT_TRANSLATE_NOOP("Actions", "录入对照…"),
        "",
        "Ctrl+Shift+T",
        QT_TRANSLATE_NOOP("Actions", "往只能手工录入的平台里录：一次一项，大字显示，可复制，录完打勾"),
        "form",
    ),
    ActionRow(
        "actionAnswers",
        QT_TRANSLATE_NOOP("Actions", "上报回复…"),
        "",
        "Ctrl+Shift+R",
        QT_TRANSLATE_NOOP("Actions", "当前表的每次导出：对方接收还是退回，退回意见逐条对应到格、改好打勾"),
        "form",
        changes=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionSummary",
        QT_TRANSLATE_NOOP("Actions", "年度汇总表…"),
        tip=QT_TRANSLATE_NOOP("Actions", "一年里全部自评表的资金、执行率、得分和等级"),
        needs="ledger",
    ),
    ActionRow(
        "actionPublicCopy",
        QT_TRANSLATE_NOOP("Actions", "公开版…"),
        tip=QT_TRANSLATE_NOOP("Actions", "涂去不公开的内容，用于公示"),
        needs="form",
    ),
    ActionRow(
        "actionBlankForm",
        QT_TRANSLATE_NOOP("Actions", "空白表…"),
        tip=QT_TRANSLATE_NOOP("Actions", "打印出来用笔填写"),
        needs="ledger",
    ),
    SEPARATOR,
    ActionRow(
        "actionPageSetup",
        QT_TRANSLATE_NOOP("Actions", "页面设置…"),
        tip=QT_TRANSLATE_NOOP("Actions", "纸张、方向、装订边、字体；按表样记住"),
        needs="form",
    ),
    ActionRow(
        "actionSignature",
        QT_TRANSLATE_NOOP("Actions", "打印签字行"),
        tip=QT_TRANSLATE_NOOP("Actions", "在表下打印填表人、联系电话、填报日期和单位盖章"),
        checkable=True,
    ),
)
_VIEW_MENU = (
    ActionRow("actionTab1", QT_TRANSLATE_NOOP("Actions", "资金"), keys="Ctrl+1", needs="form"),
    ActionRow("actionTab2", QT_TRANSLATE_NOOP("Actions", "目标"), keys="Ctrl+2", needs="form"),
    ActionRow("actionTab3", QT_TRANSLATE_NOOP("Actions", "指标"), keys="Ctrl+3", needs="form"),
    ActionRow("actionTab4", QT_TRANSLATE_NOOP("Actions", "打印预览"), keys="Ctrl+4", needs="form"),
    SEPARATOR,
    ActionRow("actionZoomIn", QT_TRANSLATE_NOOP("Actions", "放大预览"), keys="Ctrl++; Ctrl+=", needs="form"),
    ActionRow("actionZoomOut", QT_TRANSLATE_NOOP("Actions", "缩小预览"), keys="Ctrl+-", needs="form"),
    ActionRow("actionZoomFit", QT_TRANSLATE_NOOP("Actions", "预览适合宽度"), keys="Ctrl+0", needs="form"),
    SEPARATOR,
    ActionRow(
        "actionFormList",
        QT_TRANSLATE_NOOP("Actions", "表单列表"),
        "ledger",
        keys="Ctrl+Shift+L",
        tip=QT_TRANSLATE_NOOP("Actions", "显示或收起左边的表单列表；窗口很窄时它和表轮流显示"),
        needs="ledger",
        checkable=True,
    ),
    ActionRow(
        "actionProblems",
        QT_TRANSLATE_NOOP("Actions", "检查结果"),
        keys="Ctrl+L",
        tip=QT_TRANSLATE_NOOP("Actions", "显示或收起下面的检查结果"),
        needs="ledger",
        checkable=True,
    ),
    ActionRow(
        "actionLastYear",
        QT_TRANSLATE_NOOP("Actions", "上年的值"),
        keys="F7",
        tip=QT_TRANSLATE_NOOP("Actions", "在窗口最下面显示光标所在的格上年填了什么"),
        needs="ledger",
        checkable=True,
    ),
    SEPARATOR,
    ActionRow(
        "actionContrast",
        QT_TRANSLATE_NOOP("Actions", "高对比度"),
        tip=QT_TRANSLATE_NOOP("Actions", "用更深的颜色显示窗口"),
        checkable=True,
    ),
)
_HELP_MENU = (
    ActionRow(
        "actionFieldHelp",
        QT_TRANSLATE_NOOP("Actions", "填写说明"),
        "help",
        "F1",
        QT_TRANSLATE_NOOP("Actions", "光标所在的格填什么、举例、怎样检查，计算值是怎样得来的"),
        "form",
        checkable=True,
    ),
    ActionRow(
        "actionKeys",
        QT_TRANSLATE_NOOP("Actions", "快捷键"),
        keys="Shift+F1",
        tip=QT_TRANSLATE_NOOP("Actions", "全部快捷键，和表格里的记号"),
    ),
    ActionRow(
        "actionRules",
        QT_TRANSLATE_NOOP("Actions", "规则目录…"),
        tip=QT_TRANSLATE_NOOP("Actions", "每条检查规则的含义、依据和状态；可以在本台账停用提醒"),
    ),
    SEPARATOR,
    ActionRow(
        "actionSupportPacket",
        QT_TRANSLATE_NOOP("Actions", "导出求助材料…"),
        tip=QT_TRANSLATE_NOOP("Actions", "给维护人员的一个压缩包：版本、运行记录、台账结构；填写的内容都遮住"),
    ),
    ActionRow("actionLog", QT_TRANSLATE_NOOP("Actions", "打开运行记录的文件夹")),
    SEPARATOR,
    ActionRow(
        "actionChanges",
        QT_TRANSLATE_NOOP("Actions", "更新内容"),
        tip=QT_TRANSLATE_NOOP("Actions", "各个版本新增、改动了什么"),
    ),
    ActionRow(
        "actionCheckPackage",
        QT_TRANSLATE_NOOP("Actions", "核对安装包…"),
        tip=QT_TRANSLATE_NOOP("Actions", "安装新版本以前，把安装包与旁边的校验单对一遍"),
    ),
    ActionRow("actionAbout", QT_TRANSLATE_NOOP("Actions", "关于本程序")),
)

MENUS = (
    Menu("menuFile", QT_TRANSLATE_NOOP("Actions", "文件(&F)"), _FILE_MENU),
    Menu("menuEdit", QT_TRANSLATE_NOOP("Actions", "编辑(&E)"), _EDIT_MENU),
    Menu("menuForm", QT_TRANSLATE_NOOP("Actions", "表单(&B)"), _FORM_MENU),
    Menu("menuCheck", QT_TRANSLATE_NOOP("Actions", "检查(&C)"), _CHECK_MENU),
    Menu("menuOutput", QT_TRANSLATE_NOOP("Actions", "输出(&O)"), _OUTPUT_MENU),
    Menu("menuView", QT_TRANSLATE_NOOP("Actions", "查看(&V)"), _VIEW_MENU),
    Menu("menuHelp", QT_TRANSLATE_NOOP("Actions", "帮助(&H)"), _HELP_MENU),
)

ROWS = tuple(row for menu in MENUS for row in menu.rows if isinstance(row, ActionRow))

ZOOMS = ("actionZoomIn", "actionZoomOut", "actionZoomFit")
"""Their keys work on the preview only."""
TOOLBAR = (
    *("actionNewForm", "actionCarryOver", "actionImport", SEPARATOR),
    *("actionUndo", "actionRedo", SEPARATOR),
    *("actionPrintPreview", "actionPrint", "actionExport"),
)
START = ("actionNewLedger", "actionOpenLedger", "actionTakeOver", "actionExamples")
EMPTY_LEDGER = ("actionNewForm", "actionImport", "actionPasteForm")
"""The ways to the first form of a ledger."""
ROW_ACTIONS = (
    *("actionInsertRow", "actionDeleteRow", "actionMoveUp", "actionMoveDown"),
    *("actionPasteRows", "actionFillDown", "actionOnlyProblems"),
)
ROW_KEYS = ("actionDuplicateRow", "actionReasons")
"""Actions with keys for the page of indicators that have no room in its toolbar."""
CLIPBOARD = ("actionCut", "actionCopy", "actionPaste", "actionClear")
"""What is done with the selected cells; the keys work in the tables, and in boxes as these have them of themselves."""
HANDLE_MENU = (
    *(*CLIPBOARD, SEPARATOR, "actionInsertRow", "actionDuplicateRow", "actionDeleteRow"),
    *(SEPARATOR, "actionMoveUp", "actionMoveDown"),
)
"""The menu of a row's number."""
CELL_MENU = ("actionNote", "actionCellHistory")
"""Further actions for the menu of a cell of either table."""
ROW_PICKS = ("actionLongText", "actionLibrary", "actionReasons")
"""Actions for the menu of a row that have no room in the toolbar either."""
PROBLEM_MENU = ("actionDeleteBlankRows", "actionCheck", "actionCheckup", "actionCheckAll", "actionRules")
"""Further actions for the menu of a finding."""
FORM_MENU = (
    *("actionNewForm", "actionDuplicateForm", "actionDeleteForm", SEPARATOR),
    *("actionPrint", "actionExport"),
)
