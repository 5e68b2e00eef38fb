"""What is said of an office's file and of a pasted block: where a form stood, what is doubtful, what was passed over or refused."""

from collections.abc import Iterable, Mapping, Sequence

from selfeval_desktop.app.incoming import (
    BELOW_TABLE,
    BlockSource,
    Container,
    Incoming,
    PassedOverPart,
    PassedOverReason,
    Recognised,
    RecognisedKind,
    cell_address,
)
from selfeval_desktop.domain.form.blank_rows import find_blank_rows
from selfeval_desktop.domain.reading.pasting import NoteReason, PasteResult, ReadNote, Refusal, RefusedText
from selfeval_desktop.domain.reading.read_form import ImportedPart, ReadForm
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_LONGEST = 40
_REASONS: Mapping[Refusal, str] = {
    Refusal.ABOVE: QT_TRANSLATE_NOOP("Pasting", "在列名上面，不是指标"),
    Refusal.BESIDE: QT_TRANSLATE_NOOP("Pasting", "表里没有这一列"),
    Refusal.NO_COLUMN: QT_TRANSLATE_NOOP("Pasting", "表样里没有这个列名，这一列没有放进去"),
    Refusal.SAME_HEAD: QT_TRANSLATE_NOOP("Pasting", "与前面一列的列名意思相同，这一列没有放进去，请核对采用哪一列"),
    Refusal.TOTAL: QT_TRANSLATE_NOOP("Pasting", "合计由程序计算"),
    Refusal.FIXED: QT_TRANSLATE_NOOP("Pasting", "这一格不用填写"),
    Refusal.UNKNOWN: QT_TRANSLATE_NOOP("Pasting", "不知道该填在哪里"),
    Refusal.DIFFERS: QT_TRANSLATE_NOOP("Pasting", "与程序计算的不一样，没有采用"),
    Refusal.NO_NUMBER: QT_TRANSLATE_NOOP("Pasting", "不是数字，原样留在格里，请改正"),
    Refusal.NO_RESULT: QT_TRANSLATE_NOOP("Pasting", "公式没有保存结果，这一格空着，请填写"),
    Refusal.FAULT: QT_TRANSLATE_NOOP("Pasting", "公式出错，这一格空着，请填写"),
    Refusal.INEXACT: QT_TRANSLATE_NOOP("Pasting", "超过 15 位的数字在电子表格里会失真，请核对"),
    Refusal.FRACTION: QT_TRANSLATE_NOOP("Pasting", "可能是百分比，照原样放进，请核对"),
    Refusal.TOO_LONG: QT_TRANSLATE_NOOP("Pasting", "太长，没有放进去，请缩短"),
    Refusal.STRUCK: QT_TRANSLATE_NOOP("Pasting", "划了删除线，没有采用"),
    Refusal.HIDDEN: QT_TRANSLATE_NOOP("Pasting", "是隐藏的，没有采用"),
    Refusal.SHORTENED: QT_TRANSLATE_NOOP("Pasting", "格里存的数位数更多，照显示的放进，请核对"),
    Refusal.SCALED: QT_TRANSLATE_NOOP("Pasting", "显示的数是缩小了的，照显示的放进，请核对金额单位"),
    Refusal.NARROW: QT_TRANSLATE_NOOP("Pasting", "列太窄，只有 # 号，这一格空着，请填写"),
    Refusal.SYMBOL: QT_TRANSLATE_NOOP("Pasting", "含有认不出的符号，请对照原件改正"),
    Refusal.TEXT_BOX: QT_TRANSLATE_NOOP("Pasting", "在文本框里，没有采用"),
    Refusal.UNCHOSEN: QT_TRANSLATE_NOOP("Pasting", "下拉框没有记下选了哪一项，这一格空着，请填写"),
    Refusal.OTHER_UNIT: QT_TRANSLATE_NOOP("Pasting", "与离金额更近处写的单位不一样，没有采用，请核对"),
    Refusal.NO_UNIT: QT_TRANSLATE_NOOP("Pasting", "没有写金额单位，请核对是元还是万元"),
    Refusal.UNSURE: QT_TRANSLATE_NOOP("Pasting", "按文字的先后放的，请对照原件核对"),
}


