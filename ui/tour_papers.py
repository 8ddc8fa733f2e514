"""One PDF of every printed form with a picture of its pages, and the page that shows everything."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from services.reports.paper import A4, A5_LANDSCAPE, VOUCHER, Paper, PrintSettings
from ui.tour_assets import asset_papers
from ui.tour_bids import bid_papers
from ui.tour_payroll import write_papers
from ui.tour_things import thing_papers

if TYPE_CHECKING:
    from services.database import Database, Session
    from services.permissions import Actor

DOTS_PER_POINT = 2
_PAGES_SHOWN = 3
CASHIER = "sunqian"  # who sees the payments
# a file's name, the paper of the sample that is printed, the sheet
FORMS: tuple[tuple[str, dict[str, str], Paper], ...] = (
    ("claim-240x140", {"state": "paid", "text": "外业差旅"}, VOUCHER),
    ("claim-a5", {"state": "paid", "text": "外业差旅"}, A5_LANDSCAPE),
    ("claim-a4", {"state": "paid", "text": "外业差旅"}, A4),
    ("claim-waiting", {"text": "武汉—宜昌 外业差旅"}, VOUCHER),
    ("claim-several-pages", {"text": "荆州外业车辆通行费"}, VOUCHER),
    ("claim-refund", {"text": "黄石外业住宿 彭涛"}, VOUCHER),
    ("claim-granted-less", {"text": "全站仪检定与配件"}, VOUCHER),
    ("claim-draft", {"state": "draft", "kind": "claim"}, VOUCHER),
    ("claim-returned", {"state": "returned", "kind": "claim"}, VOUCHER),
    ("claim-voided", {"state": "voided", "kind": "claim"}, VOUCHER),
    ("reversal", {"kind": "reversal"}, VOUCHER),
    ("advance", {"state": "paid", "kind": "advance"}, VOUCHER),
    ("advance-settled", {"state": "paid", "kind": "advance", "outstanding": "0"}, VOUCHER),
    ("travel-240x140", {"text": "宜昌不动产测绘外业", "kind": "travel"}, VOUCHER),
    ("travel-a5", {"text": "上海投标答疑与客户拜访", "kind": "travel"}, A5_LANDSCAPE),
    ("travel-advance", {"text": "荆州农村宅基地确权外业", "kind": "travel"}, A4),
    ("payment-request", {"state": "paid", "kind": "payment"}, VOUCHER),
    ("repayment", {"state": "paid", "kind": "repayment"}, VOUCHER),
    ("repayment-held", {"state": "to_pay", "kind": "repayment"}, A5_LANDSCAPE),
    ("advance-waiting", {"state": "submitted", "kind": "advance"}, A5_LANDSCAPE),
)


def write_forms(database: Database, folder: Path, login: str, password: str) -> list[Path]:
    """Print every form of the sample company, each on the papers it is used with."""
    from services.users import sign_in

    folder.mkdir(parents=True, exist_ok=True)
    with database.write() as session:
        actor = sign_in(session, login, password)
        cashier = sign_in(session, CASHIER, password)
    written = []
    with database.read() as session:
        for name, wanted, paper in FORMS:
            path = folder / f"{name}.pdf"
            path.write_bytes(_form(session, actor, wanted, paper))
            written.append(path)
        path = folder / "payment-list.pdf"
        path.write_bytes(_payment_list(session, cashier))
        written.append(path)
        papers = {
            **_lists(session, actor),
            **_certificates(session, actor),
            **write_papers(session, cashier),
            **bid_papers(session, actor),
            **asset_papers(session, actor),
            **thing_papers(session, actor),
        }
        for name, pdf in papers.items():
            path = folder / f"{name}.pdf"
            path.write_bytes(pdf)
            written.append(path)
    written.append(_bundle(database, folder, password))
    return written


def _bundle(database: Database, folder: Path, password: str) -> Path:
    """The bundle of the month before this one, as the cashier makes it."""
    from services.users import sign_in
    from services.voucher_bundles import write
    from services.voucher_months import last_month
    from ui.state import this_day

    path = folder / "voucher-bundle.pdf"
    with database.write() as session:
        actor = sign_in(session, CASHIER, password)
    with database.read() as session:
        write(session, actor, last_month(this_day()), path, today=this_day())
    return path


def _payment_list(session: Session, actor: Actor) -> bytes:
    """The newest batch that the bank has answered."""
    from services.payment_lists import printed
    from services.payment_register import REGISTER
    from services.registers import Query, window
    from services.reports.payment_list import list_pdf
    from ui.state import this_day

    rows = window(session, actor, REGISTER, Query(this_day(), chip="bounced"), 0, 1)
    return list_pdf([printed(session, actor, int(rows[0][0]))])


def _lists(session: Session, actor: Actor) -> dict[str, bytes]:
    """The lists that are handed over: of a packet, and of a recurring paper's cards."""
    from services import packet_lists, packet_register, recurring_making, recurring_papers, registers, rosters
    from services.reports.packet_list import packet_pdf
    from services.reports.roster_form import roster_pdf
    from services.reports.top_up_list import top_up_pdf
    from ui.state import this_day

    def first(register: registers.Register) -> int:
        return int(registers.window(session, actor, register, registers.Query(this_day()), 0, 1)[0][0])

    roster = rosters.roster(session, actor, on=this_day())
    people = _people(session, actor)
    packet, cards = first(packet_register.REGISTER), first(recurring_papers.REGISTER)
    return people | {
        "packet-list": packet_pdf([packet_lists.printed(session, actor, packet)]),
        "roster": roster_pdf(roster),
        "top-up-list": top_up_pdf([recurring_making.printed(session, actor, cards)]),
    }


