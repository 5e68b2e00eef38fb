"""The sentence of each SelfEvalError: what happened, where the data is, what to do."""

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from selfeval_desktop.app import errors
from selfeval_desktop.app.errors import (
    CodeFault,
    FileLoss,
    FileProblem,
    FileProtection,
    ForeignFile,
    LedgerDamage,
    ListFault,
    PackageFault,
    SelfEvalError,
    StoredText,
    TemplateFault,
    UnfitReason,
)
from selfeval_desktop.app.foreign_files import NOT_REGULAR, SECOND_NAME, shown_text
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.wording import cell_names, sizes
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_MOST_CELLS = 3
_DEVICE_FAILED = os.strerror(errno.EIO)
_LONGEST_PATH = 259 if os.name == "nt" else 0
"""Longer ones Windows follows only where its administrator has allowed it; 0 elsewhere."""
_BAD_NAMES = {os.strerror(number) for number in (errno.EINVAL, errno.ENAMETOOLONG)}
_OTHER_NAME = QT_TRANSLATE_NOOP(
    "Errors", '不能用 {path} 这个名称（{reason}），什么都没有改。请换一个短些的，里面不要有 \\ / : * ? " < > |。'
)


def error_sentence(error: SelfEvalError) -> str:
    """One line for the person at the window or the command line."""
    entry = SENTENCES[type(error)]
    text = entry if isinstance(entry, str) else entry(error)
    return " ".join(translate("Errors", text).format(**_sentence_fields(error)).split())


def template_passed_over(error: SelfEvalError) -> str:
    """One line on a template file in the user's own folder that cannot be used: which, why, and what to do."""
    if isinstance(error, errors.TooManyTemplates):
        return error_sentence(error)
    told = translate(
        "Errors", "您的表样文件夹里有一个文件不能用，已跳过，其余表样照常使用：{sentence}也可以删去这个文件。"
    )
    return told.format(sentence=error_sentence(error))


def template_fault_line(fault: TemplateFault) -> str:
    """One fault of a template file in one line: 第 25 行 head[0]：各格合起来占 8 列，与 columns 的列数不符。…"""
    told = translate("Errors", _TEMPLATE_FAULTS.get(fault.problem, _OTHER_FAULT)).format(found=fault.found)
    place = fault.place if fault.problem is not FileProblem.NOT_TOML else ""
    where = translate("Errors", "第 {line} 行 {place}").format(line=fault.line, place=place).rstrip()
    return translate("Errors", "{where}：{told}").format(where=where, told=told)


def template_faults_sentence(path: Path, count: int) -> str:
    """How many faults a template file has."""
    told = translate("Errors", "表样文件 {path} 有 {count} 处问题，不能使用。请逐处改正后再试。")
    return told.format(path=path, count=count)


def error_cause(error: SelfEvalError) -> str:
    """The system's own short reason, such as 磁盘已满; the whole sentence where it gave none."""
    told = getattr(error, "reason", "")
    return system_reason(told) if told and type(told) is str else error_sentence(error)


def _in_use(error: Any) -> str:
    if error.holder:
        return QT_TRANSLATE_NOOP("Errors", "台账 {path} 正在使用（{holder} 起），没有改动。请在那里关闭后再试。")
    return QT_TRANSLATE_NOOP("Errors", "台账 {path} 正由另一个窗口或命令使用，没有改动。请在那里关闭后再试。")


def _left_lock(error: Any) -> str:
    if error.holder:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "台账 {path} 上次由 {holder} 打开，没有正常关闭，也可能还在那里使用，没有改动。"
            "请确认那里已经关闭，删去 {lock} 后再试。",
        )
    return QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 旁边留有锁文件，可能有别的电脑正在使用，没有改动。请确认别处都已关闭，删去 {lock} 后再试。",
    )


def _missing(error: Any) -> str:
    if _LONGEST_PATH and len(str(error.path.absolute())) > _LONGEST_PATH:
        return QT_TRANSLATE_NOOP(
            "Errors", "没有找到 {path}。它的路径太长，Windows 不一定看得见：请移到浅一些的文件夹，或改一个短些的名称。"
        )
    return QT_TRANSLATE_NOOP("Errors", "没有找到 {path}。请检查文件夹和文件名。")


def _unreadable(error: Any) -> str:
    if error.reason == NOT_REGULAR:
        return QT_TRANSLATE_NOOP("Errors", "{path} 不是普通文件，是管道、设备或别的东西，没有读取。请选择一个文件。")
    if error.reason == _DEVICE_FAILED:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "无法读取 {path}（{reason}），文件没有改动，可能是磁盘或连接有故障。"
            "请重新插好或换一个接口再试；读得出时，先复制到别的磁盘。",
        )
    if error.reason in _BAD_NAMES:
        return _OTHER_NAME
    return QT_TRANSLATE_NOOP(
        "Errors", "无法读取 {path}（{reason}），文件没有改动。请检查文件是否还在、是否有读取权限。"
    )


