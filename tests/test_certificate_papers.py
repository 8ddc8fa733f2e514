"""What leaves the room of certificates: the slip of a loan, the list, the timeline, read back from the files."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from models.bid import Bid
from models.bid_terms import BidKind, BidLaw, BidMethod, BidRole
from models.certificate import Certificate, CertificateState, LoanKind
from services import (
    case_starts,
    certificate_cases,
    certificate_lists,
    certificate_loan_acts,
    certificate_loan_forms,
    certificate_sheets,
    certificate_timeline,
    staff_trainings,
)
from services.case_starts import CaseStart
from services.certificate_timeline import CertificateMark, Mark
from services.errors import Refused
from services.exchange import xlsx
from services.reports.certificate_list_form import certificate_list_pdf
from services.reports.certificate_loan_form import loan_pdf
from services.reports.certificate_timeline_form import timeline_pdf
from services.reports.paper import A5_LANDSCAPE, PrintSettings
from services.reports.sample_certificate import CertificatePage, page_pdf, page_png
from tests import certificates
from tests.certificates import AUDITOR, CLERK, approved, certificate, click, lent, request, saved
from tests.conftest import TODAY


@pytest.fixture
def session(database):
    with database.write() as opened:
        certificates.set_up(opened)
        yield opened


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def slip(session, loan) -> str:
    (page,) = pages(loan_pdf([certificate_loan_forms.printed(session, AUDITOR, loan.id, today=TODAY)]))
    return page


def test_the_slip_says_what_who_until_when_and_carries_the_decision(session):
    made = certificate(session, number="00325Q30412R2M", original_place="保险柜 A-2")
    loan = lent(session, request(made))
    text = slip(session, loan)
    for said in (
        "证照借用单", "武汉云图测绘有限公司", "ZJ-2026-0001", "ISO 9001 质量管理体系认证", "00325Q30412R2M", "借用原件",
        "保险柜 A-2", "刘芳", "运营部", "2026 年 3 月 19 日", "资格预审原件查验", "部门审批", "王建国", "陈小雨", "借出日期",
    ):  # fmt: skip
        assert said in text, said
    assert "草稿" not in text
    late = TODAY + timedelta(days=10)
    certificate_loan_acts.give_back(
        session, CLERK, loan.id, loan.version, day=late, note="外壳破损", command_id=click(), today=late
    )
    assert "（逾期）" in slip(session, loan)
    assert "外壳破损" in slip(session, loan)


def test_the_slip_of_sealed_copies_counts_them_and_a_draft_says_it_is_one(session):
    made = certificate(session, valid_to=None)
    text = slip(session, saved(session, request(made, kind=LoanKind.COPY, copies=4)))
    for said in ("复印件加盖公章", "4 份", "不归还", "长期", "草稿"):
        assert said in text, said
    assert "归还情况" not in text


def test_the_slip_names_the_bid_it_is_for(session):
    bid = Bid(
        number="TB-2026-0001", name="荆门不动产数据整合", tenderer="荆门市自然资源局", law=next(iter(BidLaw)),
        method=next(iter(BidMethod)), kind=next(iter(BidKind)), role=next(iter(BidRole)),
    )  # fmt: skip
    session.add(bid)
    session.flush()
    text = slip(session, saved(session, request(certificate(session), bid_id=bid.id)))
    assert "投标项目" in text
    assert "TB-2026-0001 荆门不动产数据整合" in text


def test_slips_as_a_sheet_have_states_days_and_numbers(session):
    back = lent(session, request(certificate(session, valid_to=None, original_place="保险柜 A-2")))
    late = TODAY + timedelta(days=10)
    certificate_loan_acts.give_back(
        session, CLERK, back.id, back.version, day=late, note="外壳破损", command_id=click(), today=late
    )
    loans = [
        back,
        lent(session, request(certificate(session))),
        lent(session, request(certificate(session), kind=LoanKind.COPY, copies=4)),
        approved(session, request(certificate(session))),
        saved(session, request(certificate(session))),
    ]
    forms = [certificate_loan_forms.printed(session, CLERK, one.id, today=late) for one in loans]
    rows = [
        dict(zip(certificate_sheets.SLIP_HEADINGS, row, strict=True))
        for row in certificate_sheets.slip_rows(forms)
    ]
    assert [row["状态"] for row in rows] == ["已归还", "已借出", "已用印", "已批准", "草稿"]
    assert (rows[0]["借出或用印日期"], rows[0]["归还日期"], rows[0]["逾期"]) == (TODAY, late, "逾期")
    assert (rows[0]["应还日期"], rows[0]["存放处"]) == (TODAY + timedelta(days=7), "保险柜 A-2")
    assert (rows[2]["加盖份数"], rows[2]["应还日期"], rows[2]["归还日期"]) == (4, None, None)
    assert (rows[0]["有效期至"], rows[1]["有效期至"]) == ("长期", TODAY + timedelta(days=365))


def test_several_slips_are_a_page_each_and_none_is_refused(session):
    loans = [approved(session, request(certificate(session))) for _ in range(3)]
    forms = [certificate_loan_forms.printed(session, CLERK, one.id, today=TODAY) for one in loans]
    printed = pages(loan_pdf(forms))
    assert [loan.number in page for loan, page in zip(loans, printed, strict=True)] == [True, True, True]
    with pytest.raises(Refused, match=r"print\.nothing"):
        loan_pdf([])
    with pytest.raises(Refused, match=r"print\.paper_too_small"):
        loan_pdf(forms, PrintSettings(A5_LANDSCAPE))


def test_the_list_tells_days_left_and_who_has_the_original(session):
    lent(session, request(certificate(session, name="质量体系", valid_to=TODAY + timedelta(days=24))))
    certificate(session, "registered_surveyor", employee_id=2, valid_to=TODAY - timedelta(days=5))
    certificate(session, "business_licence", valid_to=None, level="正本", scope="测绘服务")
    found = certificate_lists.certificate_list(session, AUDITOR, on=TODAY + timedelta(days=8))
    rows = {row.name: row for row in found.rows}
    assert rows["质量体系"].days_left == 16
    assert rows["质量体系"].lent == "刘芳 应还2026-03-19（逾期）"
    assert (rows["注册测绘师注册证"].days_left, rows["注册测绘师注册证"].state) == (-13, "已失效")
    assert (rows["营业执照"].days_left, rows["营业执照"].scope) == (None, "正本 测绘服务")
    (text,) = pages(certificate_list_pdf(found))
    assert "证照资质一览表" in text
    assert "在用证照 3 件" in text
    out = BytesIO()
    cells = [row.cells(place) for place, row in enumerate(found.rows, start=1)]
    xlsx.write_table(out, "证照资质一览表", certificate_lists.HEADINGS, cells)
    out.seek(0)
    head, *body = CalamineWorkbook.from_filelike(out).get_sheet_by_index(0).to_python()
    assert head == list(certificate_lists.HEADINGS)
    assert {row[2]: row[9] for row in body} == {"质量体系": 16, "注册测绘师注册证": -13, "营业执照": ""}


def test_an_empty_list_is_refused(session):
    with pytest.raises(Refused, match=r"print\.nothing"):
        certificate_lists.certificate_list(session, CLERK, on=TODAY)


def test_the_timeline_shows_ends_duties_applications_and_returns_of_eighteen_months(session):
    iso = certificate(session, valid_from=date(2024, 10, 1), valid_to=date(2027, 9, 30))
    certificate(session, "business_licence", valid_from=date(2015, 5, 4), valid_to=None)
    certificate(session, "registered_surveyor", employee_id=2, valid_to=TODAY - timedelta(days=40))
    lent(session, request(iso))
    found = certificate_timeline.timeline(session, AUDITOR, today=TODAY)
    assert (found.first, found.last, len(found.months)) == (date(2026, 3, 1), date(2027, 8, 31), 18)
    lapsed, ending, endless = found.bands
    assert (lapsed.first, lapsed.last, lapsed.holder_name) == (None, None, "刘芳")
    assert (ending.first, ending.last) == (date(2026, 3, 1), date(2027, 8, 31))
    assert ending.marks == (
        Mark(date(2026, 3, 19), CertificateMark.BACK, "刘芳"),
        Mark(date(2026, 10, 1), CertificateMark.DUTY, "监督审核"),
        Mark(date(2027, 7, 2), CertificateMark.APPLY),
    )
    assert [mark.day for mark in endless.marks] == [date(2026, 6, 30), date(2027, 6, 30)]
    assert found.share(date(2026, 3, 1)) == (0, 549)


def test_the_timeline_is_printed_on_one_page_with_months_names_and_last_days(session):
    for number in range(25):
        certificate(session, name=f"证照{number:02}", valid_to=TODAY + timedelta(days=20 * number + 3))
    certificate(session, name="已过期的", valid_to=TODAY - timedelta(days=4))
    (text,) = pages(timeline_pdf(certificate_timeline.timeline(session, CLERK, today=TODAY)))
    for said in (
        "证照时间轴",
        "武汉云图测绘有限公司",
        "2026 年",
        "2027 年",
        "证照00",
        "证照24",
        "03-15",
        "已于 2026-03-08 到期",
    ):
        assert said in text, said


def test_sixty_certificates_stand_on_one_page_more_take_two_and_none_take_one(session):
    assert len(pages(timeline_pdf(certificate_timeline.timeline(session, CLERK, today=TODAY)))) == 1
    for number in range(60):
        certificate(session, name=f"证照{number:02}")
    assert len(pages(timeline_pdf(certificate_timeline.timeline(session, CLERK, today=TODAY)))) == 1
    for number in range(10):
        certificate(session, name=f"另一种{number:02}")
    printed = pages(timeline_pdf(certificate_timeline.timeline(session, CLERK, today=TODAY)))
    assert len(printed) == 2
    assert sum(text.count("证照0") + text.count("证照5") for text in printed) == 20


def test_a_duty_that_was_done_is_not_told_again(session):
    from models.certificate_case import CaseKind, CaseState, CertificateCase

    made = certificate(session, "business_licence", valid_from=date(2015, 5, 4), valid_to=None)
    assert staff_trainings.of(session, CLERK, made) == []
    done = CertificateCase(
        number="BL-1", kind=CaseKind.DUTY, state=CaseState.DONE, title="年报", certificate_id=made, search_text="",
        duty_code="annual_report", opened_on=TODAY, due_on=date(2026, 6, 30), duty_on=date(2026, 6, 30), closed_on=TODAY,
    )  # fmt: skip
    session.add(done)
    session.flush()
    (band,) = certificate_timeline.timeline(session, CLERK, today=TODAY).bands
    assert [mark.day for mark in band.marks] == [date(2027, 6, 30)]
    done.due_on = None
    session.flush()
    (band,) = certificate_timeline.timeline(session, CLERK, today=TODAY).bands
    assert [mark.day for mark in band.marks] == [date(2027, 6, 30)], (
        "done within its time counts without a due day"
    )


@pytest.mark.parametrize(
    ("state", "word"), [(CertificateState.REVOKED, "已撤销"), (CertificateState.IN_PROGRESS, "办理中")]
)
def test_what_does_not_hold_has_no_bar_no_duties_and_no_days_left(session, state, word):
    certificate(session, valid_from=TODAY - timedelta(days=500), state=state)
    found = certificate_timeline.timeline(session, CLERK, today=TODAY)
    (band,) = found.bands
    assert (band.first, band.last, band.marks) == (None, None, ())
    (cells,) = certificate_sheets.timeline_rows(found)
    assert (cells[3], set(cells[4:])) == (word, {""})
    (row,) = certificate_lists.certificate_list(session, CLERK, on=TODAY).rows
    assert (row.state, row.days_left) == (word, None)
    assert word in pages(timeline_pdf(found))[0]


def test_a_day_to_apply_by_that_was_missed_stands_at_the_beginning(session):
    made = certificate(session, "surveying_b", valid_to=TODAY + timedelta(days=25))
    session.get_one(Certificate, made).created_at = datetime(2025, 1, 1, tzinfo=UTC)
    session.flush()
    found = certificate_timeline.timeline(session, CLERK, today=TODAY)
    first = found.bands[0].marks[0]
    assert (first.kind, first.day, first.late) == (CertificateMark.APPLY, TODAY - timedelta(days=5), True)
    assert "最迟申请延续" in str(certificate_sheets.timeline_rows(found)[0][4])
    start = case_starts.begin(session, CLERK, CaseStart(certificate_id=made), today=TODAY)
    certificate_cases.save(session, CLERK, start, today=TODAY)
    kinds = [mark.kind for mark in certificate_timeline.timeline(session, CLERK, today=TODAY).bands[0].marks]
    assert CertificateMark.APPLY not in kinds, "it is being applied for"


def test_scans_of_the_sample_are_real_files():
    page = CertificatePage("乙级测绘资质证书", "乙测资字1", "武汉云图", "自然资源厅", "工程测量", TODAY, None)
    (text,) = pages(page_pdf(page))
    assert "乙测资字1" in text
    assert "长期" in text
    assert page_png(page).startswith(b"\x89PNG")
