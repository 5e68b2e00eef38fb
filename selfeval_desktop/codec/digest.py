"""Digests of a form's content: SHA-256 in the ledger, and the code of 8 characters on paper."""

from hashlib import sha256

from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 8


def form_digest(form: Form) -> bytes:
    """SHA-256 over the canonical form: 32 bytes, the same on every PC."""
    return sha256(form_json.canonical_bytes(form)).digest()


def paper_code(form: Form, template: Template) -> str:
    """The code of this content under this template, as `content_code`."""
    return content_code(form, template.id, template.version)


def content_code(form: Form, template_id: str, template_version: int) -> str:
    """8 characters of Crockford's base 32 (5 bits each) that stand for this content under this template.

    Taken from SHA-256 over three lines: the canonical form, the template's id, its version.
    """
    text = b"\n".join((form_json.canonical_bytes(form), template_id.encode(), str(template_version).encode()))
    bits = int.from_bytes(sha256(text).digest()[:5], "big")
    return "".join(_CROCKFORD[bits >> 5 * place & 31] for place in reversed(range(_CODE_LENGTH)))