def _unwritable(error: Any) -> str:
    if error.reason == NOT_REGULAR:
        return QT_TRANSLATE_NOOP(
            "Errors", "{path} 不是普通文件，是链接、管道或别的东西，没有写入，也没有改动。请查看它是什么，移走后再试。"
        )
    if error.reason == SECOND_NAME:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "台账 {path} 在磁盘上还有别的名称（硬链接），从几个名称写会弄坏它，没有改动。请另存副本来用，或删去多余的名称。",
        )
    if error.reason == _DEVICE_FAILED:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "无法写入 {path}（{reason}），原有内容没有改动，可能是磁盘或连接有故障。"
            "请重新插好或换一个接口再试，或换一个位置。",
        )
    if error.reason in _BAD_NAMES:
        return _OTHER_NAME
    return QT_TRANSLATE_NOOP(
        "Errors", "无法写入 {path}（{reason}），原有内容没有改动。请检查磁盘空间和权限，或换一个位置。"
    )


def _not_ready(error: Any) -> str:
    if not error.errors:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "{form_id} 号表“{project_name}”还有 {unconfirmed} 处导入或结转来的值没有核对，没有写上报包。"
            "请核对后点“认可”，再导出。",
        )
    return QT_TRANSLATE_NOOP(
        "Errors", "{form_id} 号表“{project_name}”有 {errors} 个错误，没有写上报包。请改正后再导出。"
    )


def _proof_failed(error: Any) -> str:
    if not error.cell:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "写好的 {file} 读出来与表中内容不一致，没有留下上报包，原有内容没有改动。请再导出一次；"
            "仍然如此，请把运行记录交给维护人员。",
        )
    return QT_TRANSLATE_NOOP(
        "Errors",
        "写好的 {file} 中“{cell}”读出来是“{found}”，表中是“{expected}”，没有留下上报包，原有内容没有改动。"
        "请再导出一次；仍然如此，请把这一格改写后再试。",
    )


def _text_too_long(error: Any) -> str:
    if error.project_name.strip():
        return QT_TRANSLATE_NOOP(
            "Errors",
            "“{project_name}”的{cell}有 {length} 个字，电子表格一格最多容纳 32767 个字，没有导出。请缩短后再导出。",
        )
    return QT_TRANSLATE_NOOP(
        "Errors", "{cell}有 {length} 个字，电子表格一格最多容纳 32767 个字，没有导出。请缩短后再导出。"
    )


def _bad_resource(place: str) -> str:
    if place:
        return QT_TRANSLATE_NOOP(
            "Errors", "程序自带的文件 {path} 中 {place} 不能用，表里的内容没有改动。请重新安装程序。"
        )
    return QT_TRANSLATE_NOOP("Errors", "程序自带的文件 {path} 读不懂，表里的内容没有改动。请重新安装程序。")


