"""Files of strangers as pieces that can be set on a page: PDFs page by page, pictures. Child process only."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import IO, TYPE_CHECKING

from services.assembly.fragment import Form, Piece
from services.assembly.objects import Objects
from services.errors import Refused

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image

LARGEST = 50 * 1024 * 1024
MOST_PAGES = 200
MOST_POINTS = 80_000_000
_ACROSS, _UPRIGHT = (
    1_440,
    2_000,
)  # dots of the longer side: 200 to the inch on half a sheet, 180 on a whole one
_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)  # as cameras note how they were held
_QUALITY = 85
_DOTS = 150  # an inch, for the size a picture is shown in
_SMALLEST, _LARGEST_SIDE = 1.0, 14_400.0  # points, as the format allows
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"GIF8")


def convert(path: Path, target: IO[bytes], *, own: bool = False) -> list[Form]:
    """Write what the file shows into `target` as a fragment; a form for every page.

    `own` is a file this program has drawn: as many pages and objects as it likes. Raises Refused "invoice.empty",
    "invoice.too_large", "invoice.no_picture" (OFD, XML: nothing that could be set on paper), "invoice.encrypted",
    "invoice.damaged", "invoice.unpacks_too_large", "invoice.too_many_pages" (most).
    """
    with path.open("rb") as file:
        start = file.read(1024)
    if not start:
        raise Refused("invoice.empty")
    if not own and path.stat().st_size > LARGEST:
        raise Refused("invoice.too_large", limit="50 MB")
    if b"%PDF-" in start:
        return _pdf(path, target, own=own)
    if start.startswith(_PICTURES):
        return _picture(path, target)
    raise Refused("invoice.no_picture")


def _pdf(path: Path, target: IO[bytes], *, own: bool) -> list[Form]:
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            if not pdf.pages:
                raise Refused("invoice.damaged")
            if len(pdf.pages) > MOST_PAGES and not own:
                raise Refused("invoice.too_many_pages", most=MOST_PAGES)
            if not own:
                pdf.flatten_annotations("all")  # the seller's seal is one, often
            objects = Objects(target, bounded=not own)
            return [_form(pdf, page, objects) for page in pdf.pages]
    except pikepdf.PasswordError:
        raise Refused("invoice.encrypted") from None
    except (pikepdf.PdfError, RecursionError):
        raise Refused("invoice.damaged") from None


def _form(pdf: pikepdf.Pdf, page: pikepdf.Page, objects: Objects) -> Form:
    form = page.as_form_xobject()
    form.read_bytes()  # what cannot be unpacked would be a white page that looks like an invoice
    box = _shown_box(
        [_points(side) for side in form.BBox], [_points(part) for part in form.get("/Matrix", _UNIT)]
    )
    return Form(objects.add(pdf, form), box)


_UNIT = (1, 0, 0, 1, 0, 0)


def _shown_box(box: Sequence[float], matrix: Sequence[float]) -> tuple[float, float, float, float]:
    """The box as it stands after the form's own matrix turned it."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    shown = (min(across), min(up), max(across), max(up))
    sides = (shown[2] - shown[0], shown[3] - shown[1])
    if not all(_SMALLEST <= side <= _LARGEST_SIDE for side in sides):
        raise Refused("invoice.damaged")
    return shown


def _points(value: object) -> float:
    return float(str(value))  # points on paper, never money


def _picture(path: Path, target: IO[bytes]) -> list[Form]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes that are refused below
            with Image.open(path) as picture:
                if picture.width * picture.height > MOST_POINTS:
                    raise Refused("invoice.unpacks_too_large")
                return _set_picture(_flat(picture), target)
    except Image.DecompressionBombError:
        raise Refused("invoice.unpacks_too_large") from None
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, KeyError, IndexError, TypeError):
        raise Refused("invoice.damaged") from None


def _flat(picture: Image) -> Image:
    """Upright, on white, without more dots than a printer shows."""
    from PIL import Image, ImageOps

    width, height = picture.size
    turned = picture.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
    longest = _UPRIGHT if (height > width) != turned else _ACROSS
    share = max(Fraction(max(width, height), longest), Fraction(1))
    # a JPEG is unpacked no larger than needed: by halves, in the shape it has
    picture.draft(None, (int(width / share), int(height / share)))
    picture.thumbnail((longest, longest), reducing_gap=2.0)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in {"L", "RGB"}:
        return upright
    coloured = upright.convert("RGBA")
    sheet = Image.new("RGB", coloured.size, "white")
    sheet.paste(coloured, mask=coloured.getchannel("A"))
    return sheet


def _set_picture(picture: Image, target: IO[bytes]) -> list[Form]:
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    space = "Gray" if picture.mode == "L" else "RGB"
    width, height = (side * 72 / _DOTS for side in picture.size)
    image = (
        f"<< /Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} /BitsPerComponent 8"
        f" /ColorSpace /Device{space} /Filter /DCTDecode /Length {len(packed.getvalue())} >>"
    )
    code = f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /I Do Q".encode()
    before = "<< /Type /XObject /Subtype /Form /FormType 1 /Resources << /XObject << /I "
    after = f" >> >> /BBox [ 0 0 {width:.2f} {height:.2f} ] /Length {len(code)} >>"
    objects = Objects(target)
    objects.put(Piece(image.encode(), (), packed.getvalue()))
    objects.put(Piece((before + after).encode(), ((len(before), 0),), code))
    return [Form(1, (0.0, 0.0, width, height))]
