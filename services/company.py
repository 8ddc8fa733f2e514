"""The company itself 公司: one record, whose name and tax number must stand on every invoice."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.people import Company
from services import audit
from services.errors import Refused
from services.invoices.numbers import tax_id_problem
from services.permissions import Actor, Permission, requires
from services.records import required, tidy


@dataclass(frozen=True, slots=True)
class CompanyDraft:
    """The company as typed; `id` is None until it was saved once."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    tax_id: str = ""
    address: str = ""
    phone: str = ""


@requires(Permission.COMPANY_SEE)
def get(session: Session, actor: Actor) -> CompanyDraft:  # noqa: ARG001 - the permission needs it
    """The company; an empty draft before anybody has entered it."""
    company = _only(session)
    if company is None:
        return CompanyDraft()
    return CompanyDraft(
        company.id, company.version, company.name, company.tax_id, company.address, company.phone
    )


@requires(Permission.COMPANY_EDIT)
def save(session: Session, actor: Actor, draft: CompanyDraft) -> int:
    """Store the company; returns its id. Raises Refused "record.required" (name), "record.stale"."""
    company = _only(session)
    if (company.version if company else None) != draft.version:
        raise Refused("record.stale")
    company = company or Company()
    company.name = required(draft.name, "name")
    company.tax_id = tidy(draft.tax_id, "tax_id").replace(" ", "").upper()
    company.address = tidy(draft.address, "address")
    company.phone = tidy(draft.phone, "phone")
    audit.record(session, actor, "create" if draft.id is None else "edit", company)
    session.flush()
    return company.id


def doubts(draft: CompanyDraft) -> dict[str, str]:
    """Fields that look wrong but may be right: `tax_id` → "length", "characters", "check_digit", "organisation"."""
    problem = tax_id_problem(draft.tax_id) if draft.tax_id.strip() else None
    return {} if problem is None else {"tax_id": problem}


def _only(session: Session) -> Company | None:
    return session.scalar(select(Company).order_by(Company.id).limit(1))
