"""Pictures of invoices: what their QR code says."""

from __future__ import annotations

import io
import warnings

from services.errors import Refused
from services.invoices.draft import Draft
from services.invoices.qr import find_qr

MAX_PIXELS = 80_000_000
_SHORT_SIDE = 1_200


def read_image(content: bytes, draft: Draft) -> bool:
    """Offer what the QR code in a PNG, JPEG, BMP, TIFF or WebP says; False when no invoice code is found.

    Raises Refused("invoice.damaged") for a picture that cannot be opened, ("invoice.unpacks_too_large") for one of
    more than 80 million points.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of sizes that are refused below
            picture = Image.open(io.BytesIO(content))
            if picture.width * picture.height > MAX_PIXELS:
                raise Refused("invoice.unpacks_too_large")
            grey = picture.convert("L")
    except Image.DecompressionBombError:
        raise Refused("invoice.unpacks_too_large") from None
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, KeyError, IndexError, TypeError):
        raise Refused("invoice.damaged") from None
    found = find_qr(grey)
    if found is None and min(grey.size) < _SHORT_SIDE:
        found = find_qr(grey.resize((grey.width * 2, grey.height * 2)))
    if found is None:
        return False
    draft.offer_qr(found)
    return True
