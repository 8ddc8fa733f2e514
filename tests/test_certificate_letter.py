"""A certificate on paper: as many pages as it takes, and never an empty one."""

from __future__ import annotations

import pypdfium2
import pytest

from services.errors import Refused
from services.reports.certificate_form import Letter, Line, certificate_pdf


def test_a_long_certificate_goes_on_on_the_next_page():
    pdf = certificate_pdf(Letter(tuple(Line("很长的一段话" * 40) for _ in range(12))))
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) > 1
    document.close()
    with pytest.raises(Refused):
        certificate_pdf(Letter((Line(" "),)))
