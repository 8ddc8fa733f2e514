"""The sample's remittances: months archived and paid, this one a draft, last summer's adjustment with its back payment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import select

from models.insurance import Enrolment, InsuranceBase
from models.insurance_terms import Fund
from models.personnel_paper import OfficePaperState
from models.remittance import BaseSeason, BaseSeasonLine, Remittance, RemittanceState
from services import (
    base_season_lines,
    insurance_bills,
    insured,
    records,
    remittance_lines,
    remittances,
    users,
)
from services.calendars import CHINA, add_working_days
from services.database import Session, at_moment
from services.exchange.foreign_sheets import ForeignSheet
from services.months import each_month, last_day, month_of, month_text, next_month, previous_month
from services.permissions import Actor, open_to_all
from services.remittance_deadlines import deadline
from services.remittance_lines import Line
from services.sample.company import Standing

CITY = "武汉"
_WHY = "a step of making the sample, before anybody is there"
_LATE_MONTHS = 2  # so many months of the season were paid on the old bases: the new limits came in September
_LEAST_MONTHS = 5


@open_to_all(_WHY)
def write_remittances(session: Session, standing: Standing, today: date) -> None:
    """Month by month through the services, as on the days they were done; after who is insured was written."""
    if session.scalar(select(Enrolment.id).limit(1)) is None:
        return
    clerk = users.actor_of(session, standing.users["wangxue"][0])
    desk = _Desk(session, clerk, today, _season(today), count(1))
    month = month_of(today)
    first = min(previous_month(desk.season), _months_before(month, _LEAST_MONTHS))
    for each in each_month(first, month):
        if all((fund, CITY) in insured.rules_of_month(session, each) for fund in Fund):
            desk.month(each)
    desk.bill(previous_month(month))


def _season(today: date) -> date:
    """The last July that was paid by now."""
    return date(today.year if today.month > 7 else today.year - 1, 7, 1)


def _months_before(month: date, number: int) -> date:
    for _ in range(number):
        month = previous_month(month)
    return month


@dataclass(slots=True)
class _Desk:
    """The clerk at the end of every month."""

    session: Session
    clerk: Actor
    today: date
    season: date
    commands: Any

    def month(self, month: date) -> None:
        """Both funds: made on the 26th, archived the day after, paid before the deadline."""
        made_on = min(month + timedelta(days=25), self.today)
        with self.at(made_on):
            ids = remittances.draft(self.session, self.clerk, month, self.command(), self.today)
        if month == month_of(self.today):
            return
        for one in ids:
            self._archive(one, month, made_on)
        if month == self._last_late():
            self._adjust(month)

    def _last_late(self) -> date:
        """The last month that was paid on the old bases."""
        wanted = next_month(self.season) if _LATE_MONTHS > 1 else self.season
        return min(wanted, previous_month(month_of(self.today)))

    def _archive(self, remittance_id: int, month: date, made_on: date) -> None:
        item = self.session.get_one(Remittance, remittance_id)
        if item.fund is Fund.SOCIAL and self.season <= month <= self._last_late():
            self._on_old_bases(item)
        last = deadline(self.session, item.fund, month)
        day = add_working_days(made_on, 1)
        with self.at(day, 10):
            if item.fund is Fund.SOCIAL and self.season <= month <= self._last_late():
                item.state = RemittanceState.FROZEN  # on bases that hold no more: no service would
                self.session.flush()
            else:
                remittances.freeze(self.session, self.clerk, item.id, item.version, self.command())
        paid = add_working_days(last, -2)
        if paid <= self.today:
            with self.at(paid, 14):
                remittances.pay(
                    self.session, self.clerk, item.id, item.version, paid, self.command(), self.today
                )

    def _on_old_bases(self, item: Remittance) -> None:
        """As it was before the season: everybody on the base of the year before."""
        old = self._old_bases(item.fund)
        rules = insured.rules_of_month(self.session, item.month)[item.fund, item.city]
        people = remittance_lines.names_of(self.session, list(old))
        known = remittance_lines.kept(self.session, [item.id])
        lines: list[Line] = [line for line in known if line.employee_id not in old]
        for person, base in old.items():
            items = insured.items_of(int(base.scaleb(2)), rules)
            lines += [remittance_lines.line_of(person, people[person], item.month, one) for one in items]
        remittance_lines.write(self.session, item.id, remittance_lines.in_order(lines))
        remittance_lines.add_up(item, lines)
        self.session.flush()

    def _old_bases(self, fund: Fund) -> dict[int, Decimal]:
        """What was declared before the season, of those who are in it."""
        rows = self.session.execute(
            select(InsuranceBase.employee_id, InsuranceBase.from_month, InsuranceBase.base)
            .where(InsuranceBase.fund == fund, InsuranceBase.from_month <= self.season)
            .order_by(InsuranceBase.from_month)
        ).all()
        adjusted = {person for person, month, _ in rows if month == self.season}
        return {person: base for person, month, base in rows if month < self.season and person in adjusted}

    def _adjust(self, month: date) -> None:
        """The seasons of both funds, in force; what the late months owe is paid back."""
        day = min(next_month(month) + timedelta(days=19), self.today)
        for fund in Fund:
            with self.at(day, 11):
                self._in_force(fund)
        with self.at(day, 15):
            note = f"{month_text(self.season)} 起年度基数调整补差"
            back = remittances.make_back_payment(self.session, self.clerk, Fund.SOCIAL, CITY, day, note)
        item = self.session.get_one(Remittance, back)
        with self.at(day, 16):
            remittances.freeze(self.session, self.clerk, item.id, item.version, self.command())
            paid = min(add_working_days(day, 5), self.today)
            remittances.pay(self.session, self.clerk, item.id, item.version, paid, self.command(), self.today)

    def _in_force(self, fund: Fund) -> None:
        item = BaseSeason(
            fund=fund, city=CITY, average_of=self.season.year - 1, from_month=self.season, applied_from=self.season,
            state=OfficePaperState.DRAFT, made_by_id=self.clerk.user_id, made_by_name=self.clerk.name,
        )  # fmt: skip
        records.keep(self.session, self.clerk, item, CITY, month_text(self.season), str(item.average_of))
        old = self._old_bases(fund)
        query = select(InsuranceBase.employee_id, InsuranceBase.base)
        of_season = query.where(InsuranceBase.fund == fund, InsuranceBase.from_month == self.season)
        now = {row[0]: row[1] for row in self.session.execute(of_season)}
        lines = [
            BaseSeasonLine(
                season_id=item.id, employee_id=person, months=12, average=now[person], old_base=base,
                declared=now[person], new_base=now[person],
            )
            for person, base in old.items()
        ]  # fmt: skip
        self.session.add_all(lines)
        self.session.flush()
        base_season_lines.reckon(self.session, item, lines)
        if fund is Fund.HOUSING:  # known in time: July was paid on the new bases already
            item.applied_from = self.season
        item.people = len(lines)
        item.state = OfficePaperState.APPROVED
        self.session.flush()

    def bill(self, month: date) -> None:
        """The tax office's bill of last month: one person short, one amount wrong by a fen."""
        item = remittance_lines.monthly(self.session, Fund.SOCIAL, CITY, month)
        if item is None:
            return
        people = remittance_lines.people_of(remittance_lines.kept(self.session, [item.id]))
        rows = [("姓名", "证件号码", "缴费基数", "单位应缴", "个人应缴", "应缴合计")]
        for place, one in enumerate(people[1:]):
            told = replace(one, employer=one.employer + Decimal("0.01")) if place == 2 else one
            rows.append(
                (
                    told.name, told.identity_number, f"{told.base:.2f}", f"{told.employer:.2f}", f"{told.employee:.2f}",
                    f"{told.total:.2f}",
                )
            )  # fmt: skip
        sheet = ForeignSheet(f"社保费应缴明细{month:%Y%m}.xlsx", "0" * 64, tuple(rows))
        with self.at(min(last_day(month), self.today), 16):
            found = insurance_bills.compare(self.session, self.clerk, item.id, sheet)
            insurance_bills.keep(self.session, self.clerk, item.id, found, self.command())

    def at(self, day: date, hour: int = 9) -> Any:
        return at_moment(datetime.combine(min(day, self.today), time(hour, 10), CHINA))

    def command(self) -> str:
        return f"sample-remittance-{next(self.commands)}"
