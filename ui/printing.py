"""Sends a PDF to a printer, page by page, in its true size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

POINTS_PER_INCH = 72
FINEST = 600  # dots per inch: more only makes the picture heavier


@dataclass(frozen=True, slots=True)
class Device:
    """A printer of this computer."""

    name: str
    words: str


def printers() -> list[Device]:
    """The printers there are, the system's own choice first; none is no error."""
    usual = QPrinterInfo.defaultPrinterName()
    found = [
        Device(one.printerName(), one.description() or one.printerName())
        for one in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda one: one.name != usual)


def print_document(document: QPdfDocument, printer_name: str, *, copies: int = 1, title: str = "") -> bool:
    """Print every page on `printer_name`, unscaled; False when the printer does not take it."""
    printer = QPrinter(QPrinterInfo.printerInfo(printer_name), QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    return render(document, printer)


def render(document: QPdfDocument, printer: QPrinter) -> bool:
    """Paint the document's pages onto the printer's at its resolution."""
    printer.setFullPage(True)
    _fit_paper(printer, document.pagePointSize(0))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = min(printer.resolution(), FINEST)
    for page in range(document.pageCount()):
        points = document.pagePointSize(page)
        if page:
            _fit_paper(printer, points)
            printer.newPage()
        picture = document.render(page, _dots(points, dots))
        painter.drawImage(
            painter.viewport().adjusted(0, 0, 0, 0).topLeft(),
            picture.scaled(_dots(points, printer.resolution())),
        )
    return painter.end()


def _fit_paper(printer: QPrinter, points: QSizeF) -> None:
    """The sheet is as large as the page: forms sit on their paper to the millimetre."""
    wide = points.width() > points.height()
    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turned, QMarginsF(0, 0, 0, 0)))


def _dots(points: QSizeF, resolution: int) -> QSize:
    return QSize(
        round(points.width() * resolution / POINTS_PER_INCH),
        round(points.height() * resolution / POINTS_PER_INCH),
    )
