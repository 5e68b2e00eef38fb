"""The rules that a ledger does without."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rules_off",
        sa.Column("code", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_rules_off"),
    )
