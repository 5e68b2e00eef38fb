"""Templates with a ledger's disabled rules turned off."""

from selfeval_desktop.app.ports.templates import Templates
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.catalogue import RULES, with_rules_off


class TemplatesWithRulesOff:
    """The port Templates. Unknown codes of rules are ignored."""

    def __init__(self, installed: Templates, off: frozenset[str] = frozenset()) -> None:
        self._installed = installed
        self._off = off & RULES.keys()
        self._made: dict[tuple[str, int], tuple[Template, Template]] = {}

    @property
    def installed_templates(self) -> Templates:
        """The templates with all their rules."""
        return self._installed

    @property
    def rules_off(self) -> frozenset[str]:
        """The codes of the rules that are turned off."""
        return self._off

    def set_rules_off(self, codes: frozenset[str]) -> None:
        """Turn off these rules from now on, and no others."""
        self._off = codes & RULES.keys()
        self._made.clear()

    def newest_templates(self) -> tuple[Template, ...]:
        return tuple(map(self._without_rules_off, self._installed.newest_templates()))

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return self._without_rules_off(self._installed.get_template(template_id, version))

    def _without_rules_off(self, template: Template) -> Template:
        """Made once, so that a form's template stays the same value from step to step."""
        if not self._off:
            return template
        key = template.id, template.version
        made = self._made.get(key)
        if made is None or made[0] is not template:
            made = self._made[key] = template, with_rules_off(template, self._off)
        return made[1]
