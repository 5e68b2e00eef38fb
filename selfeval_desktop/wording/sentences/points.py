"""Sentences on weights and scores, and on the reasons that stand beside them."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.sentences.kinds import Sentence, is_short


def _full_mark(finding: Finding) -> str:
    if is_short(finding):
        if finding.figures["classes"]:
            return QT_TRANSLATE_NOOP(
                "Findings",
                "分值合计 {found}，应为 {expected}，差 {difference}。请在{classes}中补足 {difference} 分。",
            )
        return QT_TRANSLATE_NOOP(
            "Findings",
            "分值合计 {found}，应为 {expected}，差 {difference}。请核对各行分值，补足 {difference} 分。",
        )
    if finding.figures["classes"]:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "分值合计 {found}，应为 {expected}，多 {difference}。请从{classes}中减去 {difference} 分。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "分值合计 {found}，应为 {expected}，多 {difference}。请核对各行分值，减去 {difference} 分。",
    )


def _missing_weight(finding: Finding) -> str:
    if "found" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "分值 {found} 不大于 0。请改为大于 0 的分值。")
    return QT_TRANSLATE_NOOP("Findings", "这一行没有填写分值。请填写大于 0 的分值。")


def _uneven_weights(finding: Finding) -> str:
    if "found" in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings", "这一行的分值 {found} 超过全部指标分值 {expected} 的一半。请按重要程度分配分值。"
        )
    return QT_TRANSLATE_NOOP("Findings", "{rows} 行指标的分值都是 {each}，看不出主次。请按重要程度分配分值。")


SENTENCES: Mapping[str, Sentence] = {
    "K01": _full_mark,
    "K02": QT_TRANSLATE_NOOP(
        "Findings",
        "{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一类各行的分值。",
    ),
    "K03": QT_TRANSLATE_NOOP(
        "Findings",
        "{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一组各行的分值。",
    ),
    "K05": _missing_weight,
    "K06": QT_TRANSLATE_NOOP("Findings", "得分 {found} 高于分值 {expected}。请把得分改为不超过 {expected}。"),
    "K07": QT_TRANSLATE_NOOP("Findings", "得分 {found} 小于 0。请把得分改为 0 或以上。"),
    "K19": QT_TRANSLATE_NOOP(
        "Findings",
        "指标得分率 {found}%，比执行率 {expected}% 高 {difference} 个百分点，超过表样设置的界限。"
        "请核对各行的实际完成值和得分。",
    ),
    "K20": QT_TRANSLATE_NOOP(
        "Findings",
        "总分 {found}，按表样设置，执行率为 {rate}% 时最高 {expected}，多 {difference}。请核对各行的得分。",
    ),
    "K23": QT_TRANSLATE_NOOP(
        "Findings",
        "实际完成值 {actual} 没有达到年度指标值 {target}，计算得分为 {expected}，所填得分 {found}，多 {difference}。"
        "请核对得分，或清空此格，由程序计算。",
    ),
    "K24": QT_TRANSLATE_NOOP(
        "Findings",
        "实际完成值 {actual} 已达到年度指标值 {target}，得分 {found} 却比分值 {expected} 少 {difference}。"
        "请核对得分，或在“{reason}”中写明扣分原因。",
    ),
    "K25": QT_TRANSLATE_NOOP(
        "Findings", "得分 {found} 低于分值 {expected}，少 {difference} 分。请填写{cell}。"
    ),
    "K27": QT_TRANSLATE_NOOP(
        "Findings",
        "达成情况为“{grade}”，按表样设置，得分应在 {lowest} 至 {highest} 之间，所填得分为 {found}。"
        "请改正得分或达成情况。",
    ),
    "K28": QT_TRANSLATE_NOOP(
        "Findings",
        "由年度指标值“{target}”和实际完成值“{actual}”算不出得分，按 0 分计。请填写得分，或选择达成情况。",
    ),
    "K39": _uneven_weights,
    "K44": QT_TRANSLATE_NOOP(
        "Findings",
        "{rows} 行指标的实际完成值都与年度指标值相同，并且都是满分。请核对实际完成值是否为真实情况。",
    ),
    "K53": QT_TRANSLATE_NOOP(
        "Findings",
        "得分 {found} 低于分值 {expected}，少 {difference} 分，{cell}却只写了“{text}”。请写明原因和改进措施。",
    ),
    "K54": QT_TRANSLATE_NOOP(
        "Findings", "得分 {found} 是满分，{cell}中却写着“{text}”。请核对得分，或修改文字。"
    ),
    "K56": QT_TRANSLATE_NOOP(
        "Findings",
        "得分 {found} 低于分值 {expected}，少 {difference} 分，写了原因，没有写改进措施。请补写改进措施。",
    ),
}