def _certificates(session: Session, actor: Actor) -> dict[str, bytes]:
    """The list and the timeline of certificates, slips of what is lent and of sealed copies, the sheet of a case."""
    from services import (
        case_forms,
        case_register,
        certificate_lists,
        certificate_loan_forms,
        certificate_loan_register,
    )
    from services import certificate_timeline as timelines
    from services.registers import Query, window
    from services.reports.case_form import case_pdf
    from services.reports.certificate_list_form import certificate_list_pdf
    from services.reports.certificate_loan_form import loan_pdf
    from services.reports.certificate_timeline_form import timeline_pdf
    from ui.state import this_day

    today = this_day()
    found = {
        "certificate-list": certificate_list_pdf(
            certificate_lists.certificate_list(session, actor, on=today)
        ),
        "certificate-timeline": timeline_pdf(timelines.timeline(session, actor, today=today)),
    }
    for name, chip in (("certificate-loan", "lent"), ("certificate-copies", "copies")):
        rows = window(session, actor, certificate_loan_register.REGISTER, Query(today, chip=chip), 0, 1)
        form = certificate_loan_forms.printed(session, actor, int(rows[0][0]), today=today)
        found[name] = loan_pdf([form])
    rows = window(session, actor, case_register.REGISTER, Query(today), 0, 1)
    found["certificate-case"] = case_pdf([case_forms.printed(session, actor, int(rows[0][0]), today=today)])
    return found


def _people(session: Session, actor: Actor) -> dict[str, bytes]:
    """A personnel paper of every kind, the newest, and a certificate of employment."""
    from services import certificate_templates, certificates, employees, personnel_forms, personnel_papers
    from services.registers import Query, window
    from services.reports.certificate_form import certificate_pdf
    from services.reports.personnel_form import personnel_pdf
    from services.terms import PersonnelKind
    from ui.state import this_day

    found, today = {}, this_day()
    for kind in PersonnelKind:
        rows = window(session, actor, personnel_papers.REGISTER, Query(today, chip=kind.value), 0, 1)
        form = personnel_forms.printed(session, actor, int(rows[0][0]), today=today)
        found[f"personnel-{kind.value.replace('_', '-')}"] = personnel_pdf([form])
    rows = window(session, actor, employees.REGISTER, Query(today), 0, 1)
    employment = certificates.CertificateKind.EMPLOYMENT
    made = certificates.certificate(
        session, actor, employment, int(rows[0][0]), purpose="办理居住证", today=today
    )
    letter = certificate_templates.letter(certificate_templates.filled(session, made))
    return found | {"certificate-employment": certificate_pdf(letter, title=made.file_name)}


