"""What a limit is found by, and what each kind of limit needs to say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.expense_category import ExpenseCategory
from models.policy import ExpensePolicy, PolicyKind
from services.database import Session
from services.permissions import open_to_all

# which of amount (yuan), count and words a kind of limit cannot do without
NEEDS: Mapping[PolicyKind, tuple[str, ...]] = MappingProxyType(
    {
        PolicyKind.CATEGORY_PER_PAPER: ("amount", "category_id"),
        PolicyKind.CATEGORY_PER_MONTH: ("amount", "category_id"),
        PolicyKind.LODGING_PER_NIGHT: ("amount",),
        PolicyKind.MEAL_PER_DAY: ("amount",),
        PolicyKind.LOCAL_PER_DAY: ("amount",),
        PolicyKind.SEAT: ("words",),
        PolicyKind.PER_HEAD: ("amount",),
        PolicyKind.INVOICE_AGE: ("count",),
        PolicyKind.CONSECUTIVE: ("count",),
        PolicyKind.WEEKEND: (),
        PolicyKind.SPLIT: ("amount", "count"),
    }
)
CHINESE: Mapping[PolicyKind, str] = MappingProxyType(
    {
        PolicyKind.CATEGORY_PER_PAPER: "单张限额",
        PolicyKind.CATEGORY_PER_MONTH: "每月限额",
        PolicyKind.LODGING_PER_NIGHT: "住宿标准",
        PolicyKind.MEAL_PER_DAY: "伙食补助",
        PolicyKind.LOCAL_PER_DAY: "市内交通补助",
        PolicyKind.SEAT: "席别标准",
        PolicyKind.PER_HEAD: "招待人均",
        PolicyKind.INVOICE_AGE: "发票时限",
        PolicyKind.CONSECUTIVE: "连号发票",
        PolicyKind.WEEKEND: "周末节假日",
        PolicyKind.SPLIT: "拆单",
    }
)


@open_to_all("a step of saving a limit, which has its permission")
def search_words(session: Session, policy: ExpensePolicy) -> tuple[str, ...]:
    """The words a limit is found by: its kind in both languages, its category, what it says and where it comes from."""
    category = session.get(ExpenseCategory, policy.category_id) if policy.category_id else None
    name = category.name if category else ""
    return policy.kind.value, CHINESE[policy.kind], name, policy.words, policy.source
