"""Payslips 工资条 of a run: strips to cut, pay lists with the year to date, locked PDFs for each person alone."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import or_, select

from models.payroll import PayrollLine, PayrollRun
from services import attachments, durable, payroll_rows
from services.database import Session
from services.errors import Refused
from services.money import voucher_capitals
from services.payroll_rows import DECIDED, EMPLOYEE, EMPLOYER, ITEMS, ZERO, PaidRun, PaperFile, days_words
from services.payroll_tables import days, deductions, earnings
from services.permissions import Actor, Permission, requires
from services.reports.paper import PrintSettings
from services.reports.pay_grid import GridCell, GridGroup, filled
from services.reports.payslips import Slip, SlipItem, Strips, slips_pdf, strips_pdf

_PASSWORD = 6  # last signs of the identity number
_SHOWN = 20
_SUMS = ("gross", "social", "housing", "tax", "withheld", "net", "employer_insurance")
_NOTE = "工资支付暂行规定第六条：用人单位应提供一份个人工资清单。请妥善保管，有疑问请联系人事。"


@dataclass(slots=True)
class _Year:
    """What a person got in the tax year so far, by component, insurance item and sum; yuan."""

    amounts: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    insured: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    employer: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    sums: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, line: Any) -> None:
        for code, text in line.amounts.items():
            self.amounts[code] += Decimal(text)
        for item, parts in line.insured.items():
            self.insured[item] += Decimal(parts[EMPLOYEE])
            self.employer[item] += Decimal(parts[EMPLOYER])
        for name in _SUMS:
            self.sums[name] += getattr(line, name)


@requires(Permission.PAYROLL_SEE)
def strips(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs the actor
    run_id: int,
    *,
    per_page: int = 8,
    settings: PrintSettings | None = None,
) -> PaperFile:
    """Strips to cut 工资条, headings over each, as PDF.

    Raises Refused "record.gone", "print.nothing", "payslip.per_page" (least, most).
    """
    paid = payroll_rows.load(session, run_id)
    figures = [*days(), *earnings(paid.components), *deductions(paid.components)]
    rows: list[tuple[GridCell, ...]] = [
        tuple(figure.value(line) for figure in figures) for line in paid.lines
    ]
    columns, groups = filled([figure.column for figure in figures], [GridGroup("", rows)])
    made = Strips(
        title=f"{paid.month_words}{paid.kind_word}条",
        company=paid.company,
        columns=columns,
        heads=[
            f"{paid.title(paid.month_words + paid.kind_word + '条')}　{line.number}　{line.name}　{line.department_name}"
            for line in paid.lines
        ],
        rows=groups[0].rows,
    )
    return PaperFile(paid.file_name(f"{paid.kind_word}条", "pdf"), strips_pdf(made, per_page, settings))


@requires(Permission.PAYROLL_SEE)
def slip(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    employee_id: int,
    *,
    settings: PrintSettings | None = None,
) -> PaperFile:
    """The pay list of one person with the year to date, as PDF. Raises Refused "record.gone"."""
    paid = payroll_rows.load(session, run_id)
    chosen = [line for line in paid.lines if line.employee_id == employee_id]
    if not chosen:
        raise Refused("record.gone")
    made = slips_pdf(_slips(session, paid, chosen), settings)
    return PaperFile(paid.file_name(f"{paid.kind_word}条 {_who(chosen[0])}", "pdf"), made)


@requires(Permission.PAYROLL_SEE)
def slips(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    *,
    settings: PrintSettings | None = None,
) -> PaperFile:
    """The pay lists of everybody, a page each, as one PDF. Raises Refused "record.gone", "print.nothing"."""
    paid = payroll_rows.load(session, run_id)
    made = slips_pdf(_slips(session, paid, paid.lines), settings)
    return PaperFile(paid.file_name(f"个人{paid.kind_word}清单", "pdf"), made)


@requires(Permission.PAYROLL_SEE)
def locked(session: Session, actor: Actor, run_id: int, *, password: str = "") -> PaperFile:  # noqa: ARG001 - as above
    """A PDF a person, each with its own password, together in a .zip.

    The password is the last six signs of the identity number, or `password` for everybody.
    Raises Refused "record.gone", "print.nothing", "payslip.no_password" (names, count: who has no identity number),
    "payslip.short_password" (least).
    """
    paid = payroll_rows.load(session, run_id)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _each(session, paid, password):
            archive.writestr(
                zipfile.ZipInfo(name, (paid.run.month.year, paid.run.month.month, 1, 0, 0, 0)), content
            )
    return PaperFile(paid.file_name(f"{paid.kind_word}条（加密）", "zip"), packed.getvalue())


@requires(Permission.PAYROLL_SEE)
def write_locked(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    folder: Path,
    *,
    password: str = "",
) -> list[Path]:
    """As `locked`, a file a person in a folder; returns the files.

    Raises as `locked`, and "export.cannot_write" (path).
    """
    paid = payroll_rows.load(session, run_id)
    files = []
    for name, content in _each(session, paid, password):
        target = folder / name
        try:
            with durable.written(target) as part:
                part.write_bytes(content)
        except OSError as error:
            raise Refused("export.cannot_write", path=str(target)) from error
        files.append(target)
    return files


def _each(session: Session, paid: PaidRun, password: str) -> Iterator[tuple[str, bytes]]:
    """Names without amounts, and encrypted bytes."""
    if password and len(password) < _PASSWORD:
        raise Refused("payslip.short_password", field="password", least=_PASSWORD)
    without = [line.name for line in paid.lines if len(_secret(line, password)) < _PASSWORD]
    if without:
        raise Refused("payslip.no_password", names="、".join(without[:_SHOWN]), count=len(without))
    if not paid.lines:
        raise Refused("print.nothing")
    for line, one in zip(paid.lines, _slips(session, paid, paid.lines), strict=True):
        name = attachments.clean_name(paid.file_name(f"{paid.kind_word}条 {_who(line)}", "pdf"))
        yield name, _encrypted(slips_pdf([one]), _secret(line, password))


def _secret(line: PayrollLine, password: str) -> str:
    return password or line.identity_number[-_PASSWORD:].upper()


def _encrypted(content: bytes, password: str) -> bytes:
    """AES-256; whoever opens it may read and print it."""
    import pikepdf  # imported when a file is locked

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(made, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return made.getvalue()


def _who(line: PayrollLine) -> str:
    return f"{line.number} {line.name}"


def _slips(session: Session, paid: PaidRun, lines: Sequence[PayrollLine]) -> list[Slip]:
    years = _years(session, paid, [line.employee_id for line in lines])
    return [_slip(paid, line, years[line.employee_id]) for line in lines]


def _years(session: Session, paid: PaidRun, people: Sequence[int]) -> Mapping[int, _Year]:
    """The tax year up to and with this run, of those people."""
    run = paid.run
    years: dict[int, _Year] = defaultdict(_Year)
    columns = [
        PayrollLine.employee_id,
        PayrollLine.amounts,
        PayrollLine.insured,
        *(getattr(PayrollLine, name) for name in _SUMS),
    ]
    counted = or_(PayrollRun.id == run.id, PayrollRun.state.in_(DECIDED))
    query = (
        select(*columns)
        .join(PayrollRun, PayrollRun.id == PayrollLine.run_id)
        .where(PayrollLine.tax_year == run.pay_on.year, counted)
        .where(
            or_(PayrollRun.pay_on < run.pay_on, (PayrollRun.pay_on == run.pay_on) & (PayrollRun.id <= run.id))
        )
    )
    if len(people) == 1:
        query = query.where(PayrollLine.employee_id == people[0])
    for row in session.execute(query):
        years[row.employee_id].add(row)
    return years


def _slip(paid: PaidRun, line: PayrollLine, year: _Year) -> Slip:
    taken = line.gross - line.net
    year_taken = year.sums["gross"] - year.sums["net"]
    return Slip(
        title=paid.title(f"{paid.kind_word}条"),
        company=paid.company,
        subtitle=paid.subtitle,
        person=_person(line),
        earned=tuple(_kept(_earned(paid, line, year))),
        taken=tuple(_kept(_taken(paid, line, year))),
        gross=SlipItem("应发合计", line.gross, year.sums["gross"]),
        deducted=SlipItem("扣款合计", taken, year_taken),
        net=SlipItem("实发合计", line.net, year.sums["net"]),
        capitals=f"大写：{voucher_capitals(line.net)}",
        employer=_employer(line, year),
        tax=_tax(line),
        year=f"{paid.run.pay_on.year}年累计",
        note=" ".join(filter(None, [line.note, _NOTE])),
    )


def _person(line: PayrollLine) -> tuple[tuple[str, str], ...]:
    found = [("姓名", line.name), ("工号", line.number), ("部门", line.department_name), ("岗位", line.post)]
    if line.due_days:
        found.append(("出勤", f"{days_words(line.worked_days)} / {days_words(line.due_days)} 天"))
    if line.bank_account:
        found.append(("卡号尾号", line.bank_account[-4:]))
    return tuple((label, value) for label, value in found if value)


def _earned(paid: PaidRun, line: PayrollLine, year: _Year) -> Iterator[SlipItem]:
    month = rest = ZERO
    for one in paid.components:
        if one.earned or one.deducted:
            sign = 1 if one.earned else -1
            amount, so_far = payroll_rows.yuan(line, one.code) * sign, year.amounts[one.code] * sign
            month, rest = month + amount, rest + so_far
            yield SlipItem(one.name, amount, so_far)
    yield SlipItem("未列项增减", line.gross - month, year.sums["gross"] - rest)


def _taken(paid: PaidRun, line: PayrollLine, year: _Year) -> Iterator[SlipItem]:
    for item, name in ITEMS.items():
        yield SlipItem(name, payroll_rows.insured(line, item, EMPLOYEE), year.insured[item.value])
    known = sum(year.insured.values(), ZERO)
    yield SlipItem(
        "社保差额",
        line.social + line.housing - payroll_rows.insured_sum(line, EMPLOYEE),
        year.sums["social"] + year.sums["housing"] - known,
    )
    yield SlipItem("个人所得税", line.tax, year.sums["tax"])
    month = so_far = ZERO
    for one in paid.components:
        if one.kept_back:
            month, so_far = month + payroll_rows.yuan(line, one.code), so_far + year.amounts[one.code]
            yield SlipItem(one.name, payroll_rows.yuan(line, one.code), year.amounts[one.code])
    yield SlipItem("未列项代扣", line.withheld - month, year.sums["withheld"] - so_far)


def _kept(items: Iterable[SlipItem]) -> Iterator[SlipItem]:
    return (item for item in items if item.amount or item.year)


def _employer(line: PayrollLine, year: _Year) -> tuple[SlipItem, ...]:
    if not line.employer_insurance:
        return ()
    found = [
        SlipItem(name, payroll_rows.insured(line, item, EMPLOYER), year.employer[item.value])
        for item, name in ITEMS.items()
    ]
    return (*_kept(found), SlipItem("合计", line.employer_insurance, year.sums["employer_insurance"]))


def _tax(line: PayrollLine) -> tuple[tuple[str, Decimal], ...]:
    """The reckoning of the year in a line; a sheet taxed by itself has none."""
    if not line.cum_income:
        return ()
    taken = (line.cum_exempt, line.cum_basic, line.cum_special, line.cum_additional, line.cum_other)
    parts = zip(("免税收入", "减除费用", "专项扣除", "专项附加扣除", "其他扣除"), taken, strict=True)
    return (
        ("累计收入", line.cum_income),
        *((label, amount) for label, amount in parts if amount),
        ("应纳税所得额", max(line.cum_income - sum(taken, ZERO), ZERO)),
        ("已扣税额", line.cum_withheld),
    )
