"""The tables of a ledger, in portable types only: decimals, digests and times are text.

A form's long texts stand last in its row, so that listing forms does not read through them.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

# One row. `root_digest` is the sum of all row digests (see root_digest.py), 64 hexadecimal digits.
ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", String(32), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("root_digest", String(64), nullable=False),
    Column("created_at", String(32), nullable=False),
)

forms = Table(
    "forms",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("template", String(64), nullable=False),
    Column("template_version", Integer, nullable=False),
    Column("year", Integer),
    Column("money_unit", String(8), nullable=False),
    Column("execution_score", String(32)),
    Column("execution_rate", String(32)),
    Column("score_total", String(32)),
    Column("grade", String(32)),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("changed_at", String(32), nullable=False),
    Column("deleted_at", String(32)),
    Column("project_name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("unread", Text, nullable=False),
    Column("goal_expected", Text, nullable=False),
    Column("goal_actual", Text, nullable=False),
)

fund_lines = Table(
    "fund_lines",
    metadata,
    Column("form_id", Integer, ForeignKey("forms.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("key", String(64), nullable=False),
    Column("initial", String(32)),
    Column("annual", String(32)),
    Column("executed", String(32)),
    Column("fields", Text, nullable=False),
)

indicators = Table(
    "indicators",
    metadata,
    Column("form_id", Integer, ForeignKey("forms.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("key", Integer, nullable=False),
    Column("achievement", String(8)),
    Column("weight", String(32)),
    Column("score", String(32)),
    Column("level1", Text, nullable=False),
    Column("level2", Text, nullable=False),
    Column("level3", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("actual", Text, nullable=False),
    Column("deviation", Text, nullable=False),
    Column("fields", Text, nullable=False),
)

# `digest` is that of the form as it was printed or exported.
events = Table(
    "events",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("form_id", Integer, ForeignKey("forms.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("at", String(32), nullable=False),
    Index(None, "form_id"),
)

# What a form said when it went out, once however often it did. `digest` is SHA-256 of `content`, a text of
# codec.frozen; it stands last, so that neither opening nor listing reads through it.
copies = Table(
    "copies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("form_id", Integer, ForeignKey("forms.id"), nullable=False),
    Column("template", String(64), nullable=False),
    Column("template_version", Integer, nullable=False),
    Column("code", String(8), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
    Index(None, "form_id"),
    Index(None, "code"),
)

# Which copy an event is about, and on which paper. Events of ledgers before 0002 have none.
releases = Table(
    "releases",
    metadata,
    Column("sequence", Integer, ForeignKey("events.sequence"), primary_key=True),
    Column("copy_id", Integer, ForeignKey("copies.id"), nullable=False),
    Column("paper", Text, nullable=False),
    Index(None, "copy_id"),
)

# The annotations of a form's cells, where there are any: a text of codec.frozen.
margins = Table(
    "margins",
    metadata,
    Column("form_id", Integer, ForeignKey("forms.id"), primary_key=True),
    Column("content", Text, nullable=False),
)

# The reporting units, in their order; `fields` are those of a form that go with the unit.
units = Table(
    "units",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("fields", Text, nullable=False),
)

# Each version of a template that a form was ever under, once; `digest` is SHA-256 of `content`, a text of
# codec.template_toml.
templates = Table(
    "templates",
    metadata,
    Column("template", String(64), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
)

# The codes of the rules that are turned off in this ledger.
rules_off = Table("rules_off", metadata, Column("code", String(8), primary_key=True))

# The file that an export went into; `digest` is that of its bytes, empty where it could not be read.
deliveries = Table(
    "deliveries",
    metadata,
    Column("sequence", Integer, ForeignKey("events.sequence"), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False),
)

# What the receiver answered to an event; an empty verdict is none.
answers = Table(
    "answers",
    metadata,
    Column("sequence", Integer, ForeignKey("events.sequence"), primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("at", String(32), nullable=False),
)

# The receiver's comments in their order, each ticked off or not (1, 0); `cell` with rows by key as in annotations, empty for none.
comments = Table(
    "comments",
    metadata,
    Column("sequence", Integer, ForeignKey("answers.sequence"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("done", Integer, nullable=False),
    Column("cell", Text, nullable=False),
    Column("content", Text, nullable=False),
)

# The change log: rows for each form that a step stored, in a chain by sequence. `digest` is that of the form after the
# step, `content` a text of codec.ledger_texts, which leads from the texts after the step to those before; `chain` is
# SHA-256 over that of the row before and all else in this row, see change_log.py. Where several saves were joined to one
# row, `began` is the time of the first and `joined` the link that the row had before the last; else both are null.
# `ancestor_form` and `ancestor_sequence` tell what a new form was made from.
changes = Table(
    "changes",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("form_id", Integer, ForeignKey("forms.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("at", String(32), nullable=False),
    Column("began", String(32)),
    Column("digest", String(64), nullable=False),
    Column("chain", String(64), nullable=False),
    Column("joined", String(64)),
    Column("ancestor_form", Integer, ForeignKey("forms.id")),
    Column("ancestor_sequence", Integer),
    Column("who", Text, nullable=False),
    Column("content", Text, nullable=False),
    Index(None, "form_id"),
)
