"""Alembic's way in: always on the connection that services/migrate.py hands over."""

from __future__ import annotations

from alembic import context

from models.all import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
