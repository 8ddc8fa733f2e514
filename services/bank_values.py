"""What may stand in a column of a bank's file, and how its text is written."""

from __future__ import annotations

from enum import StrEnum


class BankValue(StrEnum):
    """Fields of a payment line, of its batch, of the account that pays, or a fixed text."""

    POSITION = "position"
    PAYEE_NAME = "payee_name"
    BANK_ACCOUNT = "bank_account"
    BANK_NAME = "bank_name"
    AMOUNT = "amount"
    PURPOSE = "purpose"
    CLAIM_NUMBER = "claim_number"
    PURPOSE_AND_NUMBER = "purpose_and_number"
    BATCH_NUMBER = "batch_number"
    PAID_ON = "paid_on"
    OWN_ACCOUNT = "own_account"
    OWN_HOLDER = "own_holder"
    OWN_BANK = "own_bank"
    TEXT = "text"


class FileEncoding(StrEnum):
    """How the signs of a CSV file are written: 国标 18030, GBK, UTF-8."""

    GB18030 = "gb18030"
    GBK = "gbk"
    UTF_8 = "utf-8-sig"


def stored(value: BankValue, text: str) -> str:
    """A column's value as it is kept: the field's name, or the fixed text in quotation marks."""
    return f'"{text}"' if value is BankValue.TEXT else value.value


def read(value: str) -> tuple[BankValue, str]:
    """The field and the fixed text that `stored` kept."""
    if value.startswith('"'):
        return BankValue.TEXT, value[1:-1]
    return BankValue(value), ""
