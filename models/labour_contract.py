"""Labour contracts 劳动合同 and the agreements beside them, each a link in a person's chain."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Choice, Record, one_of, real_day
from models.people import Employee


class ContractKind(StrEnum):
    """固定期限, 无固定期限, 以完成一定任务为期限, 非全日制, 实习协议, 劳务协议, 保密协议, 竞业限制."""

    FIXED_TERM = "fixed_term"
    OPEN_ENDED = "open_ended"
    TASK = "task"
    PART_TIME = "part_time"
    INTERN = "intern"
    LABOUR = "labour"
    NDA = "nda"
    NON_COMPETE = "non_compete"


class ContractAct(StrEnum):
    """How this link came: 新签, 续签, 变更."""

    NEW = "new"
    RENEWED = "renewed"
    CHANGED = "changed"


class LabourContract(Record):
    """One signed contract or agreement; a change or renewal is a new row that points back at `previous_id`.

    劳动合同法 arts 10 (written within a month), 14 (open-ended), 19 (probation), 37, 40 (notice). `ended_on` is the
    last day where it ended before `to_on`; `probation_until` the last day of probation.
    """

    __tablename__ = "labour_contract"
    __table_args__ = (
        one_of("kind", ContractKind),
        one_of("act", ContractAct),
        real_day("signed_on"),
        real_day("from_on"),
        real_day("to_on"),
        real_day("probation_until"),
        real_day("notice_on"),
        real_day("ended_on"),
        CheckConstraint("to_on IS NULL OR from_on <= to_on", name="days_in_order"),
        Index(None, "employee_id", "from_on"),
        Index(None, "to_on"),
    )

    number: Mapped[str] = mapped_column(unique=True)
    employee_id: Mapped[int] = mapped_column(ForeignKey("employee.id"))
    kind: Mapped[ContractKind] = mapped_column(Choice(ContractKind))
    act: Mapped[ContractAct] = mapped_column(Choice(ContractAct), default=ContractAct.NEW)
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("labour_contract.id"))
    signed_on: Mapped[date | None]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    probation_until: Mapped[date | None]
    notice_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    search_text: Mapped[str] = mapped_column(default="")

    employee: Mapped[Employee] = relationship(lazy="raise")
