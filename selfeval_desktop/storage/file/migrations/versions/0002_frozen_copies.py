"""What a form said when it was printed or exported, and the paper that it was printed on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("template", sa.String(64), nullable=False),
        sa.Column("template_version", sa.Integer, nullable=False),
        sa.Column("code", sa.String(8), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_copies_form_id"),
        sa.PrimaryKeyConstraint("id", name="pk_copies"),
    )
    op.create_index("ix_copies_form_id", "copies", ["form_id"])
    op.create_index("ix_copies_code", "copies", ["code"])
    op.create_table(
        "releases",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("copy_id", sa.Integer, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["events.sequence"], name="fk_releases_sequence"),
        sa.ForeignKeyConstraint(["copy_id"], ["copies.id"], name="fk_releases_copy_id"),
        sa.PrimaryKeyConstraint("sequence", name="pk_releases"),
    )
    op.create_index("ix_releases_copy_id", "releases", ["copy_id"])