SENTENCES: Mapping[type[SelfEvalError], str | Callable[[Any], str]] = {
    errors.MissingFile: _missing,
    errors.FileExists: QT_TRANSLATE_NOOP("Errors", "{path} 已经存在，没有改动。请换一个名称。"),
    errors.NotALedger: lambda error: FOREIGN[error.reason],
    errors.DamagedLedger: lambda error: DAMAGE[error.reason],
    errors.DamagedForm: QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 中 {form_id} 号表“{project_name}”的内容与存入时不一致，没有改动。"
        "请改用最近的备份，并保留这个文件。",
    ),
    errors.NewerLedger: QT_TRANSLATE_NOOP("Errors", "台账 {path} 由更新版本的程序建立，没有改动。请升级程序后再打开。"),
    errors.LedgerInUse: _in_use,
    errors.LeftLock: _left_lock,
    errors.OpenedReadOnly: QT_TRANSLATE_NOOP("Errors", "台账 {path} 是只读打开的，没有改动。要修改，请另存副本。"),
    errors.UnfinishedStep: QT_TRANSLATE_NOOP(
        "Errors", "台账 {path} 有一步没有存完，写它的程序没有正常关闭。请重新打开台账，完整的内容会自动恢复。"
    ),
    errors.StaleLedger: QT_TRANSLATE_NOOP(
        "Errors", "别处刚刚在台账 {path} 里存入了改动，这一步没有做。请看过新的内容后再做一次。"
    ),
    errors.ChangedElsewhere: QT_TRANSLATE_NOOP(
        "Errors", "“{project_name}”在别处也改过并已存入，没有覆盖。请选择两份都留，还是只留一份。"
    ),
    errors.LostLedger: lambda error: LOST[error.loss],
    errors.UnreadableFile: _unreadable,
    errors.UnwritableFile: _unwritable,
    errors.UnreadableClipboard: QT_TRANSLATE_NOOP(
        "Errors",
        "剪贴板里的内容太多，没有粘贴，表没有改动。请只选定要用的格再复制；很大的表请存成文件，再用“导入”。",
    ),
    errors.ReaderNotStarted: QT_TRANSLATE_NOOP(
        "Errors",
        "读取文件用的程序 {path} 没有启动（{reason}），什么都没有改。可能被安全软件拦下，或者程序文件不全："
        "请在安全软件里放行，或重新安装程序，再试一次。",
    ),
    errors.WrittenNotRead: QT_TRANSLATE_NOOP(
        "Errors",
        "{path} 已经写好，留在那里，接着读它时出错（{reason}）。请重新打开它；打不开时，请换一个磁盘或位置再做一次。",
    ),
    errors.FormNotInCopy: QT_TRANSLATE_NOOP(
        "Errors",
        "已另存为 {path}，但打开着的这张表没有存进去（{reason}），改动还在窗口里。请换一个名称或位置再存一次。",
    ),
    errors.ProtectedFile: lambda error: PROTECTED[error.reason],
    errors.TextBeyondLimit: lambda error: BEYOND[error.texts],
    errors.FullLedger: QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 已经有 {most} 那么大，存不下更多，这一步没有存入，以前存入的都在。"
        "请新建一个台账，往后的表填在那里；这个台账仍可查看、打印和导出。",
    ),
    errors.NotBackedUp: QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 由旧版程序建立，打开前要先备份，备份没有写成（{folder}：{reason}），台账没有改动。"
        "请腾出磁盘空间或检查这个文件夹的权限，再打开。",
    ),
    errors.PrinterRefused: QT_TRANSLATE_NOOP(
        "Errors",
        "打印机“{printer}”没有接受，没有记为已打印。请检查打印机是否开机、有纸，再打印一次，或改为保存为 PDF。",
    ),
    errors.UnknownForm: QT_TRANSLATE_NOOP("Errors", "台账中没有 {form_id} 号表。请先查看表单列表中的编号。"),
    errors.UnknownTemplate: QT_TRANSLATE_NOOP("Errors", "没有安装表样“{template}”，数据没有改动。请改用已安装的表样。"),
    errors.OtherTemplateVersion: QT_TRANSLATE_NOOP(
        "Errors",
        "这份件按表样“{template}”的第 {printed} 版打印，现在安装的是第 {installed} 版，不能原样重印，没有写出文件。"
        "请用当时的程序重印，或打印现在的表。",
    ),
    errors.OldTemplate: QT_TRANSLATE_NOOP(
        "Errors",
        "{path} 是表样“{template}”的第 {version} 版，已装有第 {installed} 版，没有载入。请选用更新的文件。",
    ),
    errors.OtherTemplate: QT_TRANSLATE_NOOP(
        "Errors",
        "{path} 与已装的表样“{template}”同为第 {version} 版，内容却不同，没有载入。请向发表样的单位核实版本号。",
    ),
    errors.NotACode: lambda error: CODES[error.reason],
    errors.BadFormFile: lambda error: PROBLEMS[error.problem],
    errors.BadTemplate: lambda error: TEMPLATE_PROBLEMS.get(error.problem, PROBLEMS[error.problem]),
    errors.TooManyTemplates: QT_TRANSLATE_NOOP(
        "Errors",
        "您的表样文件夹 {path} 里的文件太多，只读了前 {most} 个（合起来不超过 {most_bytes}），其余没有使用。"
        "请移走不用的文件，再重新启动程序。",
    ),
    errors.BadResource: lambda error: _bad_resource(error.place),
    errors.NoFinanceList: lambda error: LISTS[error.reason],
    errors.Cancelled: QT_TRANSLATE_NOOP("Errors", "已取消，没有做完，原有内容没有改动。需要时请再来一次。"),
    errors.UnfitPackage: lambda error: PACKAGES[error.reason],
    errors.UnfitFile: lambda error: UNFIT[error.reason],
    errors.UnreadCells: QT_TRANSLATE_NOOP(
        "Errors", "{form_id} 号表有不是数字的内容：{cells}，这张表没有导出。请改为数字后再导出。"
    ),
    errors.NotReady: _not_ready,
    errors.ReadBackMismatch: _proof_failed,
    errors.TextTooLong: _text_too_long,
    errors.TooMuchText: QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}”共有 {length} 个字（一处换行算 10 个字），打印和导出 Word、Excel 一张表最多 {most} 个字，没有写出。"
        "请删减后再试；导出为 JSON 数据不受限制。",
    ),
}

