"""Which reader a file belongs to, by its first bytes and never by its name."""

from __future__ import annotations

from services.errors import Refused
from services.invoices.draft import Draft
from services.invoices.model import ReadInvoice

LARGEST = 50 * 1024 * 1024
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"GIF8")


def read_content(content: bytes) -> ReadInvoice:
    """The invoice in a file's bytes.

    Raises Refused: invoice.empty, too_large, wrong_type, damaged, encrypted, unpacks_too_large, entities, unreadable
    (neither text nor a QR code), not_an_invoice.
    """
    if not content.strip(b"\x00 \t\r\n"):
        raise Refused("invoice.empty")
    if len(content) > LARGEST:
        raise Refused("invoice.too_large", limit="50 MB")
    draft = Draft()
    if not _read(content, draft):
        raise Refused("invoice.unreadable")
    witnessed = draft.qr_seen or draft.has("kind") or draft.has("code", "number", "check_code")
    if not witnessed and not any(o.source.where in {"xml", "xbrl"} for o in draft.offers.get("number", [])):
        raise Refused("invoice.not_an_invoice")
    return draft.finish()


def _read(content: bytes, draft: Draft) -> bool:
    start = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if b"%PDF-" in content[:1024]:
        from services.invoices.pdf import read_pdf

        return read_pdf(content, draft)
    if content.startswith(b"PK"):
        from services.invoices.ofd import read_ofd

        read_ofd(content, draft)
        return True
    if content.startswith(_PICTURES):
        from services.invoices.image import read_image

        return read_image(content, draft)
    if start.startswith(b"<") or content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        if start[:15].lower().startswith((b"<!doctype html", b"<html")):
            raise Refused("invoice.wrong_type")
        from services.invoices.xml import read_xml

        read_xml(content, draft)
        return True
    raise Refused("invoice.wrong_type")
