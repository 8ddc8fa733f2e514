"""An own Word template is kept in the database, for every PC of the company."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from models.audit import AuditEntry
from services import certificate_templates
from services.certificates import CertificateKind
from tests.test_certificates import own_template


@pytest.fixture
def session(either):
    with either.write() as session:
        yield session


def test_an_own_template_is_the_companys_and_not_this_computers(session, administrator, tmp_path):
    path = tmp_path / "own.docx"
    own_template(path, "证明：{{ name }}")
    folder = session.info["database"].folder / "templates"
    certificate_templates.replace_template(session, administrator, CertificateKind.EMPLOYMENT, path)
    assert not folder.exists()
    assert certificate_templates.template(session, CertificateKind.EMPLOYMENT) == path.read_bytes()
    certificate_templates.restore_template(session, administrator, CertificateKind.EMPLOYMENT)
    folder.mkdir()
    older = folder / "employment.docx"  # as programs before this one kept it
    older.write_bytes(path.read_bytes())
    assert certificate_templates.is_own(session, CertificateKind.EMPLOYMENT)
    certificate_templates.restore_template(session, administrator, CertificateKind.EMPLOYMENT)
    assert not older.exists()
    assert not certificate_templates.is_own(session, CertificateKind.EMPLOYMENT)
    certificate_templates.restore_template(session, administrator, CertificateKind.LEAVING)
    said = session.scalars(select(AuditEntry.changes).where(AuditEntry.record_kind == "setting")).all()
    assert len(said) == 2
    assert all("base64" not in str(change) for change in said)
