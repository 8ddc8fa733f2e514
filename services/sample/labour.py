"""The sample's chains of labour contracts: three years, three years, then without an end; agreements beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.labour_contract import ContractAct, ContractKind
from services.labour_law import add_months, contract_end

_TERM = 36
_DAY = timedelta(days=1)
_SECRETS = ("研发", "总经理", "经理")
_COMPETE = frozenset({"周凯", "何志远"})


@dataclass(frozen=True, slots=True)
class Ends:
    """`unsigned`: the last renewal still waits for a signature; `stays`: nothing follows the term that is over."""

    unsigned: bool = False
    stays: bool = False


def chain_of(name: str, post: str, hired_on: date, today: date, ends: Ends) -> Iterator[dict[str, Any]]:
    """The contracts of a person in order, as values of their columns; `main` tells the chain from what stands beside."""
    links = list(_main(hired_on, today, ends))
    if ends.unsigned:
        links[-1]["signed_on"] = None
    yield from links
    if any(word in post for word in _SECRETS):
        yield _link(ContractKind.NDA, hired_on, None, main=False)
    if name in _COMPETE:
        yield _link(ContractKind.NON_COMPETE, hired_on, None, main=False)


def _main(first: date, today: date, ends: Ends) -> Iterator[dict[str, Any]]:
    last = contract_end(first, _TERM)
    yield _link(ContractKind.FIXED_TERM, first, last, probation_until=add_months(first, 3) - _DAY)
    if last >= today or ends.stays:
        return
    first, last = last + _DAY, contract_end(last + _DAY, _TERM)
    yield _link(ContractKind.FIXED_TERM, first, last, act=ContractAct.RENEWED)
    if last < today:
        yield _link(ContractKind.OPEN_ENDED, last + _DAY, None, act=ContractAct.RENEWED)


def _link(
    kind: ContractKind,
    first: date,
    last: date | None,
    *,
    act: ContractAct = ContractAct.NEW,
    probation_until: date | None = None,
    main: bool = True,
) -> dict[str, Any]:
    return {
        "kind": kind,
        "act": act,
        "signed_on": first if act is ContractAct.NEW else first - 10 * _DAY,
        "from_on": first,
        "to_on": last,
        "probation_until": probation_until,
        "notice_on": None,
        "ended_on": None,
        "end_reason": "",
        "note": "",
        "main": main,
    }
