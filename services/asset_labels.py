"""Labels of assets 资产标签: what stands on them, and finding the card of one that was read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from models.asset_class import Place
from models.fixed_asset import FixedAsset
from models.people import Company, Department, Employee
from services.asset_codes import code_text, company_marks, read_code
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice
from services.reports.asset_labels import AssetLabel, LabelSet, label_sizes

MOST = 20_000
_CHUNK = 500


@open_to_all("the company's name stands on every paper it prints")
def marks(session: Session) -> tuple[str, ...]:
    """The marks on labels of this company."""
    row = session.execute(select(Company.name, Company.tax_id).order_by(Company.id)).first()
    return company_marks(row[0], row[1] or "") if row else company_marks("", "")


@requires(Permission.ASSET_SEE)
def labels(session: Session, actor: Actor, asset_ids: Sequence[int]) -> LabelSet:  # noqa: ARG001 - the permission needs it
    """The labels of these cards in this order. Raises Refused "asset.nothing_chosen", "asset.too_many" (most)."""
    ids = list(dict.fromkeys(asset_ids))
    if not ids:
        raise Refused("asset.nothing_chosen")
    if len(ids) > MOST:
        raise Refused("asset.too_many", most=MOST)
    mark = marks(session)[0]
    found: dict[int, AssetLabel] = {}
    for start in range(0, len(ids), _CHUNK):
        rows = session.execute(
            select(
                FixedAsset.id, FixedAsset.number, FixedAsset.name, FixedAsset.specification,
                Department.name, Employee.name, Place.path, FixedAsset.start_on,
            )
            .outerjoin(Department, Department.id == FixedAsset.department_id)
            .outerjoin(Employee, Employee.id == FixedAsset.employee_id)
            .outerjoin(Place, Place.id == FixedAsset.place_id)
            .where(FixedAsset.id.in_(ids[start : start + _CHUNK]))
        )  # fmt: skip
        for row in rows:
            holder = " ".join(part for part in (row[4], row[5]) if part)
            found[row[0]] = AssetLabel(
                code_text(mark, row[1]), row[1], row[2], row[3], holder, row[6] or "", row[7]
            )
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return LabelSet(company, tuple(found[each] for each in ids if each in found))


LABEL_TITLES = ("资产编号", "名称", "规格型号", "使用部门/人", "存放地点", "启用日期", "二维码内容")


@requires(Permission.ASSET_SEE)
def label_rows(session: Session, actor: Actor, asset_ids: Sequence[int]) -> list[tuple[object, ...]]:
    """The labels as a list for the program of a label printer: what stands on each, and the text of its code.

    Raises what `labels` raises.
    """
    return [
        (one.number, one.name, one.specification, one.holder, one.place, one.start_on, one.code)
        for one in labels(session, actor, asset_ids).labels
    ]


@requires(Permission.ASSET_SEE)
def size_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - every field's choices are asked like this
    """The sizes of labels by their place in the list."""
    return [Choice(place, f"{size.name} mm", "", size.name) for place, size in enumerate(label_sizes(), 1)]


@requires(Permission.ASSET_SEE)
def find(session: Session, actor: Actor, text: str) -> int:  # noqa: ARG001 - the permission needs it
    """The card whose label was read, or whose number or serial number was typed.

    Raises Refused "asset_label.empty", "asset_label.foreign" (number), "asset_label.unknown" (text).
    """
    code = read_code(text, marks(session))
    if not code.number:
        raise Refused("asset_label.empty")
    if code.foreign:
        raise Refused("asset_label.foreign", number=code.number)
    wanted = {code.number, code.number.upper()}
    asked = select(FixedAsset.id).order_by(FixedAsset.id.desc()).limit(1)
    found = session.scalar(asked.where(FixedAsset.number.in_(wanted)))
    if found is None:
        found = session.scalar(asked.where(FixedAsset.serial_number.in_(wanted)))
    if found is None:
        raise Refused("asset_label.unknown", text=code.number)
    return found


@requires(Permission.ASSET_SEE)
def find_first(session: Session, actor: Actor, texts: Sequence[str]) -> int:
    """The card of the first of several codes in a picture that names one of ours; what the first was refused for else.

    The bars beside another company's QR are its own, whatever card of ours has that number too.
    """
    known = marks(session)
    codes = [read_code(text, known) for text in texts]
    if any(code.foreign for code in codes):
        codes.sort(key=lambda code: code.foreign)
        codes = [code for code in codes if code.marked]
    refused: Refused | None = None
    for code in codes:
        try:
            return find(session, actor, code.text)
        except Refused as error:
            refused = refused or error
    raise refused or Refused("asset_label.no_code")
