"""Which acts of a page the tour does not open."""

from __future__ import annotations

# acts that change something at once, need a file dialog, or show nothing of their own
UNSEEN = frozenset(
    {
        "approve",
        "submit",
        "copy",
        "export",
        "import",
        "refresh",
        "find",
        "compact",
        "pane",
        "import_answer",
        "file_again",
        "load_usual",
        "open_paper",
        "export_roster",
        "bank_list",
        "reopen",
        "paper",
        "step_back",
        "policies",
        "seasons",
        "remittances",
        "reckon",
        "collect",
        "check_bill",
        "export_remittance",
        "export_season",
        "import_list",
        "export_list",
        "export_count",
        "export_differences",
        "read_picture",
        "scan_label",
        "count_on",
    },
)
# dialogs that are the same on every page: shown once
COMMON = frozenset({"print_list", "filter", "columns"})
OF_SELECTED = frozenset({"export_selected", "print_selected"})  # look like those of the whole list
