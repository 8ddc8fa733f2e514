"""Papers and files of a payroll sheet: sentences for refusals and checks, words for choices."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "console.one_run": QT_TRANSLATE_NOOP("Errors", "Name one payroll sheet: its number, or its month as YYYY-MM."),
    "pay_template.heading": QT_TRANSLATE_NOOP("Errors", "The heading “{title}” is too long for a column. Use {most} signs at most."),
    "pay_template.mark": QT_TRANSLATE_NOOP("Errors", "Nothing can be filled in for {mark}. Use {marks}, or take it away."),
    "pay_template.no_columns": QT_TRANSLATE_NOOP("Errors", "No column is chosen. Tick at least one."),
    "pay_template.nobody": QT_TRANSLATE_NOOP("Errors", "Nobody could tell whose line is whose. Tick the name or the number."),
    "pay_template.signatures": QT_TRANSLATE_NOOP("Errors", "The signature line has room for {most} words of {longest} signs. Shorten it."),
    "pay_template.title": QT_TRANSLATE_NOOP("Errors", "The title is too long for the paper. Use {most} signs at most."),
    "pay_template.twice": QT_TRANSLATE_NOOP("Errors", "Two columns are headed “{title}”. Give one of them another heading, or untick it."),
    "pay_template.width": QT_TRANSLATE_NOOP("Errors", "The width of “{title}” is a number from {least} to {most}. Correct it."),
    "payroll_file.written": QT_TRANSLATE_NOOP("Errors", "The bank file of {number} was written already. Save that one again, or take it back first if the bank did not accept it."),
    "payroll_file.wrong_state": QT_TRANSLATE_NOOP("Errors", "{number} is not in the right state for this: {state}. A bank file is written for an approved sheet."),
    "payroll_sheet.too_many_columns": QT_TRANSLATE_NOOP("Errors", "{columns} columns do not fit on paper of {paper} mm. Print on A3, or untick columns in Edit printed papers."),
    "payroll_sheet.unknown": QT_TRANSLATE_NOOP("Errors", "There is no payroll sheet “{typed}”. Name its number, or its month as YYYY-MM."),
    "payroll_year.nothing": QT_TRANSLATE_NOOP("Errors", "{name} was paid nothing in {year}. Choose another year."),
    "payslip.no_password": QT_TRANSLATE_NOOP("Errors", "{count} people have no identity number to lock their payslip with: {names}. Enter it in their files, or type one password for everybody."),
    "payslip.per_page": QT_TRANSLATE_NOOP("Errors", "Choose from {least} to {most} strips a page."),
    "payslip.too_many_columns": QT_TRANSLATE_NOOP("Errors", "{columns} columns cannot be read on strips of which {per_page} stand on a page. Put fewer on a page, or untick columns."),
    "payslip.short_password": QT_TRANSLATE_NOOP("Errors", "Choose a password of at least {least} signs."),
    "tax_file.nobody": QT_TRANSLATE_NOOP("Errors", "Nobody belongs on the sheet “{sheet}” of {month}. There is nothing to export."),
    "tax_template.needed": QT_TRANSLATE_NOOP("Errors", "{name} has no column {titles}. Export the empty template from the tax client again."),
    "tax_template.no_titles": QT_TRANSLATE_NOOP("Errors", "{name} has none of the titles of this sheet. Choose the tax client's own template for it."),
    "tax_template.twice": QT_TRANSLATE_NOOP("Errors", "{name} has the column “{title}” twice. Export the empty template from the tax client again."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {
    "payroll_file_bank": {"warn": QT_TRANSLATE_NOOP("Check", "The bank of {name} ({number}) is not entered; some banks ask for it")},
    "payroll_file_card": {"warn": QT_TRANSLATE_NOOP("Check", "The card {account} of {name} ({number}) looks mistyped: its check digit does not fit")},
    "payroll_file_changed": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) has another card now than on this sheet: ask which one is right")},
    "payroll_file_name": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) is called {other} in the file now: the bank compares the name")},
    "payroll_file_no_card": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) has no card and is not in the file: pay in cash")},
    "payroll_file_no_net": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) has no net pay and is not in the file")},
    "payroll_file_shared": {"warn": QT_TRANSLATE_NOOP("Check", "The card of {name} ({number}) is also that of {other}")},
    "tax_file_apart": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) is paid for labour or as an intern and is not in this file: freelancers are in the file “Tax client: pay for labour”, interns have a sheet of their own")},
    "tax_file_deductions": {"warn": QT_TRANSLATE_NOOP("Check", "The deductions of {name} ({number}) by item are not those the tax was reckoned with")},
    "tax_file_identity": {"warn": QT_TRANSLATE_NOOP("Check", "The ID number of {name} ({number}) looks wrong: its check digit or birthday does not fit")},
    "tax_file_insurance": {"warn": QT_TRANSLATE_NOOP("Check", "Insurance by item of {name} ({number}) is not what was taken off: add the difference by hand")},
    "tax_file_no_identity": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) has no identity number: the client refuses the row")},
    "tax_file_person": {"warn": QT_TRANSLATE_NOOP("Check", "Sex or birthday of {name} ({number}) is not entered: the client asks for both")},
    "tax_file_severance": {"warn": QT_TRANSLATE_NOOP("Check", "The severance pay of {name} ({number}) is not in this file: it goes into the file “Tax client: severance”")},
    "tax_file_intern": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) is paid as an intern, taxed by the year: declare it on the client's sheet 劳务报酬(其他连续劳务)")},
    "tax_file_severance_tax": {"warn": QT_TRANSLATE_NOOP("Check", "The tax on the severance pay of {name} ({number}) was reckoned with another local wage than the one set now: check what is exempt")},
    "tax_file_twice": {"warn": QT_TRANSLATE_NOOP("Check", "{name} ({number}) has the identity number of somebody else on this sheet")},
}  # fmt: skip

LABELS: dict[str, dict[str, str]] = {
    "PayPaper": {
        "sheet": QT_TRANSLATE_NOOP("Label", "Payroll sheet"),
        "strips": QT_TRANSLATE_NOOP("Label", "Payslip strips"),
        "slip": QT_TRANSLATE_NOOP("Label", "Payslip with the year to date"),
        "cost": QT_TRANSLATE_NOOP("Label", "Employer's cost"),
        "year": QT_TRANSLATE_NOOP("Label", "Year sheet of a person"),
    },
    "TaxSheet": {
        "wages": QT_TRANSLATE_NOOP("Label", "wages and salaries"),
        "bonus": QT_TRANSLATE_NOOP("Label", "annual bonuses"),
        "severance": QT_TRANSLATE_NOOP("Label", "severance"),
        "labour": QT_TRANSLATE_NOOP("Label", "pay for labour"),
        "people": QT_TRANSLATE_NOOP("Label", "people"),
    },
}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {
    "file_name": QT_TRANSLATE_NOOP("Field", "File"),
    "per_page": QT_TRANSLATE_NOOP("Field", "Strips a page"),
    "tax_sheet": QT_TRANSLATE_NOOP("Field", "Sheet of the tax client"),
}