BEYOND: Mapping[StoredText, str] = {
    StoredText.FORM: QT_TRANSLATE_NOOP(
        "Errors",
        "这张表的表头、绩效目标和不是数字的内容合起来太长，超过 {most}，没有存入台账 {path}，以前存入的都在。"
        "请缩短后再存。",
    ),
    StoredText.ROW: QT_TRANSLATE_NOOP(
        "Errors", "这张表有一行的文字太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请缩短后再存。"
    ),
    StoredText.ANNOTATIONS: QT_TRANSLATE_NOOP(
        "Errors",
        "这张表的备注和说明合起来太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请删短一些备注后再存。",
    ),
    StoredText.COPY: QT_TRANSLATE_NOOP(
        "Errors",
        "这张表的文字合起来太长，超过 {most}，台账 {path} 留不下打印或导出时的样子，没有记下，表的内容都在。"
        "请缩短后再打印或导出。",
    ),
    StoredText.CHANGE: QT_TRANSLATE_NOOP(
        "Errors",
        "这一步改动的文字太长，超过 {most}，没有存入台账 {path}，以前存入的都在。请缩短，或分几次改。",
    ),
}

PACKAGES: Mapping[PackageFault, str] = {
    PackageFault.FORMAT: QT_TRANSLATE_NOOP("Errors", "{path} 不是交接包，没有接收。请选择由“生成交接包”写成的文件。"),
    PackageFault.DAMAGED: QT_TRANSLATE_NOOP(
        "Errors", "交接包 {path} 不完整或被改动过，没有接收。请向移交的人重新要一份。"
    ),
    PackageFault.NEWER: QT_TRANSLATE_NOOP("Errors", "交接包 {path} 由更新版本的程序生成，没有接收。请升级程序后再试。"),
    PackageFault.HARMFUL: QT_TRANSLATE_NOOP("Errors", "交接包 {path} 里有可疑的内容，没有接收。请向移交的人核实。"),
    PackageFault.TOO_SLOW: QT_TRANSLATE_NOOP(
        "Errors", "交接包 {path} 在限定的时间内没有读完，没有接收。请复制到本机硬盘上再试；仍然如此，请向移交的人核实。"
    ),
}
LISTS: Mapping[ListFault, str] = {
    ListFault.FORMAT: QT_TRANSLATE_NOOP(
        "Errors", "{path} 不是能读的 Excel 或 CSV 文件，没有导入。请另存为 .xlsx 或 .csv 后再试。"
    ),
    ListFault.TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "{path} 太大，没有导入。请只保留需要的表和行。"),
    ListFault.NO_HEAD: QT_TRANSLATE_NOOP(
        "Errors",
        "{path} 里没有找到表头，没有导入。请让表头一行有“项目名称”或“项目编码”，还有“年初预算数”“全年预算数”“执行数”之一。",
    ),
    ListFault.NO_LINES: QT_TRANSLATE_NOOP("Errors", "{path} 的表头下面没有项目，没有导入。请换一个文件。"),
}
UNFIT: Mapping[UnfitReason, str] = {
    UnfitReason.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Errors", "{path} 太大（{found} 字节），没有导入。请删去图片和无关的工作表，或分成几个文件。"
    ),
    UnfitReason.EMPTY: QT_TRANSLATE_NOOP("Errors", "{path} 是空文件，没有导入。请换一个文件。"),
    UnfitReason.UNKNOWN: QT_TRANSLATE_NOOP(
        "Errors", "{path} 不是能读的格式，没有导入。请存为 xlsx、docx 或 JSON 文件后再试。"
    ),
    UnfitReason.OLD_WORD: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是旧的 Word 或 WPS 文件，没有导入。请打开后另存为 docx 再试。"
    ),
    UnfitReason.PDF: QT_TRANSLATE_NOOP("Errors", "{path} 是 PDF，没有导入。请打开后全选并复制文字，再用“粘贴整张表”。"),
    UnfitReason.PICTURE: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是图片，没有导入。请用能识别文字的软件转成文字后复制，再用“粘贴整张表”。"
    ),
    UnfitReason.ARCHIVE: QT_TRANSLATE_NOOP("Errors", "{path} 是压缩包，没有导入。请先解压，再导入里面的文件。"),
    UnfitReason.OPEN_TEXT: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是 OpenDocument 文字文档（odt），没有导入。请打开后另存为 docx 再试。"
    ),
    UnfitReason.OFD: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是 OFD 版式文件，没有导入。请打开后全选并复制文字，再用“粘贴整张表”。"
    ),
    UnfitReason.BINARY_WORKBOOK: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是二进制的 Excel 工作簿（xlsb），没有导入。请打开后另存为 xlsx 再试。"
    ),
    UnfitReason.XML_DOCUMENT: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是 Word 2003 的 XML 文档，没有导入。请打开后另存为 docx 再试。"
    ),
    UnfitReason.SLIDES: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是演示文稿，没有导入。请把里面的表格复制出来，再用“粘贴整张表”。"
    ),
    UnfitReason.LOCKED: QT_TRANSLATE_NOOP("Errors", "{path} 有打开密码，没有导入。请去掉密码后再试。"),
    UnfitReason.BROKEN: QT_TRANSLATE_NOOP(
        "Errors", "{path} 已损坏或写法不合格式，没有导入。请用 Excel、WPS 或 Word 打开后另存，再试一次。"
    ),
    UnfitReason.BOMB: QT_TRANSLATE_NOOP(
        "Errors", "{path} 展开后过大或含有可疑的文件名，没有导入。请向提供文件的人核实。"
    ),
    UnfitReason.ENTITIES: QT_TRANSLATE_NOOP(
        "Errors", "{path} 含有办公软件不会写的内容，没有导入。请向提供文件的人核实。"
    ),
    UnfitReason.TOO_MUCH: QT_TRANSLATE_NOOP(
        "Errors", "{path} 的内容太多，不像自评表，没有导入。请只留自评表所在的工作表后再试。"
    ),
    UnfitReason.TOO_SLOW: QT_TRANSLATE_NOOP(
        "Errors", "{path} 在限定的时间内没有读完，没有导入。请只留自评表所在的工作表后再试。"
    ),
    UnfitReason.TOO_HEAVY: QT_TRANSLATE_NOOP(
        "Errors", "{path} 要用太多内存，没有导入。请只留自评表所在的工作表后再试。"
    ),
    UnfitReason.NO_FORM: QT_TRANSLATE_NOOP(
        "Errors", "{path} 中没有认出自评表，没有导入。请检查表里是否有项目名称、资金和指标的表头。"
    ),
}

