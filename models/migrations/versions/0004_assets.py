"""Fixed assets, supplies, bids and certificates: registers, papers, movements, stock-takes, reminders."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    for name in ("tables", "guards"):
        script = Path(__file__).with_name(f"0004_{name}.{connection.dialect.name}.sql")
        for statement in script.read_text(encoding="utf-8").split("\n\n"):
            if statement.strip():
                connection.exec_driver_sql(statement.strip().removesuffix(";"))
