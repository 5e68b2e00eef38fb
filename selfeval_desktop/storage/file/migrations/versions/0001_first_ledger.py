"""The first ledger: forms with their rows, events, and the seal over all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(32), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("root_digest", sa.String(64), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger"),
    )
    op.create_table(
        "forms",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("template", sa.String(64), nullable=False),
        sa.Column("template_version", sa.Integer, nullable=False),
        sa.Column("year", sa.Integer),
        sa.Column("money_unit", sa.String(8), nullable=False),
        sa.Column("execution_score", sa.String(32)),
        sa.Column("execution_rate", sa.String(32)),
        sa.Column("score_total", sa.String(32)),
        sa.Column("grade", sa.String(32)),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
        sa.Column("hints", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32)),
        sa.Column("project_name", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("unread", sa.Text, nullable=False),
        sa.Column("goal_expected", sa.Text, nullable=False),
        sa.Column("goal_actual", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_forms"),
    )
    op.create_table(
        "fund_lines",
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("initial", sa.String(32)),
        sa.Column("annual", sa.String(32)),
        sa.Column("executed", sa.String(32)),
        sa.Column("fields", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_fund_lines_form_id"),
        sa.PrimaryKeyConstraint("form_id", "position", name="pk_fund_lines"),
    )
    op.create_table(
        "indicators",
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("achievement", sa.String(8)),
        sa.Column("weight", sa.String(32)),
        sa.Column("score", sa.String(32)),
        sa.Column("level1", sa.Text, nullable=False),
        sa.Column("level2", sa.Text, nullable=False),
        sa.Column("level3", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("actual", sa.Text, nullable=False),
        sa.Column("deviation", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_indicators_form_id"),
        sa.PrimaryKeyConstraint("form_id", "position", name="pk_indicators"),
    )
    op.create_table(
        "events",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_events_form_id"),
        sa.PrimaryKeyConstraint("sequence", name="pk_events"),
    )
    op.create_index("ix_events_form_id", "events", ["form_id"])
