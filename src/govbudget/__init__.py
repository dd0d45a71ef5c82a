"""Exact rules and validation for the budgets that Chinese government departments publish (部门预算公开).

Everything that most programs need is here; a name loads its module when it is first used, so that importing the package
costs next to nothing. The types of the names are declared in `__init__.pyi`.
"""

from importlib import import_module

from govbudget._version import __version__

_HOMES = {
    "amounts": ("Amount", "Unit", "parse_amount", "parse_quantity"),
    "checking": ("Finding", "Report", "check", "check_together"),
    "disclosures": ("Disclosure", "Table"),
    "exceptions": (
        "FigureError",
        "GovBudgetError",
        "ReadingError",
        "RelationError",
        "RuleError",
        "UsageError",
    ),
    "intervals": ("Interval", "Quantity", "Rounding"),
    "locations": ("Location",),
    "percentages": ("Percentage", "parse_percentage"),
    "files": ("read_documents", "read_file"),
    "reading": (
        "ExtractedTable",
        "read_folder",
        "read_records",
        "read_rows",
        "read_tables",
        "read_text",
    ),
    "relations": ("AtMost", "Change", "Outcome", "Product", "Same", "Share", "Sum", "judge"),
    "targets": ("NotComparableError", "Target", "TargetSyntaxError", "parse_target"),
    "rules": ("STANDARD", "Rule", "RuleSet", "Severity", "rule"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME)]  # noqa: PLE0604 - all of them are text


def __getattr__(name: str) -> object:
    if name not in _HOME:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
