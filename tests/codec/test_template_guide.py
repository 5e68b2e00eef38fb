"""The guide beside the templates is made from their keys: it has all of them, and no others."""

from selfeval_desktop import paths
from selfeval_desktop.codec.templates import TemplateFolder
from tests.template_guide import EXPLANATIONS, template_guide, template_keys


def test_every_key_is_explained_and_nothing_else_is() -> None:
    assert EXPLANATIONS.keys() == {"format", *(path for path, _ in template_keys())}


def test_the_guide_is_that_of_the_installed_templates() -> None:
    folder = paths.template_folder()
    guide = template_guide(TemplateFolder(folder).newest_templates())
    assert (folder / "README.md").read_text("utf-8") == guide