CODES: Mapping[CodeFault, str] = {
    CodeFault.EMPTY: QT_TRANSLATE_NOOP("Errors", "请录入打印件页脚上的 8 位校验码。"),
    CodeFault.LENGTH: QT_TRANSLATE_NOOP(
        "Errors", "校验码是 8 位数字和字母，这里有 {found} 位。请对照打印件页脚再录一次。"
    ),
    CodeFault.CHARACTER: QT_TRANSLATE_NOOP(
        "Errors", "校验码里不会有“{found}”，只有数字和除 I、L、O、U 外的字母。请对照打印件页脚再录一次。"
    ),
}

PROTECTED: Mapping[FileProtection, str] = {
    FileProtection.LEDGER: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是台账，不会用导出的文件替换它，没有改动。请换一个名称。"
    ),
    FileProtection.BESIDE: QT_TRANSLATE_NOOP(
        "Errors", "{path} 是程序在台账旁边自己要用的名称，没有写，台账没有改动。请换一个名称。"
    ),
    FileProtection.PROGRAM: QT_TRANSLATE_NOOP(
        "Errors", "{path} 在程序自己的文件夹里，没有写，原有内容没有改动。请换一个位置。"
    ),
}

FOREIGN: Mapping[ForeignFile, str] = {
    ForeignFile.FOLDER: QT_TRANSLATE_NOOP("Errors", "{path} 是文件夹，不是台账，没有改动。请选择台账文件。"),
    ForeignFile.EMPTY: QT_TRANSLATE_NOOP("Errors", "{path} 是空文件，不是台账，没有改动。请选择台账文件。"),
    ForeignFile.FORMAT: QT_TRANSLATE_NOOP("Errors", "{path} 不是本程序的台账，没有改动。请选择台账文件。"),
    ForeignFile.SCHEMA: QT_TRANSLATE_NOOP(
        "Errors", "{path} 不是本程序写成的台账，没有打开，也没有改动。请选择台账文件或最近的备份。"
    ),
    ForeignFile.TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "{path} 太大，不是台账，没有改动。请选择台账文件。"),
}

DAMAGE: Mapping[LedgerDamage, str] = {
    LedgerDamage.PAGES: QT_TRANSLATE_NOOP(
        "Errors", "台账 {path} 已损坏，无法读取，没有改动。请改用最近的备份，并保留这个文件。"
    ),
    LedgerDamage.CONTENT: QT_TRANSLATE_NOOP(
        "Errors", "台账 {path} 的内容与存入时不一致，没有改动。请改用最近的备份，并保留这个文件。"
    ),
    LedgerDamage.JOURNAL: QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 旁边有一次没有写完的操作，无法还原，没有改动。请改用最近的备份，并保留这两个文件。",
    ),
    LedgerDamage.HISTORY: QT_TRANSLATE_NOOP(
        "Errors", "台账 {path} 的变更历史与存入时不一致，没有改动。请改用最近的备份，并保留这个文件。"
    ),
}

