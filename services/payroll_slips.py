"""Payslips 工资条 of a run: strips to cut, pay lists with the year to date, locked PDFs for each person alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from models.payroll import RunKind
from services import attachments, durable, pay_templates, payroll_rows
from services.database import Session
from services.errors import Refused
from services.paid_lines import PaidLine
from services.pay_templates import PayPaper, PayTemplate
from services.payroll_rows import PaidRun, PaperFile, month_words
from services.payroll_tables import cells_of, chosen
from services.payslip_data import slips_of
from services.permissions import Actor, Permission, requires
from services.progress import Progress
from services.reports.paper import PrintSettings
from services.reports.pay_grid import GridGroup, filled
from services.reports.payslips import Strips, slips_pdf, strips_pdf

_PASSWORD = 6  # last signs of the identity number
_SHOWN = 20


@requires(Permission.PAYROLL_SEE)
def strips(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs the actor
    run_id: int,
    *,
    per_page: int | None = None,
    settings: PrintSettings | None = None,
    progress: Progress | None = None,
) -> PaperFile:
    """Strips to cut 工资条, headings over each, as PDF; by default as many a page as the template says.

    Raises Refused "record.gone", "print.nothing", "payslip.per_page" (least, most), "payslip.too_many_columns".
    """
    paid = payroll_rows.load(session, run_id)
    template = pay_templates.of_run(session, paid.run, PayPaper.STRIPS)
    many = template.per_page if per_page is None else per_page
    made = strips_pdf(strips_of(paid, template), many, template.settings(settings), progress)
    return PaperFile(paid.file_name(f"{paid.kind_word}条", "pdf"), made)


def strips_of(paid: PaidRun, template: PayTemplate) -> Strips:
    """The strips as plain data."""
    figures = chosen(template, paid.used)
    columns, groups = filled(
        [figure.column for figure in figures], [GridGroup("", cells_of(paid.lines, figures))]
    )
    wages = "" if paid.run.kind is RunKind.BONUS else f"　所属月份：{month_words(paid.wage_month)}"
    title = paid.words(template.title)
    return Strips(
        title=title,
        company=paid.company,
        columns=columns,
        heads=[
            f"{paid.title(title)}{wages}　{line.number}　{line.name}　{line.department_name}"
            for line in paid.lines
        ],
        rows=groups[0].rows,
        note=paid.words(template.note),
    )


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
    own = [line for line in paid.lines if line.employee_id == employee_id]
    if not own:
        raise Refused("record.gone")
    template = pay_templates.of_run(session, paid.run, PayPaper.SLIP)
    made = slips_pdf(slips_of(session, paid, own, template), template.settings(settings))
    return PaperFile(paid.file_name(f"{paid.kind_word}条 {_who(own[0])}", "pdf"), made)


@requires(Permission.PAYROLL_SEE)
def slips(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    *,
    settings: PrintSettings | None = None,
    progress: Progress | None = None,
) -> PaperFile:
    """The pay lists of everybody, a page each, as one PDF. Raises Refused "record.gone", "print.nothing"."""
    paid = payroll_rows.load(session, run_id)
    template = pay_templates.of_run(session, paid.run, PayPaper.SLIP)
    made = slips_pdf(slips_of(session, paid, paid.lines, template), template.settings(settings), progress)
    return PaperFile(paid.file_name(f"个人{paid.kind_word}清单", "pdf"), made)


@requires(Permission.PAYROLL_SEE)
def locked(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    *,
    password: str = "",
    progress: Progress | None = None,
) -> PaperFile:
    """A PDF a person, each with its own password, together in a .zip.

    The password is the last six signs of the identity number (whoever has none is left out, see `without_number`), or
    `password` for everybody. Raises Refused "record.gone", "print.nothing", "payslip.no_password" (names, count: nobody
    has an identity number), "payslip.short_password" (least).
    """
    paid = payroll_rows.load(session, run_id)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in _each(session, paid, password, progress or Progress()):
            archive.writestr(
                zipfile.ZipInfo(name, (paid.run.month.year, paid.run.month.month, 1, 0, 0, 0)), content
            )
    return PaperFile(paid.file_name(f"{paid.kind_word}条（加密）", "zip"), packed.getvalue())


@requires(Permission.PAYROLL_SEE)
def without_number(session: Session, actor: Actor, run_id: int) -> tuple[str, ...]:  # noqa: ARG001 - as above
    """Who has no identity number to lock a payslip with: their names. Raises Refused "record.gone"."""
    paid = payroll_rows.load(session, run_id)
    return tuple(line.name for line in paid.lines if not _lockable(line, ""))


@requires(Permission.PAYROLL_SEE)
def write_locked(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    run_id: int,
    folder: Path,
    *,
    password: str = "",
    progress: Progress | None = None,
) -> list[Path]:
    """As `locked`, a file a person in a folder; returns the files.

    Raises as `locked`, and "export.cannot_write" (path).
    """
    paid = payroll_rows.load(session, run_id)
    files = []
    for name, content in _each(session, paid, password, progress or Progress()):
        target = folder / name
        try:
            with durable.written(target) as part:
                part.write_bytes(content)
        except OSError as error:
            raise Refused("export.cannot_write", path=str(target)) from error
        files.append(target)
    return files


def _each(session: Session, paid: PaidRun, password: str, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Names without amounts, and encrypted bytes."""
    if password and len(password) < _PASSWORD:
        raise Refused("payslip.short_password", field="password", least=_PASSWORD)
    lines = [line for line in paid.lines if _lockable(line, password)]
    if not paid.lines:
        raise Refused("print.nothing")
    if not lines:
        names = "、".join(line.name for line in paid.lines[:_SHOWN])
        raise Refused("payslip.no_password", names=names, count=len(paid.lines))
    template = pay_templates.of_run(session, paid.run, PayPaper.SLIP)
    for done, (line, one) in enumerate(zip(lines, slips_of(session, paid, lines, template), strict=True)):
        progress.advance(done, len(lines))
        name = attachments.clean_name(paid.file_name(f"{paid.kind_word}条 {_who(line)}", "pdf"))
        yield name, _encrypted(slips_pdf([one], template.settings(None)), _secret(line, password))


def _lockable(line: PaidLine, password: str) -> bool:
    return len(_secret(line, password)) >= _PASSWORD


def _secret(line: PaidLine, password: str) -> str:
    return password or line.identity_number[-_PASSWORD:].upper()


def _encrypted(content: bytes, password: str) -> bytes:
    """AES-256; whoever opens it may read and print it."""
    import pikepdf  # imported when a file is locked

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(made, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return made.getvalue()


def _who(line: PaidLine) -> str:
    return f"{line.number} {line.name}"
