"""Papers of a case: which its steps need, in hand or faulty, handed in complete or with a reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from models.certificate_case import CaseKind, CertificateCase, PaperState
from services import attachments, case_acts, case_details, case_forms, case_papers, certificate_cases
from services.case_details import CaseAction
from services.case_paper_list import names_of
from services.certificate_cases import CaseDraft, StepDraft
from services.errors import Refused
from services.reports.case_form import case_pdf
from tests import certificates
from tests.certificates import CLERK, click
from tests.conftest import TODAY

DAY = timedelta(days=1)
STEPS = (
    StepDraft(name="准备", papers="申请表、章程修正案"),
    StepDraft(name="递交", papers="申请表，营业执照"),
)


@pytest.fixture
def session(either):
    with either.write() as opened:
        certificates.set_up(opened)
        yield opened


@pytest.fixture
def case(session) -> CertificateCase:
    draft = CaseDraft(kind=CaseKind.APPLICATION, title="新申请", opened_on=TODAY - 9 * DAY, steps=STEPS)
    return session.get_one(CertificateCase, certificate_cases.save(session, CLERK, draft, today=TODAY))


def detail(session, case):
    return case_details.detail(session, CLERK, case.id, today=TODAY)


def mark(session, case, name: str, state=PaperState.IN_HAND, **fields) -> int:
    paper = next(one for one in detail(session, case).papers if one.name == name)
    return case_papers.mark(session, CLERK, case.id, case.version, paper.id, state=state, **fields)


def submit(session, case, **fields) -> int:
    given = {"day": TODAY, "command_id": click(), "today": TODAY} | fields
    return case_papers.submit(session, CLERK, case.id, case.version, **given)


def refusal(act) -> Refused:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


def test_every_paper_that_a_step_names_is_listed_once_and_none_is_there_yet(session, case):
    assert names_of(["申请表、章程；照片", " 章程,照片\n合同"]) == ["申请表", "章程", "照片", "合同"]
    found = detail(session, case).papers
    assert [one.name for one in found] == ["申请表", "章程修正案", "营业执照"]
    assert {one.state for one in found} == {PaperState.OPEN}


def test_a_paper_keeps_its_state_when_the_steps_are_typed_again(session, case):
    mark(session, case, "申请表")
    draft = certificate_cases.get(session, CLERK, case.id)
    certificate_cases.save(session, CLERK, replace(draft, steps=draft.steps[1:]), today=TODAY)
    assert [(one.name, one.state) for one in detail(session, case).papers] == [
        ("申请表", PaperState.IN_HAND),
        ("营业执照", PaperState.OPEN),
    ]


def test_a_faulty_paper_says_what_is_wrong_and_its_file_may_go_again(session, case, tmp_path):
    assert refusal(lambda: mark(session, case, "申请表", PaperState.FAULTY)).code == "case.paper_fault"
    scan = tmp_path / "申请表.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    file = attachments.store(session, CLERK, "certificate_case", case.id, scan)
    other = attachments.store(session, CLERK, "certificate", 1, scan)
    strange = refusal(lambda: mark(session, case, "申请表", attachment_id=other.id))
    assert (strange.code, strange.field) == ("record.gone", "attachment_id")
    mark(session, case, "申请表", PaperState.FAULTY, remark="缺公章", attachment_id=file.id)
    shown = detail(session, case).papers[0]
    assert (shown.remark, shown.file) == ("缺公章", "申请表.pdf")
    attachments.remove(session, CLERK, file.id)
    session.expire_all()
    assert detail(session, case).papers[0].file == ""


def test_papers_are_handed_in_complete_or_with_a_reason(session, case):
    mark(session, case, "申请表")
    found = refusal(lambda: submit(session, case))
    assert (found.code, found.field) == ("case.papers_missing", "reason")
    assert found.values == {"names": "章程修正案、营业执照"}
    submit(session, case, reason="窗口同意容缺受理")
    shown = detail(session, case)
    assert (shown.submitted_on, shown.submitted_without) == (TODAY, "窗口同意容缺受理")
    assert CaseAction.UNSUBMIT in shown.actions
    assert CaseAction.SUBMIT not in shown.actions
    assert refusal(lambda: submit(session, case)).values == {"day": TODAY}
    case_papers.unsubmit(session, CLERK, case.id, case.version)
    for name in ("章程修正案", "营业执照"):
        mark(session, case, name)
    command = click()
    submit(session, case, day=TODAY - DAY, command_id=command)
    submit(session, case, day=TODAY, command_id=command)
    assert (case.submitted_on, case.submitted_without) == (TODAY - DAY, "")


def test_the_day_is_a_possible_one_and_a_closed_case_stays(session, case):
    assert refusal(lambda: submit(session, case, day=TODAY + DAY)).code == "case.future"
    assert refusal(lambda: submit(session, case, day=TODAY - 10 * DAY)).code == "case.early"
    strange = refusal(
        lambda: case_papers.mark(session, CLERK, case.id, case.version, 999, state=PaperState.IN_HAND)
    )
    assert strange.code == "record.gone"
    case_acts.finish(session, CLERK, case.id, case.version, day=TODAY, command_id=click(), today=TODAY)
    assert refusal(lambda: mark(session, case, "申请表")).code == "case.closed"


def test_the_printed_sheet_tells_where_every_paper_stands(session, case):
    mark(session, case, "申请表")
    mark(session, case, "章程修正案", PaperState.FAULTY, remark="缺页")
    form = case_forms.printed(session, CLERK, case.id, today=TODAY)
    assert form.papers == (
        ("1", "申请表", "√ 已备齐", "", ""),
        ("2", "章程修正案", "× 有问题", "", "缺页"),
        ("3", "营业执照", "□ 待收集", "", ""),
    )
    assert case_pdf([form]).startswith(b"%PDF")


def test_every_page_of_a_long_sheet_has_the_table_s_heading_and_how_many_there_are(session, case):
    form = case_forms.printed(session, CLERK, case.id, today=TODAY)
    steps = tuple((str(place), f"步骤{place}", "", "", "", "") for place in range(1, 31))
    long = printed_pages([replace(form, steps=steps)])
    assert len(long) >= 3
    for number, text in enumerate(long, 1):
        assert f"第 {number} 页 / 共 {len(long)} 页" in text
        assert ("办理步骤" in text) == bool(re.search(r"步骤\d", text))
    assert "办理步骤" in long[1]
    feet = [re.findall(r"第 \d 页 / 共 \d 页", text) for text in printed_pages([form, form])]
    assert feet == [["第 1 页 / 共 2 页"], ["第 2 页 / 共 2 页"]] * 2


def printed_pages(forms) -> list[str]:
    with pypdfium2.PdfDocument(case_pdf(forms)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_case_with_papers_is_deleted_whole(session, case):
    mark(session, case, "申请表")
    certificate_cases.remove(session, CLERK, case.id, case.version)
    assert session.get(CertificateCase, case.id) is None
