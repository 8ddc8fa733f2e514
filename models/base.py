"""What every table stands on: Record, and column types that refuse to lose anything."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Dialect, Integer, MetaData, Table, Text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

LARGEST_YUAN = Decimal("9999999999999.99")
RATE_DECIMALS = 8
WholeNumber = BigInteger().with_variant(Integer, "sqlite")


class Money(TypeDecorator[Decimal]):
    """Yuan as Decimal in Python, whole fen as integer in the database; refuses what it would have to round."""

    impl = WholeNumber
    cache_ok = True

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            raise TypeError(f"money must be Decimal, not {type(value).__name__}")
        amount = Decimal(value)
        if not amount.is_finite() or abs(amount) > LARGEST_YUAN:
            raise ValueError("money must be a finite number of yuan")
        fen = amount.scaleb(2)
        if fen != fen.to_integral_value():
            raise ValueError("money has more than two decimals")
        return int(fen)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else Decimal(value).scaleb(-2)


class Rate(TypeDecorator[Decimal]):
    """A rate as Decimal, stored as whole hundred-millionths; refuses to round."""

    impl = WholeNumber
    cache_ok = True

    def process_bind_param(self, value: Decimal | int | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            raise TypeError(f"a rate must be Decimal, not {type(value).__name__}")
        scaled = Decimal(value).scaleb(RATE_DECIMALS)
        if not scaled.is_finite() or scaled != scaled.to_integral_value():
            raise ValueError("a rate has at most eight decimals")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else Decimal(value).scaleb(-RATE_DECIMALS)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment as ISO text in UTC with microseconds, so that the order of text is the order of time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A business day as ISO text (STRICT tables know no DATE)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        if isinstance(value, datetime):
            raise TypeError("a business day is a date, not a moment")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else date.fromisoformat(value)


class YesNo(TypeDecorator[bool]):
    """A truth as 0 or 1 (STRICT tables know no BOOLEAN)."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else bool(value)


class Choice[E: StrEnum](TypeDecorator[E]):
    """A member of a StrEnum, stored as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else self.kind(value)


class Json(TypeDecorator[Any]):
    """Plain data as canonical JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else json.loads(value)


class Base(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        },
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it once, at class creation
        Decimal: Money,
        datetime: UtcTime,
        date: Day,
        bool: YesNo,
        str: Text,
        int: WholeNumber,
    }


class Record(Base):
    """A row somebody may change: its id, its version (optimistic lock), and when it came and last changed.

    `created_at` and `updated_at` are stamped by the session (services/database.py), never by hand.
    """

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-10)
    version: Mapped[int] = mapped_column(sort_order=100)
    created_at: Mapped[datetime] = mapped_column(sort_order=101)
    updated_at: Mapped[datetime] = mapped_column(sort_order=102)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it with the class
        return {"version_id_col": cls.version}


@event.listens_for(Table, "after_parent_attach")
def _strict(table: Table, parent: object) -> None:
    if parent is Base.metadata:
        table.dialect_options["sqlite"]["strict"] = True


def one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    """A CHECK that `column` holds a value of `kind`."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{column} IN ({values})", name=f"{column}_known")


def real_day(column: str) -> CheckConstraint:
    """A CHECK that `column` is a day of the calendar: `date(d)` alone accepts 2023-02-29."""
    return CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{column}_is_a_day").ddl_if(
        dialect="sqlite",
    )
