"""Certificates say what the registers know, in Word and on paper the same, and no name or template breaks them."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from docx import Document

from models.audit import AuditEntry
from models.labour_contract import ContractKind, LabourContract
from models.payroll import BonusTax, PayrollLine, PayrollRun, RunKind, RunState
from models.people import Company, Employee
from models.personnel import PersonalFile
from models.personnel_paper import PersonnelKind
from services import certificate_templates, certificates, leaving, office_papers
from services.certificates import CertificateKind
from services.errors import Refused
from services.leaving import LeavingCheck
from services.personnel_drafts import PersonnelDraft
from services.personnel_terms import Ending
from services.reports.certificate_form import certificate_pdf
from tests import personnel
from tests.personnel import NUMBER, TODAY


@pytest.fixture
def session(database):
    with database.write() as opened:
        opened.add(Company(name="测试公司", address="光谷大道 1 号", phone="027-8"))
        yield opened


@pytest.fixture
def deciders(session):
    return personnel.set_up(session)


@pytest.fixture
def employee(session, deciders):
    worker = personnel.worker  # needs the components of pay
    found = worker(session)
    session.add(PersonalFile(employee_id=found, identity_number=NUMBER))
    session.flush()
    return found


def make(session, actor, kind, employee, **changes):
    given = {"purpose": "办理签证", "to_whom": "某某领事馆", "today": TODAY} | changes
    return certificates.certificate(session, actor, kind, employee, **given)


def text_of(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


def printed_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return found.replace("\r", "").replace("\n", "").replace(" ", "").replace("　", "")


def paid(session, employee, month: date, gross: str, state=RunState.LOCKED, kind=RunKind.REGULAR) -> None:
    run = PayrollRun(
        number=f"GZ-{month:%Y%m}-{kind}", kind=kind, month=month, due_on=month, pay_on=month, made_by_id=1,
        bonus_tax=BonusTax.SEPARATE if kind is RunKind.BONUS else None, made_by_name="陈小雨",
    )  # fmt: skip
    session.add(run)
    session.flush()
    line = PayrollLine(
        run_id=run.id, position=1, employee_id=employee, number="0050", name="李四", department_id=1,
        department_name="运营部", gross=Decimal(gross), net=Decimal(gross), tax_year=month.year, tax_month=month.month,
    )  # fmt: skip
    session.add(line)
    session.flush()
    run.state = state
    session.flush()


def test_a_certificate_of_employment_names_person_post_and_purpose(session, clerk, employee):
    made = make(session, clerk, CertificateKind.EMPLOYMENT, employee)
    text = text_of(certificate_templates.filled(session, made))
    for words in (
        "某某领事馆",
        "李四",
        NUMBER,
        "2024 年 5 月 6 日",
        "运营部",
        "测绘员",
        "全日制",
        "办理签证",
        "测试公司",
        "2026 年 3 月 12 日",
    ):
        assert words in text
    assert made.file_name == "在职证明 李四"


def test_paper_and_word_say_the_same(session, clerk, employee):
    made = make(session, clerk, CertificateKind.EMPLOYMENT, employee)
    content = certificate_templates.filled(session, made)
    pdf = certificate_pdf(certificate_templates.letter(content))
    plain = "".join(text_of(content).split()).replace("　", "")
    assert printed_text(pdf) == plain
    assert certificate_pdf(certificate_templates.letter(content)) == pdf


def test_nothing_is_said_of_a_purpose_that_was_not_given(session, clerk, employee):
    made = make(session, clerk, CertificateKind.EMPLOYMENT, employee, purpose="", to_whom=" ")
    text = text_of(certificate_templates.filled(session, made))
    assert "仅用于" not in text
    assert "：\n" not in text.split("兹证明")[0]


def test_income_is_the_average_of_the_months_that_were_paid(session, clerk, employee):
    paid(session, employee, date(2025, 12, 1), "8000.00")
    paid(session, employee, date(2026, 1, 1), "9000.01", RunState.PAID)
    paid(session, employee, date(2026, 2, 1), "99999.00", RunState.APPROVED)  # not paid yet
    paid(session, employee, date(2024, 1, 1), "1.00")  # long ago
    made = make(session, clerk, CertificateKind.INCOME, employee)
    assert (made.fields["average"], made.fields["months"]) == ("8,500.01", "2")
    text = text_of(certificate_templates.filled(session, made))
    assert "8,500.01 元（大写：捌仟伍佰元零壹分）" in text
    assert "2025 年 12 月至 2026 年 1 月" in text
    assert "8" not in made.file_name


def test_the_newest_paid_month_counts_and_the_bonus_of_a_year_once(session, clerk, employee):
    this, january = TODAY.replace(day=1), TODAY.replace(month=1, day=1)
    paid(session, employee, january, "6000.00")
    paid(session, employee, january, "12000.00", kind=RunKind.BONUS)
    paid(session, employee, this, "500.00", kind=RunKind.BONUS)  # no wages of this month yet
    assert make(session, clerk, CertificateKind.INCOME, employee).fields["year_total"] == "84,000.00"
    paid(session, employee, this, "8000.00", RunState.PAID)
    fields = make(session, clerk, CertificateKind.INCOME, employee).fields
    assert fields["to_month"] == f"{this.year} 年 {this.month} 月"
    assert [fields[name] for name in ("months", "average", "year_total")] == ["2", "13,250.00", "96,500.00"]


def test_income_is_certified_by_those_who_may_see_pay_only(session, administrator, employee):
    paid(session, employee, date(2026, 1, 1), "9000.00")
    with pytest.raises(Refused) as refused:
        make(session, administrator, CertificateKind.INCOME, employee)
    assert refused.value.code == "permission.denied"


def test_who_was_never_paid_has_no_income_to_certify(session, clerk, employee):
    with pytest.raises(Refused) as refused:
        make(session, clerk, CertificateKind.INCOME, employee)
    assert refused.value.code == "certificate.no_pay"


def leaver(employee: int, ending: Ending) -> PersonnelDraft:
    return PersonnelDraft(
        kind=PersonnelKind.LEAVE, employee_id=employee, effective_on=date(2026, 3, 10), ending=ending
    )


@pytest.mark.parametrize(("ending", "word"), [(Ending.RESIGNED, "解除"), (Ending.EXPIRED, "终止")])
def test_a_certificate_of_leaving_has_the_four_contents_of_article_24(
    session, clerk, deciders, employee, ending, word
):
    contract = {"number": "HT-1", "employee_id": employee, "kind": ContractKind.FIXED_TERM}
    session.add(LabourContract(**contract, from_on=date(2024, 5, 6), to_on=date(2027, 5, 5)))
    personnel.approved(session, clerk, deciders, leaver(employee, ending))
    made = make(session, clerk, CertificateKind.LEAVING, employee)
    text = text_of(certificate_templates.filled(session, made))
    assert f"{word}劳动合同证明书" in text
    assert "2024 年 5 月 6 日至 2027 年 5 月 5 日" in text  # 劳动合同期限
    assert f"2026 年 3 月 10 日依法{word}" in text  # 日期
    assert "工作岗位为测绘员" in text
    assert "1 年 10 个月" in text  # 工作年限


def test_whoever_works_here_gets_no_certificate_of_leaving_and_the_other_way_round(session, clerk, employee):
    with pytest.raises(Refused) as refused:
        make(session, clerk, CertificateKind.LEAVING, employee)
    assert refused.value.code == "certificate.not_left"
    session.get_one(Employee, employee).left_on = date(2026, 3, 1)
    with pytest.raises(Refused) as refused:
        make(session, clerk, CertificateKind.EMPLOYMENT, employee)
    assert refused.value.code == "certificate.has_left"


def refused_leaving(session, clerk, employee) -> str:
    with pytest.raises(Refused) as refused:
        make(session, clerk, CertificateKind.LEAVING, employee)
    return refused.value.code


def test_only_an_approved_paper_of_the_last_day_is_certified(session, clerk, deciders, employee):
    draft = personnel.saved(session, clerk, leaver(employee, Ending.RESIGNED))
    assert refused_leaving(session, clerk, employee) == "certificate.not_left"
    session.get_one(Employee, employee).left_on = date(2026, 3, 10)
    assert refused_leaving(session, clerk, employee) == "certificate.no_paper"
    office_papers.submit(session, clerk, personnel.KIND, draft.id, draft.version, personnel.click())
    assert refused_leaving(session, clerk, employee) == "certificate.no_paper"
    for decider in deciders:
        personnel.decide(session, decider, draft)
    assert make(session, clerk, CertificateKind.LEAVING, employee).fields["left_on"] == "2026 年 3 月 10 日"
    session.get_one(Employee, employee).left_on = date(2026, 3, 11)
    assert refused_leaving(session, clerk, employee) == "certificate.no_paper"


def test_somebody_who_works_here_again_gets_no_certificate_of_leaving(session, clerk, deciders, employee):
    personnel.approved(session, clerk, deciders, leaver(employee, Ending.RESIGNED))
    personnel.approved(session, clerk, deciders, personnel.joiner(name="李四", effective_on=TODAY))
    assert refused_leaving(session, clerk, employee) == "certificate.not_left"


def test_a_last_day_to_come_is_not_certified_yet(session, clerk, deciders, employee):
    later = date(2026, 3, 31)
    personnel.approved(
        session, clerk, deciders, replace(leaver(employee, Ending.RESIGNED), effective_on=later)
    )
    assert refused_leaving(session, clerk, employee) == "certificate.not_left"


def test_issuing_is_written_down_and_ticks_the_leaver_s_list(session, clerk, deciders, employee):
    paper = personnel.approved(session, clerk, deciders, leaver(employee, Ending.RESIGNED))
    certificates.issue(session, clerk, CertificateKind.LEAVING, employee, purpose="", to_whom="", today=TODAY)
    rows = {row.check: row for row in leaving.checklist(session, clerk, paper.id, today=TODAY)}
    assert rows[LeavingCheck.CERTIFICATE].done_on == TODAY
    entry = session.query(AuditEntry).filter_by(action="certify").one()
    assert entry.changes["certificate"] == "leaving"


@pytest.mark.parametrize("name", ["<李>四 & 子", "{{ 7*7 }}", "A\x07B"])
def test_signs_in_a_name_stay_signs(session, clerk, employee, name):
    session.get_one(Employee, employee).name = name
    made = make(session, clerk, CertificateKind.EMPLOYMENT, employee)
    assert name.replace("\x07", "") in text_of(certificate_templates.filled(session, made)).replace(
        "\x07", ""
    )


def own_template(path, text: str) -> None:
    document = Document()
    document.add_paragraph(text)
    document.save(path)


def test_the_company_s_own_template_is_used_until_it_is_taken_back(
    session, clerk, administrator, employee, tmp_path
):
    path = tmp_path / "own.docx"
    own_template(path, "证明：{{ name }} 在 {{ company }}")
    certificate_templates.replace_template(session, administrator, CertificateKind.EMPLOYMENT, path)
    assert certificate_templates.is_own(session, CertificateKind.EMPLOYMENT)
    made = make(session, clerk, CertificateKind.EMPLOYMENT, employee)
    assert text_of(certificate_templates.filled(session, made)) == "证明：李四 在 测试公司"
    certificate_templates.restore_template(session, administrator, CertificateKind.EMPLOYMENT)
    assert "兹证明" in text_of(certificate_templates.filled(session, made))


@pytest.mark.parametrize(
    "text",
    [
        "{{ unknown }}",
        "{{ name",
        "{{ name.__class__.__mro__ }}",
        "{% for x in range(9) %}{{ x }}{% endfor %}",
    ],
)
def test_a_template_that_cannot_be_filled_is_not_taken(session, administrator, tmp_path, text):
    path = tmp_path / "bad.docx"
    own_template(path, text)
    with pytest.raises(Refused) as refused:
        certificate_templates.replace_template(session, administrator, CertificateKind.INCOME, path)
    assert refused.value.code == "certificate.bad_template"
    assert not certificate_templates.is_own(session, CertificateKind.INCOME)


def test_what_is_no_word_file_or_a_bomb_is_not_taken(session, administrator, tmp_path):
    plain, bomb, empty = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"
    plain.write_text("keine Datei", encoding="utf-8")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (certificate_templates.LARGEST_UNPACKED + 1))
    with zipfile.ZipFile(empty, "w") as package:
        package.writestr("a", "b")
    for path in (plain, bomb, empty, tmp_path / "missing.docx"):
        with pytest.raises(Refused) as refused:
            certificate_templates.replace_template(session, administrator, CertificateKind.INCOME, path)
        assert refused.value.code == "certificate.bad_template"


def test_only_who_may_change_settings_replaces_a_template(session, clerk, tmp_path):
    path = tmp_path / "own.docx"
    own_template(path, "{{ name }}")
    with pytest.raises(Refused) as refused:
        certificate_templates.replace_template(session, clerk, CertificateKind.INCOME, path)
    assert refused.value.code == "permission.denied"
    certificate_templates.copy_template(session, clerk, CertificateKind.INCOME, tmp_path / "copy.docx")
    assert "收 入 证 明" in text_of((tmp_path / "copy.docx").read_bytes())
