"""The words of a pay template: marks that are filled in, and who stands behind the words of the signature line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from services.errors import Refused

MARKS = ("{类别}", "{年月}", "{年}", "{公司}")
_MARK = re.compile(r"\{[^{}]*\}|[{}]")
MADE, CHECKED, APPROVED, PAID = "made", "checked", "approved", "paid"
USUAL_APPROVED = "审批"  # stands for every level by its own name
_ROLES: Mapping[str, str] = {
    **dict.fromkeys(("制表", "制表人", "制单", "编制"), MADE),
    **dict.fromkeys(("复核", "复核人", "审核", "审核人", "核对"), CHECKED),
    **dict.fromkeys((USUAL_APPROVED, "审批人", "批准", "批准人", "核准"), APPROVED),
    **dict.fromkeys(("发放", "发放人", "出纳"), PAID),
}


def refuse_unknown_marks(text: str, field: str) -> None:
    """Raises Refused "pay_template.mark" (mark, marks) for a mark nobody fills in."""
    unknown = next((mark for mark in _MARK.findall(text) if mark not in MARKS), None)
    if unknown:
        raise Refused("pay_template.mark", field=field, mark=unknown, marks=" ".join(MARKS))


def marked(text: str, *, kind: str = "", month: str = "", year: str = "", company: str = "") -> str:
    """The text with its marks filled in."""
    for mark, value in zip(MARKS, (kind, month, year, company), strict=True):
        text = text.replace(mark, value)
    return text


def signed(
    words: Sequence[str], who: Mapping[str, str], levels: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """The signature line: `who` by role, `levels` of the approval with their names; other words wait for a hand."""
    found: list[str] = []
    for word in words:
        role = _ROLES.get(word, "")
        if role != APPROVED:
            found.append(f"{word}：{who.get(role, '')}")
        elif word == USUAL_APPROVED and levels:
            found += [f"{label or word}：{told}" for label, told in levels]
        else:
            found.append(f"{word}：{'、'.join(told for _, told in levels if told)}")
    return tuple(found)
