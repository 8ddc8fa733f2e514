"""OFD invoices (GB/T 33190): attached XML or XBRL first, custom tags next, the text on the pages last."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from services.errors import Refused
from services.invoices.draft import Draft
from services.invoices.image import read_image
from services.invoices.ofd_text import OfdPage, tagged_tree
from services.invoices.page import read_glyphs
from services.invoices.xml import parse_tree, plain_name, read_tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

UNPACKED_LIMIT = 300 * 1024 * 1024
RATIO_LIMIT = 100
_MAIN = "OFD.xml"  # GB/T 33190: what every OFD begins with
_SMALL = 1024 * 1024
_MAX_MEMBERS = 5_000


class Package:
    """The members of an OFD by name, read only within the limits."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Refused("invoice.damaged" if _MAIN.encode() in content else "invoice.wrong_type") from None
        members = self._zip.infolist()
        self.names = [m.filename for m in members if not m.is_dir()]
        if _MAIN not in self.names:  # a Word file or an archive: whatever else is wrong with it
            raise Refused("invoice.wrong_type")
        unpacked = sum(m.file_size for m in members)
        packed = sum(m.compress_size for m in members) or 1
        if unpacked > UNPACKED_LIMIT or len(members) > _MAX_MEMBERS:
            raise Refused("invoice.unpacks_too_large")
        if unpacked > _SMALL and unpacked // packed > RATIO_LIMIT:
            raise Refused("invoice.unpacks_too_large")
        if any(m.flag_bits & 1 for m in members):
            raise Refused("invoice.encrypted")

    def read(self, name: str) -> bytes:
        """One member's bytes; raises Refused("invoice.damaged") when it cannot be unpacked."""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, NotImplementedError):
            raise Refused("invoice.damaged") from None

    def tree(self, name: str) -> Element | None:
        """One member's XML; None when it is not there or is no XML (one bad member does not spoil the file)."""
        if name not in self.names:
            return None
        try:
            return parse_tree(self.read(name))
        except Refused as refused:
            if refused.code == "invoice.entities":
                raise
            return None


def read_ofd(content: bytes, draft: Draft) -> None:
    """Offer what an OFD says. Raises Refused: invoice.damaged, unpacks_too_large, encrypted, entities, wrong_type."""
    package = Package(content)
    _read_attachments(package, draft)
    pages = _pages(package)
    draft.pages = max(len(pages), 1)
    _read_tags(package, pages, draft)
    root = package.tree(_MAIN)
    if root is not None:
        _read_custom_data(root, draft)
    read_glyphs([glyph for page in pages for glyph in page.glyphs], draft, "ofd text")
    if not (draft.has("number", "date") and draft.amounts_agree()):
        _read_pictures(package, draft)


def _read_attachments(package: Package, draft: Draft) -> None:
    for name in package.names:
        if re.search(r"attach", name, re.IGNORECASE) and name.lower().endswith((".xml", ".xbrl")):
            root = package.tree(name)
            if root is not None and plain_name(root.tag) != "attachments":
                read_tree(root, draft, "xbrl" if plain_name(root.tag) == "xbrl" else "ofd xml")


def _read_tags(package: Package, pages: list[OfdPage], draft: Draft) -> None:
    texts = {(page.id, key): text for page in pages for key, text in page.texts.items()}
    for name in package.names:
        if "/tags/" in name.lower() and name.lower().endswith(".xml") and "customtags" not in name.lower():
            root = package.tree(name)
            if root is not None:
                read_tree(tagged_tree(root, texts), draft, "custom tag")


def _read_custom_data(root: Element, draft: Draft) -> None:
    from xml.etree.ElementTree import Element as New

    said = New("CustomDatas")
    for data in root.iter():
        if plain_name(data.tag) == "customdata" and data.get("Name"):
            child = New(re.sub(r"\W", "", data.get("Name", "")))
            child.text = data.text
            said.append(child)
    read_tree(said, draft, "ofd metadata")


def _pages(package: Package) -> list[OfdPage]:
    document = next((n for n in package.names if re.search(r"(^|/)Document\.xml$", n)), "")
    root = package.tree(document)
    if root is None:
        return []
    base = posixpath.dirname(document)
    templates: dict[str, Element] = {}
    pages: list[OfdPage] = []
    for element in root.iter():
        tree = package.tree(posixpath.normpath(posixpath.join(base, element.get("BaseLoc", "").lstrip("/"))))
        if tree is None:
            tree = package.tree(element.get("BaseLoc", "").lstrip("/"))
        if tree is None:
            continue
        if plain_name(element.tag) == "templatepage":
            templates[element.get("ID", "")] = tree
        elif plain_name(element.tag) == "page" and len(pages) < 20:
            pages.append(OfdPage(element.get("ID", ""), len(pages), tree, templates))
    return pages


def _read_pictures(package: Package, draft: Draft) -> None:
    pictures = [n for n in package.names if n.lower().endswith((".png", ".jpg", ".jpeg", ".bmp"))]
    for name in pictures[:10]:
        try:
            if read_image(package.read(name), draft):
                return
        except Refused:
            continue
