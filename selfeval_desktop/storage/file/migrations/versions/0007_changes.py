"""The change log: what was done to each form, step by step."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.Column("ancestor_form", sa.Integer),
        sa.Column("ancestor_sequence", sa.Integer),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_changes_form_id"),
        sa.ForeignKeyConstraint(["ancestor_form"], ["forms.id"], name="fk_changes_ancestor_form"),
        sa.PrimaryKeyConstraint("sequence", name="pk_changes"),
    )
    op.create_index("ix_changes_form_id", "changes", ["form_id"])
