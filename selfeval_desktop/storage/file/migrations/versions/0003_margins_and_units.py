"""What stands beside the cells of a form, and the reporting units."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "margins",
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_margins_form_id"),
        sa.PrimaryKeyConstraint("form_id", name="pk_margins"),
    )
    op.create_table(
        "units",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("department", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_units"),
    )