LOST: Mapping[FileLoss, str] = {
    FileLoss.GONE: QT_TRANSLATE_NOOP(
        "Errors", "台账 {path} 已被移走、改名或删除，不能再存入。请把文件放回原处，或另存副本到别处。"
    ),
    FileLoss.REPLACED: QT_TRANSLATE_NOOP(
        "Errors", "台账 {path} 已被另一个文件替换，没有写入那个文件。请另存副本到别处。"
    ),
    FileLoss.OVERWRITTEN: QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 被别的程序改写，已不是存入的内容，没有再写入。请另存副本到别处，不全的表从备份找回。",
    ),
    FileLoss.LOGGED: QT_TRANSLATE_NOOP(
        "Errors",
        "台账 {path} 正被别的程序打开，旁边有它的 -wal 文件，没有写入。请在那里关闭，或另存副本到别处。",
    ),
}

_OTHER_FAULT = QT_TRANSLATE_NOOP("Errors", "这里不合格式。请对照现有的表样改正。")
_TEMPLATE_FAULTS: Mapping[FileProblem, str] = {
    FileProblem.NOT_UTF8: QT_TRANSLATE_NOOP("Errors", "文件不是 UTF-8 编码。请另存为 UTF-8。"),
    FileProblem.NOT_TOML: QT_TRANSLATE_NOOP(
        "Errors", "这里不是 TOML 的写法。请检查引号、括号、等号是否齐全，同一个名称是否写了两次。"
    ),
    FileProblem.UNKNOWN_FORMAT: QT_TRANSLATE_NOOP(
        "Errors", "格式“{found}”不能识别。请在第一行写 format = 'selfeval-template/1'。"
    ),
    FileProblem.UNKNOWN_KEY: QT_TRANSLATE_NOOP("Errors", "不认识“{found}”。请核对拼写，或删去。"),
    FileProblem.MISSING_KEY: QT_TRANSLATE_NOOP("Errors", "缺少这一项。请补上。"),
    FileProblem.DUPLICATE_KEY: QT_TRANSLATE_NOOP("Errors", "“{found}”出现了两次。请只保留一个。"),
    FileProblem.WRONG_TYPE: QT_TRANSLATE_NOOP("Errors", "“{found}”的类型不对。请对照说明改写，小数要加引号。"),
    FileProblem.NOT_A_NUMBER: QT_TRANSLATE_NOOP("Errors", "“{found}”不是数字。请写成带引号的数字，如 '10'。"),
    FileProblem.BAD_VALUE: QT_TRANSLATE_NOOP("Errors", "“{found}”不在允许的范围内。请对照说明改正。"),
    FileProblem.BAD_TEXT: QT_TRANSLATE_NOOP("Errors", "含有不能使用的字符 {found}。请删去。"),
    FileProblem.TOO_LONG: QT_TRANSLATE_NOOP("Errors", "太长（{found}）。请缩短。"),
    FileProblem.WRONG_SPANS: QT_TRANSLATE_NOOP(
        "Errors", "各格合起来占 {found} 列，与 columns 的列数不符。请改正各格的 span。"
    ),
    FileProblem.WRONG_WEIGHTS: QT_TRANSLATE_NOOP(
        "Errors", "执行率和各类指标的分值合计 {found}，与 full_mark 不符。请改正 weight。"
    ),
}