_NOTES: Mapping[NoteReason, str] = {
    NoteReason.NEAR: QT_TRANSLATE_NOOP("Pasting", "“{text}”与“{meaning}”相近，按“{meaning}”读的"),
    NoteReason.LAST: QT_TRANSLATE_NOOP("Pasting", "“{text}”是得分后面的最后一列，按“{meaning}”读的"),
    NoteReason.ONLY: QT_TRANSLATE_NOOP("Pasting", "“{text}”在目标的另一个列名旁边，按“{meaning}”读的"),
}


def note_text(note: ReadNote) -> str:
    """What a head was taken for, and why."""
    meaning = "".join(note.meaning.split())
    return translate("Pasting", _NOTES[note.reason]).format(text=shorten_to_line(note.text), meaning=meaning)


def pasted_summary(pasted: PasteResult) -> str:
    """How much came in, and whether something did not."""
    words = translate("Pasting", "已粘贴 {rows} 行。").format(rows=pasted.rows)
    if pasted.refused:
        words += translate("Pasting", "有 {count} 处没有放进去。").format(count=len(pasted.refused))
    return words


def refused_lines(pasted: PasteResult) -> list[str]:
    """A line for each text that did not go in: where it stood in what was copied, and why it did not."""
    return doubt_lines(pasted.refused)


def doubts_summary(doubts: Sequence[RefusedText]) -> str:
    """How many texts of a whole form were not understood, or not taken as they stand."""
    if not doubts:
        return translate("Pasting", "全部内容都看懂了。")
    return translate("Pasting", "没有看懂或没有照样采用的内容：{count} 处").format(count=len(doubts))


def doubt_lines(doubts: Iterable[RefusedText]) -> list[str]:
    """A line for each of these texts: its row and column in what was copied, and the reason."""
    return [_refused_line(each) for each in doubts]


def refusal_reason(refused: RefusedText) -> str:
    """Why it did not go in, or needs a check."""
    return translate("Pasting", _REASONS[refused.reason])


