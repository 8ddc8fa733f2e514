"""Passwords: Argon2id, and what a new one must be."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from services.errors import Refused

SHORTEST = 8
_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """The Argon2id hash of `password` with the library's parameters (RFC 9106, low-memory profile): 0.1-0.2 s."""
    return _HASHER.hash(password)


def verify_password(password_hash: str, password: str) -> bool:
    """Whether `password` is the one; takes as long for a wrong one, and for a hash that is none."""
    try:
        return _HASHER.verify(password_hash, password)
    except InvalidHashError:
        _HASHER.verify(_nobody(), "nobody")
    except VerificationError:
        pass
    return False


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(password_hash)


def check_new(password: str, login: str) -> None:
    """Refuse a new password that is shorter than 8 signs ("user.password_short") or the login ("user.password_login").

    Length counts and composition does not: NIST SP 800-63B, 5.1.1.2.
    """
    if len(password) < SHORTEST:
        raise Refused("user.password_short", field="password", shortest=SHORTEST)
    if password.casefold() == login.casefold():
        raise Refused("user.password_login", field="password")


@cache
def _nobody() -> str:
    return hashed("nobody")