PROBLEMS: Mapping[FileProblem, str] = {
    FileProblem.NOT_UTF8: QT_TRANSLATE_NOOP(
        "Errors", "{path} 不是 UTF-8 编码的文本，没有导入。请另存为 UTF-8 后再试。"
    ),
    FileProblem.TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "{path} 太大（{found} 字节），没有导入。请分成几个文件。"),
    FileProblem.TOO_DEEP: QT_TRANSLATE_NOOP("Errors", "{path} 的括号层数太多，不是自评表文件，没有导入。请重新导出。"),
    FileProblem.NOT_JSON: QT_TRANSLATE_NOOP(
        "Errors", "{path} 在 {place}（行:列）处不完整或写法有误，没有导入。请重新导出这个文件。"
    ),
    FileProblem.NOT_TOML: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 在 {place}（行:列）处写法有误，没有使用。请更换表样文件。"
    ),
    FileProblem.DUPLICATE_KEY: QT_TRANSLATE_NOOP(
        "Errors", "{path} 中“{found}”在同一处出现了两次，没有导入。请只保留一个。"
    ),
    FileProblem.NO_FORMS: QT_TRANSLATE_NOOP("Errors", "{path} 中没有自评表，没有导入。请换一个文件。"),
    FileProblem.UNKNOWN_FORMAT: QT_TRANSLATE_NOOP(
        "Errors", "{path} 的格式“{found}”不是这一版程序能读的格式，没有导入。请换一个文件或升级程序。"
    ),
    FileProblem.UNKNOWN_TEMPLATE: QT_TRANSLATE_NOOP(
        "Errors", "{path} 用的表样“{found}”没有安装，没有导入。请改用已安装的表样。"
    ),
    FileProblem.UNKNOWN_KEY: QT_TRANSLATE_NOOP("Errors", "{path} 中有不认识的项目 {place}，没有导入。请删去或改正。"),
    FileProblem.MISSING_KEY: QT_TRANSLATE_NOOP("Errors", "{path} 中缺少 {place}，没有导入。请补上后再试。"),
    FileProblem.WRONG_TYPE: QT_TRANSLATE_NOOP(
        "Errors", "{path} 中 {place} 的内容“{found}”类型不对，没有导入。请改正后再试。"
    ),
    FileProblem.NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Errors", "{path} 中 {place} 的内容“{found}”不是数字，没有导入。请改为数字。"
    ),
    FileProblem.BAD_TEXT: QT_TRANSLATE_NOOP(
        "Errors", "{path} 中 {place} 含有不能使用的字符 {found}，没有导入。请删去这个字符。"
    ),
    FileProblem.BAD_VALUE: QT_TRANSLATE_NOOP(
        "Errors", "{path} 中 {place} 的内容“{found}”不在允许的范围内，没有导入。请改正后再试。"
    ),
    FileProblem.TOO_LONG: QT_TRANSLATE_NOOP("Errors", "{path} 中 {place} 太长（{found}），没有导入。请缩短后再试。"),
    FileProblem.BROKEN: QT_TRANSLATE_NOOP(
        "Errors", "{path} 的写法不合格式，没有读入，也没有改动什么。请向提供文件的人重新要一份。"
    ),
    FileProblem.TOO_SLOW: QT_TRANSLATE_NOOP(
        "Errors",
        "{path} 在限定的时间内没有读完，没有读入，也没有改动什么。请向提供文件的人核实；表太多时请分成几个文件。",
    ),
    FileProblem.TOO_HEAVY: QT_TRANSLATE_NOOP(
        "Errors", "{path} 要用太多内存，没有读入，也没有改动什么。请向提供文件的人核实；表太多时请分成几个文件。"
    ),
    FileProblem.WRONG_SPANS: QT_TRANSLATE_NOOP(
        "Errors",
        "表样文件 {path} 中 {place} 的各格合起来占 {found} 列，与表宽不符，没有使用。请更换表样文件。",
    ),
    FileProblem.WRONG_WEIGHTS: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 的分值合计 {found}，与总分不符，没有使用。请更换表样文件。"
    ),
}

TEMPLATE_PROBLEMS: Mapping[FileProblem, str] = {
    FileProblem.NOT_UTF8: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 不是 UTF-8 编码的文本，没有使用。请更换表样文件。"
    ),
    FileProblem.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 太大（{found} 字节），没有使用。请更换表样文件。"
    ),
    FileProblem.TOO_DEEP: QT_TRANSLATE_NOOP("Errors", "表样文件 {path} 的括号层数太多，没有使用。请更换表样文件。"),
    FileProblem.UNKNOWN_FORMAT: QT_TRANSLATE_NOOP(
        "Errors",
        "表样文件 {path} 的格式“{found}”不是这一版程序能读的格式，没有使用。请更换表样文件或升级程序。",
    ),
    FileProblem.UNKNOWN_KEY: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 中有不认识的项目 {place}，没有使用。请更换表样文件。"
    ),
    FileProblem.MISSING_KEY: QT_TRANSLATE_NOOP("Errors", "表样文件 {path} 中缺少 {place}，没有使用。请更换表样文件。"),
    FileProblem.WRONG_TYPE: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 中 {place} 的内容“{found}”类型不对，没有使用。请更换表样文件。"
    ),
    FileProblem.NOT_A_NUMBER: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 中 {place} 的内容“{found}”不是数字，没有使用。请更换表样文件。"
    ),
    FileProblem.BAD_TEXT: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 中 {place} 含有不能使用的字符 {found}，没有使用。请更换表样文件。"
    ),
    FileProblem.BAD_VALUE: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 中 {place} 的内容“{found}”不在允许的范围内，没有使用。请更换表样文件。"
    ),
    FileProblem.TOO_LONG: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 中 {place} 太长（{found}），没有使用。请更换表样文件。"
    ),
    FileProblem.BROKEN: QT_TRANSLATE_NOOP("Errors", "表样文件 {path} 的写法不合格式，没有使用。请更换表样文件。"),
    FileProblem.TOO_SLOW: QT_TRANSLATE_NOOP(
        "Errors", "表样文件 {path} 在限定的时间内没有读完，没有使用。请更换表样文件。"
    ),
    FileProblem.TOO_HEAVY: QT_TRANSLATE_NOOP("Errors", "表样文件 {path} 要用太多内存，没有使用。请更换表样文件。"),
}
"""What is said of a template otherwise than of forms."""

