"""The pages of a bundle in the making: drawn one voucher after the other, files set on them two to a sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from services.assembly.fragment import Form
from services.assembly.join import Placed
from services.assembly.lane import Lane
from services.errors import Refused
from services.reports.book_pen import HALF, BookPen
from services.reports.bundle import Act, Item, ListRow, Proof
from services.reports.bundle_sheets import (
    ACTS_BELOW,
    caption,
    cut_line,
    draw_acts,
    draw_item,
    draw_more_acts,
    draw_void,
)
from services.reports.voucher import Voucher, draw
from services.voucher_sheets import Attached, Planned

PART = 60  # pages that are drawn before they leave the memory
_UPRIGHT = 1.1  # higher than wide by this: such a page takes a whole sheet
_TROUBLES = {
    "invoice.encrypted": "文件有密码，无法打开",
    "invoice.timeout": "文件打开超时",
    "invoice.not_found": "文件缺失",
    "invoice.empty": "文件为空",
    "invoice.too_large": "文件过大，无法装入",
    "invoice.unpacks_too_large": "文件展开后过大，无法装入",
    "invoice.too_many_pages": "文件页数过多，无法装入",
}
_DAMAGED = "文件已损坏，无法打开"
_NO_PICTURE = "invoice.no_picture"


class Volume:
    """Vouchers go in one by one; `sheets` are the pages that are done, with what lies on each.

    Drawn in parts, each of which leaves the memory when it is done.
    """

    def __init__(self, lane: Lane, folder: Path, begin: Callable[[int], BookPen], front: int) -> None:
        self.sheets: list[list[Placed]] = []
        self.rows: list[ListRow] = []
        self.proof = Proof()
        self.foreign = 0  # pages of strangers that were set
        self._lane = lane
        self._folder = folder
        self._begin = begin
        self.pen = begin(front + 1)
        self._set_here: dict[int, list[Placed]] = defaultdict(list)
        self._parts = 0
        self._upper_taken = False
        self._known: dict[str, tuple[Path, list[Form]] | str] = {}
        self._batches: dict[str, str] = {}

    def end_part(self) -> None:
        """What was drawn so far becomes pages, and the pen is a new one."""
        if not self.pen.pages:  # the last voucher ended a part
            return
        drawn, pieces = self._folder / "part.pdf", self._folder / f"part{self._parts}.pieces"
        number = self.pen.number
        drawn.write_bytes(self.pen.finish())
        forms = self._lane.convert(drawn, pieces, own=True)
        for page, form in enumerate(forms):
            self.sheets.append([Placed(pieces, form), *self._set_here.get(page, ())])
        self._set_here.clear()
        self._parts += 1
        self.pen = self._begin(number)

    def add(
        self,
        plan: Planned,
        form: Voucher | None,
        acts: list[Act],
        files: list[Attached],
        slip: tuple[str, list[Attached]],
    ) -> None:
        """A voucher: its form with the approvals below it, its files, the slip of its batch once."""
        page, placed = self.pen.number, 0 if form is None else len(files)
        if form is None:
            draw_void(self.pen, plan.void_sheet)
        else:
            self.pen.below = lambda: draw_acts(self.pen, plan.label, acts[:ACTS_BELOW], HALF + 4)
            draw(self.pen, form)
            draw_more_acts(self.pen, plan.label, acts[ACTS_BELOW:])
            if plan.reverses:
                self._say(f"{plan.label}　冲销 {plan.reverses}，附件见原凭证")
            for one in files:
                self._set(one)
            self._slip(plan, slip)
            self._end_sheet()
        self.proof.printed += 1
        self.proof.placed += placed
        if not plan.voided:
            self.proof.listed += plan.amount
        row = (plan.label, plan.day, plan.summary, plan.amount, placed, page, plan.voided)
        self.rows.append(ListRow(*row))
        if self.pen.pages >= PART:
            self.end_part()

    def _slip(self, plan: Planned, slip: tuple[str, list[Attached]]) -> None:
        """The slip of a batch lies with the first of its vouchers; the others say where."""
        batch, files = slip
        if not batch or not files:
            return
        if batch in self._batches:
            self._say(f"{plan.label}　付款批次 {batch}，银行回单见 {self._batches[batch]}")
            return
        self._batches[batch] = plan.label
        before = self.proof.invoice_pages
        for one in files:
            self._set(one)
            self.proof.slips_placed += 1
        self.proof.slip_pages += self.proof.invoice_pages - before
        self.proof.invoice_pages = before

    def _say(self, text: str) -> None:
        self._on_half(lambda upper: caption(self.pen, upper, text))

    def _set(self, one: Attached) -> None:
        """Set a file on paper page by page, or what stands for it."""
        if one.path is None:
            self._without_file(one.item)
            return
        found = self._converted(one.item, one.path)
        if isinstance(found, str):
            self._stand_in(one.item, found)
            return
        fragment, forms = found
        for number, form in enumerate(forms, start=1):
            text = f"{one.item.caption}　第 {number} 页 / 共 {len(forms)} 页"
            self._lay(text, fragment, form)
            self.proof.invoice_pages += 1

    def _without_file(self, item: Item) -> None:
        named = self.proof.on_paper if item.on_paper else self.proof.registered
        named.append(item.caption)
        self._describe(item, "纸质原件，粘贴于此或另附" if item.on_paper else "未存电子文件，以下为登记数据")

    def _lay(self, text: str, fragment: Path, form: Form) -> None:
        left, bottom, right, top = form.box
        if top - bottom > (right - left) * _UPRIGHT:
            self._end_sheet()
            box = caption(self.pen, True, text, whole=True)
            self._lay_here(Placed(fragment, form, box))
            self.pen.page_done()
            return

        def lay(upper: bool) -> None:
            box = caption(self.pen, upper, text)
            self._lay_here(Placed(fragment, form, box))

        self._on_half(lay)

    def _lay_here(self, placed: Placed) -> None:
        self._set_here[self.pen.pages].append(placed)
        self.foreign += 1

    def _stand_in(self, item: Item, code: str) -> None:
        if code == _NO_PICTURE:
            self.proof.described.append(item.caption)
            self._describe(item, "")
            return
        trouble = _TROUBLES.get(code, _DAMAGED)
        self.proof.unreadable.append(f"{item.caption}（{item.name}）：{trouble}")
        self._describe(item, trouble)

    def _describe(self, item: Item, trouble: str) -> None:
        def describe(upper: bool) -> None:
            caption(self.pen, upper, item.caption)
            draw_item(self.pen, upper, item, trouble)

        self._on_half(describe)

    def _converted(self, item: Item, path: Path) -> tuple[Path, list[Form]] | str:
        """The file as a fragment, or the code of what is wrong with it; the same bytes are opened once."""
        known = self._known.get(item.sha256)
        if known is None:
            fragment = self._folder / f"{len(self._known)}.pieces"
            try:
                known = (fragment, self._lane.convert(path, fragment))
            except Refused as refused:
                fragment.unlink(missing_ok=True)
                known = refused.code
            self._known[item.sha256] = known
        return known

    def _on_half(self, draw_half: Callable[[bool], object]) -> None:
        upper = not self._upper_taken
        if upper:
            cut_line(self.pen)
        draw_half(upper)
        self._upper_taken = upper
        if not upper:
            self.pen.page_done()

    def _end_sheet(self) -> None:
        if self._upper_taken:
            self.pen.page_done()
        self._upper_taken = False
