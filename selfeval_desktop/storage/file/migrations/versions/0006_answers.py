"""The files that forms went out in, and what the receiver answered."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deliveries",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["events.sequence"], name="fk_deliveries_sequence"),
        sa.PrimaryKeyConstraint("sequence", name="pk_deliveries"),
    )
    op.create_table(
        "answers",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["events.sequence"], name="fk_answers_sequence"),
        sa.PrimaryKeyConstraint("sequence", name="pk_answers"),
    )
    op.create_table(
        "comments",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("cell", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["answers.sequence"], name="fk_comments_sequence"),
        sa.PrimaryKeyConstraint("sequence", "position", name="pk_comments"),
    )