# What the system says of itself is English on most PCs.
_REASONS = {
    os.strerror(number): text
    for number, text in {
        errno.ENOSPC: QT_TRANSLATE_NOOP("Errors", "磁盘已满"),
        errno.EDQUOT: QT_TRANSLATE_NOOP("Errors", "磁盘配额已用完"),
        errno.ENODEV: QT_TRANSLATE_NOOP("Errors", "设备已不在"),
        errno.EACCES: QT_TRANSLATE_NOOP("Errors", "没有权限"),
        errno.EPERM: QT_TRANSLATE_NOOP("Errors", "没有权限"),
        errno.EROFS: QT_TRANSLATE_NOOP("Errors", "磁盘为只读"),
        errno.ENOENT: QT_TRANSLATE_NOOP("Errors", "文件夹不存在"),
        errno.EISDIR: QT_TRANSLATE_NOOP("Errors", "这是一个文件夹"),
        errno.ENOTDIR: QT_TRANSLATE_NOOP("Errors", "路径中有一段不是文件夹"),
        errno.EEXIST: QT_TRANSLATE_NOOP("Errors", "已有同名文件"),
        errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("Errors", "名称太长"),
        errno.EIO: QT_TRANSLATE_NOOP("Errors", "磁盘读写出错"),
        # What Windows says of a name with a sign like ? in it.
        errno.EINVAL: QT_TRANSLATE_NOOP("Errors", "系统不接受这个名称"),
        errno.EBUSY: QT_TRANSLATE_NOOP("Errors", "别的程序正在使用"),
        errno.ELOOP: QT_TRANSLATE_NOOP("Errors", "链接绕成了圈"),
        errno.ETIMEDOUT: QT_TRANSLATE_NOOP("Errors", "没有在限定的时间内读完"),
        errno.EFBIG: QT_TRANSLATE_NOOP("Errors", "文件太大"),
        errno.ENOMEM: QT_TRANSLATE_NOOP("Errors", "内存不足"),
    }.items()
} | {
    NOT_REGULAR: QT_TRANSLATE_NOOP("Errors", "不是普通文件"),
    SECOND_NAME: QT_TRANSLATE_NOOP("Errors", "同一个文件还有别的名称"),
}


def _sentence_fields(error: SelfEvalError) -> dict[str, str]:
    words = {name: shown_text(value) for name, value in vars(error).items()}
    if "reason" in words:
        words["reason"] = system_reason(words["reason"])
    if isinstance(error, errors.TooMuchText):
        words |= {"length": f"{error.length:,}", "most": f"{error.most:,}"}
    if isinstance(error, errors.TooManyTemplates):
        words["most_bytes"] = sizes.size_text(error.most_bytes)
    if isinstance(error, errors.UnreadCells):
        shown = [_cell_place(cell) for cell in error.cells[:_MOST_CELLS]]
        more = ["…"] if len(error.cells) > _MOST_CELLS else []
        words["cells"] = "、".join(shown + more)
    if isinstance(error, errors.NotReady | errors.ChangedElsewhere) and not error.project_name.strip():
        words["project_name"] = translate("Errors", "未填项目名称")
    if isinstance(error, errors.TextBeyondLimit | errors.FullLedger):
        words["most"] = sizes.size_text(error.most)
    if isinstance(error, errors.TextTooLong | errors.ReadBackMismatch):
        words["cell"] = _cell_place(error.cell)
    if isinstance(error, errors.BadFormFile | errors.BadTemplate | errors.BadResource) and not error.place:
        words["place"] = translate("Errors", "文件开头")
    return words


def _cell_place(cell: str) -> str:
    """The words for a FieldRef text; a cell of the sheet that is no field of the form stays as it was named."""
    try:
        return cell_names.cell_path(FieldRef.parse(cell))
    except ValueError:
        return cell


def system_reason(told: str) -> str:
    """The system's own short text in the user's language where it is known, else as it is."""
    return translate("Errors", _REASONS[told]) if told in _REASONS else told