def shorten_to_line(text: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _refused_line(refused: RefusedText) -> str:
    return translate("Pasting", "复制内容第 {row} 行第 {column} 列“{text}”：{reason}").format(
        row=refused.row + 1,
        column=refused.column + 1,
        text=shorten_to_line(refused.text),
        reason=refusal_reason(refused),
    )


_MOST_TOLD = 200
_REMARKS: Mapping[PassedOverReason, str] = {
    PassedOverReason.HIDDEN: QT_TRANSLATE_NOOP("Incoming", "{place}是隐藏的，没有读。"),
    PassedOverReason.HIDDEN_ROWS: QT_TRANSLATE_NOOP("Incoming", "{place}第 {text} 行是隐藏的，没有读。"),
    PassedOverReason.HIDDEN_COLUMNS: QT_TRANSLATE_NOOP("Incoming", "{place}第 {text} 列是隐藏的，没有读。"),
    PassedOverReason.NO_FORM: QT_TRANSLATE_NOOP("Incoming", "{place}里没有认出自评表。"),
    PassedOverReason.NO_PLACE: QT_TRANSLATE_NOOP("Incoming", "{place}里没有认出自评表，内容没有导入。"),
    PassedOverReason.TOO_BIG: QT_TRANSLATE_NOOP("Incoming", "{place}的内容太多，不像自评表，没有读。"),
    PassedOverReason.FAR: QT_TRANSLATE_NOOP("Incoming", "{place}的 {text} 等格离表格太远，没有读。"),
}
_KINDS: Mapping[RecognisedKind, str] = {
    RecognisedKind.FORM: QT_TRANSLATE_NOOP("Incoming", "自评表"),
    RecognisedKind.TARGETS: QT_TRANSLATE_NOOP("Incoming", "绩效目标表"),
    RecognisedKind.ROWS: QT_TRANSLATE_NOOP("Incoming", "指标清单"),
}
_PIECES: Mapping[ImportedPart, str] = {
    ImportedPart.HEAD: QT_TRANSLATE_NOOP("Incoming", "基本信息"),
    ImportedPart.FUNDS: QT_TRANSLATE_NOOP("Incoming", "资金"),
    ImportedPart.GOALS: QT_TRANSLATE_NOOP("Incoming", "目标"),
    ImportedPart.INDICATORS: QT_TRANSLATE_NOOP("Incoming", "指标"),
}


def recognised_kind_name(found: Recognised) -> str:
    """自评表, 绩效目标表 or 指标清单."""
    return translate("Incoming", _KINDS[found.kind])


def imported_part_name(which: ImportedPart) -> str:
    """The name of a part of a form: 基本信息, 资金, 目标, 指标."""
    return translate("Incoming", _PIECES[which])


def container_name(container: Container, name: str) -> str:
    """The sheet, table or text that something stands in."""
    if container is Container.TABLE:
        return translate("Incoming", "第 {name} 个表格").format(name=name)
    if container is Container.SHEET and name:
        return translate("Incoming", "工作表“{name}”").format(name=name)
    return translate("Incoming", "文件")


def passed_over_sentence(told: PassedOverPart) -> str:
    """Why a part of the file was passed over."""
    text = translate("Incoming", _REMARKS[told.remark])
    return text.format(place=container_name(told.container, told.name), text=told.text)


def passed_over_sentences(incoming: Incoming) -> list[str]:
    """Each part that was passed over; sheets of a title or a line go without saying where there are forms."""
    return [passed_over_sentence(each) for each in incoming.notes if each.remark is not PassedOverReason.NO_FORM]


def left_out_sentences(incoming: Incoming) -> list[str]:
    """Each list or plan that does not become a form because the file holds whole ones."""
    text = translate("Incoming", "{place}是{kind}，同一个文件里有完整的自评表，没有导入。")
    return [
        text.format(place=container_name(each.source.container, each.source.name), kind=recognised_kind_name(each))
        for each in incoming.found
        if each not in incoming.recognised_forms
    ]


def file_doubt_line(source: BlockSource, refused: RefusedText) -> str:
    """One line for a text that was not understood, or not taken as it stands."""
    if refused.text:
        text = translate("Incoming", "{where}“{text}”：{reason}")
    else:
        text = translate("Incoming", "{where}：{reason}")
    return text.format(
        where=refused_text_place(source, refused),
        text=shorten_to_line(refused.text),
        reason=refusal_reason(refused),
    )


def file_doubt_lines(source: BlockSource, read: ReadForm) -> list[str]:
    """A line for each; of very many the first ones, and how many more there are."""
    lines = [file_doubt_line(source, each) for each in read.doubts[:_MOST_TOLD]]
    more = len(read.doubts) - _MOST_TOLD
    return [*lines, translate("Incoming", "还有 {count} 处。").format(count=more)] if more > 0 else lines


def file_note_lines(source: BlockSource, read: ReadForm) -> list[str]:
    """A line for each head that was taken for another one."""
    line = translate("Incoming", "{where}：{note}")
    return [line.format(where=refused_text_place(source, note), note=note_text(note)) for note in read.notes]


def blank_rows_lines(source: BlockSource, read: ReadForm) -> list[str]:
    """One line where rows of indicators came in that nobody filled in, with how to be rid of them."""
    count = len(find_blank_rows(read.form))
    text = translate("Incoming", "{place}有 {count} 行指标没有填写，照样导入；打开后用“删除空白指标行”可以一次删去。")
    return [text.format(place=container_name(source.container, source.name), count=count)] if count else []


def template_choice(found: Recognised, names: Mapping[str, str]) -> str:
    """The template that a form is read under, and the one that comes next; `names` are those of templates by id.

    "" where only one template knows the form.
    """
    if len(found.readings) < 2:
        return ""
    best, second = (names[read.form.template] for read in found.readings[:2])
    return translate("Incoming", "表样：{best}（其次接近：{second}）").format(best=best, second=second)


def refused_text_place(source: BlockSource, refused: RefusedText | ReadNote) -> str:
    """The place in the file, as people name it: sheet and cell, or row and column of a table."""
    block = container_name(source.container, source.name_at(refused.row))
    row, column = source.rows[refused.row], source.column_at(refused.row, refused.column)
    if source.container is Container.SHEET:
        return translate("Incoming", "{place} {cell}").format(place=block, cell=cell_address(row, column))
    if row < 0:
        return translate("Incoming", "{place}上方").format(place=block)
    if row >= BELOW_TABLE:
        return translate("Incoming", "{place}下方").format(place=block)
    text = translate("Incoming", "{place}第 {row} 行第 {column} 列")
    return text.format(place=block, row=row + 1, column=column + 1)
