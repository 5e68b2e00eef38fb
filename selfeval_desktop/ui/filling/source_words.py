"""Where something that can be picked was written."""

from selfeval_desktop.domain.over_time.library import SourceForm
from selfeval_desktop.wording.translation import translate


def source_form_name(form: SourceForm | None) -> str:
    """The form with its year; for reference where there is none."""
    if form is None:
        return translate("Sources", "参考指标")
    name = " ".join(form.project_name.split()) or translate("Sources", "未填项目名称")
    if form.year is None:
        return name
    return translate("Sources", "{project}（{year} 年度）").format(project=name, year=form.year)
