"""Lends pdfium the bundled Chinese font: without any, it drops the single characters of fonts that are not embedded."""

from __future__ import annotations

import ctypes
import functools
import sys
from pathlib import Path
from typing import Any, ClassVar

_FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
_CHINESE = {134, 136}  # FXFONT_GB2312_CHARSET, FXFONT_CHINESEBIG5_CHARSET
_OURS = 0x0FD5  # a handle that no list of fonts uses: handles are addresses or small counts
_kept: list[Any] = []  # pdfium calls back for as long as the process lives


class _Lender:
    """pdfium's own font list, with one font more."""

    def __init__(self, info: Any, types: dict[str, Any]) -> None:
        self._default = {
            name: types[name](ctypes.cast(getattr(info, name), ctypes.c_void_p).value or 0)
            for name in self.ANSWERS
        }

    def map_font(self, *asked: Any) -> int | None:
        handle: int | None = self._default["MapFont"](*asked)
        return handle or (_OURS if asked[3] in _CHINESE else None)

    def font_data(self, this: Any, handle: int, table: int, buffer: Any, size: int) -> int:
        if handle != _OURS:
            return int(self._default["GetFontData"](this, handle, table, buffer, size))
        data = _font_data(table)
        if buffer and size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    def face_name(self, this: Any, handle: int, buffer: Any, size: int) -> int:
        return 0 if handle == _OURS else int(self._default["GetFaceName"](this, handle, buffer, size))

    def charset(self, this: Any, handle: int) -> int:
        return min(_CHINESE) if handle == _OURS else int(self._default["GetFontCharset"](this, handle))

    def delete(self, this: Any, handle: int) -> None:
        if handle != _OURS:
            self._default["DeleteFont"](this, handle)

    ANSWERS: ClassVar = {
        "MapFont": map_font,
        "GetFontData": font_data,
        "GetFaceName": face_name,
        "GetFontCharset": charset,
        "DeleteFont": delete,
    }


@functools.cache
def lend_font() -> None:
    """Answer pdfium's search for a Chinese font with ours when the system has none; once per process.

    Linux only: the other systems bring Chinese fonts.
    """
    if sys.platform != "linux":
        return
    import pypdfium2.raw as pdfium

    found = pdfium.FPDF_GetDefaultSystemFontInfo()
    if not found or not _FONT.exists():
        return
    types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    lender = _Lender(found.contents, types)
    for name, answer in _Lender.ANSWERS.items():
        wrapped = types[name](answer.__get__(lender))
        _kept.append(wrapped)
        setattr(found.contents, name, wrapped)
    _kept.append(found)
    pdfium.FPDF_SetSystemFontInfo(found)


@functools.cache
def _font_data(table: int) -> bytes:
    font = _FONT.read_bytes()
    if table == 0:
        return font
    tag = table.to_bytes(4, "big")
    for start in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[start : start + 4] == tag:
            offset, length = (int.from_bytes(font[start + at : start + at + 4], "big") for at in (8, 12))
            return font[offset : offset + length]
    return b""
