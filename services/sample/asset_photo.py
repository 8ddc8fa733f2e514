"""A drawn picture of an instrument, where a company would have a photo."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

_SIZE = (640, 400)


def photo() -> bytes:
    """A total station on its tripod, as PNG."""
    image = Image.new("RGB", _SIZE, "#e8edf2")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 300, 640, 400), fill="#c9d3c0")
    for foot in (210, 320, 430):
        pen.line((320, 222, foot, 384), fill="#b98a3a", width=12)
    pen.rectangle((272, 196, 368, 224), fill="#3b4148")
    pen.rounded_rectangle((262, 70, 378, 200), 18, fill="#f2f4f6", outline="#8b939c", width=4)
    pen.rounded_rectangle((292, 44, 348, 74), 10, outline="#3b4148", width=8)
    pen.ellipse((282, 86, 358, 162), fill="#2f6f4f")
    pen.ellipse((300, 104, 340, 144), fill="#1b2b3a")
    pen.ellipse((312, 112, 324, 124), fill="#9cc4e0")
    pen.rectangle((296, 168, 344, 190), fill="#a9c3d6")
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