def _form(session: Session, actor: Actor, wanted: dict[str, str], paper: Paper) -> bytes:
    from services.expense_claims import voucher
    from services.reports.voucher import claim_pdf

    return claim_pdf([voucher(session, actor, find(session, actor, wanted))], PrintSettings(paper))


def find(session: Session, actor: Actor, wanted: dict[str, str]) -> int:
    """The newest paper whose columns have the `wanted` values; "text" is what it is searched by."""
    from services.expense_claims import REGISTER
    from services.registers import Filter, Operator, Query, window
    from ui.state import this_day

    filters = tuple(
        Filter(name, Operator.IS, _value(name, text)) for name, text in wanted.items() if name != "text"
    )
    query = Query(this_day(), filters=filters, text=wanted.get("text", ""))
    rows = window(session, actor, REGISTER, query, 0, 1)
    if not rows:
        raise LookupError(f"the sample has no paper with {wanted}")
    return int(rows[0][0])


def _value(name: str, text: str) -> object:
    from services.expense_claims import REGISTER
    from services.registers import ColumnKind

    column = REGISTER.column(name)
    if column.kind is ColumnKind.MONEY:
        return Decimal(text)
    return column.choices(text) if column.choices else text


def _on_white(page: QImage) -> QImage:
    """Paper is white; Qt renders what is printed on it on nothing."""
    sheet = QImage(page.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, page)
    painter.end()
    return sheet


def picture_pages(pdf: Path) -> list[Path]:
    """The first pages of a PDF as pictures beside it."""
    document = QPdfDocument()
    try:
        if document.load(str(pdf)) is not QPdfDocument.Error.None_:
            raise OSError(f"{pdf.name} is no readable PDF")
        found = []
        for page in range(min(document.pageCount(), _PAGES_SHOWN)):
            points = document.pagePointSize(page)
            size = QSize(round(points.width() * DOTS_PER_POINT), round(points.height() * DOTS_PER_POINT))
            path = pdf.with_name(f"{pdf.stem}-{page + 1}.png")
            _on_white(document.render(page, size)).save(str(path))
            found.append(path)
        return found
    finally:
        document.close()


def write_index(folder: Path, pictures: Iterable[Path]) -> Path:
    """A page that shows every picture, a section a folder."""
    sections: dict[str, list[str]] = {}
    for picture in pictures:
        name = picture.relative_to(folder).as_posix()
        shown = f'<a href="{escape(name)}"><img loading="lazy" src="{escape(name)}"></a>'
        caption = f"<figcaption>{escape(picture.stem)}</figcaption>"
        sections.setdefault(picture.parent.name, []).append(f"<figure>{shown}{caption}</figure>")
    body = "\n".join(
        f"<h2>{escape(name)}</h2>\n<div>{''.join(figures)}</div>" for name, figures in sections.items()
    )
    path = folder / "index.html"
    path.write_text(f"{_HEAD}{body}\n", encoding="utf-8")
    return path


_HEAD = """<!doctype html>
<meta charset="utf-8">
<title>OpsDesk</title>
<style>
body { font: 14px sans-serif; margin: 24px; background: #f6f7f9; color: #1f2937 }
div { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 16px }
figure { margin: 0 } img { width: 100%; border: 1px solid #e5e7eb } figcaption { color: #6b7280 }
</style>
<h1>OpsDesk</h1>
"""
