"""The Word templates of certificates: the usual ones, the company's own, and a certificate filled into one."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from services import durable, settings
from services.certificates import Certificate, CertificateKind
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.reports.certificate_form import Letter, Line

USUAL = Path(__file__).resolve().parent.parent / "resources" / "templates"
LARGEST, LARGEST_UNPACKED, MOST_PARTS = 2 << 20, 60 << 20, 500
_FIELDS = (
    "name", "number", "identity_number", "department", "post", "employment", "hired_on", "company", "address", "phone",
    "tax_id", "purpose", "to_whom", "date", "months", "from_month", "to_month", "average", "capitals", "year_total",
    "ended", "left_on", "term", "worked",
)  # fmt: skip


@open_to_all("what stands in a template is no secret; only what fills it is")
def template(session: Session, kind: CertificateKind) -> bytes:
    """The company's own template of a kind, else the usual one."""
    own = _own(session, kind)
    return own if own is not None else (USUAL / f"{kind.value}.docx").read_bytes()


@open_to_all("what stands in a template is no secret; only what fills it is")
def is_own(session: Session, kind: CertificateKind) -> bool:
    """Whether the company replaced the usual template."""
    return _own(session, kind) is not None


@requires(Permission.SETTING_EDIT)
def replace_template(session: Session, actor: Actor, kind: CertificateKind, path: Path) -> None:
    """Use this .docx from now on, on every PC of the company, after it was filled once for a trial.

    Raises Refused "certificate.bad_template" (problem).
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError as error:
        raise Refused("certificate.bad_template", problem=type(error).__name__) from error
    _refuse_bomb(content)
    _filled(content, dict.fromkeys(_FIELDS, "甲"))
    settings.put_file(session, actor, _name(kind), content)


@requires(Permission.SETTING_EDIT)
def restore_template(session: Session, actor: Actor, kind: CertificateKind) -> None:
    """Use the usual template again."""
    settings.put_file(session, actor, _name(kind), None)
    _older(session, kind).unlink(missing_ok=True)


@requires(Permission.PERSONNEL_SEE, Permission.SETTING_EDIT)
def copy_template(session: Session, actor: Actor, kind: CertificateKind, target: Path) -> None:  # noqa: ARG001 - the permission needs it
    """A copy of the template in use, to be changed in Word."""
    with durable.written(target) as part:
        part.write_bytes(template(session, kind))


@open_to_all("fills in what `certificates.issue` gave, which has checked")
def filled(session: Session, made: Certificate) -> bytes:
    """The certificate as .docx. Raises Refused "certificate.bad_template" (problem)."""
    return _filled(template(session, made.kind), made.fields)


def letter(content: bytes) -> Letter:
    """A .docx certificate as plain lines, so that the PDF says word for word the same."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    aligned = {WD_ALIGN_PARAGRAPH.CENTER: "centre", WD_ALIGN_PARAGRAPH.RIGHT: "right"}
    lines = []
    for paragraph in Document(BytesIO(content)).paragraphs:
        size = next((run.font.size.pt for run in paragraph.runs if run.font.size is not None), 12.0)
        bold = any(run.bold for run in paragraph.runs)
        align = aligned.get(paragraph.alignment, "left") if paragraph.alignment is not None else "left"
        indent = paragraph.paragraph_format.first_line_indent
        lines.append(Line(paragraph.text, align, bold, round(size, 1), indented=bool(indent)))
    return Letter(tuple(lines))


def _own(session: Session, kind: CertificateKind) -> bytes | None:
    """The company's own template; one of an older program lies beside the database."""
    kept = settings.get_file(session, _name(kind))
    older = _older(session, kind)
    return older.read_bytes() if kept is None and older.is_file() else kept


def _name(kind: CertificateKind) -> str:
    return f"certificate_template.{kind.value}"


def _older(session: Session, kind: CertificateKind) -> Path:
    folder: Path = session.info["database"].folder
    return folder / "templates" / f"{kind.value}.docx"


def _refuse_bomb(content: bytes) -> None:
    """A .docx is a package: neither too many parts nor too large when unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except zipfile.BadZipFile as error:
        raise Refused("certificate.bad_template", problem="docx") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refused("certificate.bad_template", problem="zip")


def _filled(content: bytes, fields: dict[str, str]) -> bytes:
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined, TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    target = BytesIO()
    try:
        document = DocxTemplate(BytesIO(content))
        document.render(fields, jinja_env=environment, autoescape=True)
        document.save(target)
    except TemplateError as error:
        raise Refused("certificate.bad_template", problem=str(error)) from error
    except Exception as error:
        raise Refused("certificate.bad_template", problem=type(error).__name__) from error
    return target.getvalue()
