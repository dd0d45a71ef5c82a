from govbudget._version import __version__
from govbudget.amounts import Amount, Unit, parse_amount, parse_quantity
from govbudget.checking import Finding, Report, check, check_together
from govbudget.disclosures import Disclosure, Table
from govbudget.exceptions import (
    FigureError,
    GovBudgetError,
    ReadingError,
    RelationError,
    RuleError,
    UsageError,
)
from govbudget.files import read_documents, read_file
from govbudget.intervals import Interval, Quantity, Rounding
from govbudget.locations import Location
from govbudget.percentages import Percentage, parse_percentage
from govbudget.reading import (
    ExtractedTable,
    read_folder,
    read_records,
    read_rows,
    read_tables,
    read_text,
)
from govbudget.relations import AtMost, Change, Outcome, Product, Same, Share, Sum, judge
from govbudget.rules import STANDARD, Rule, RuleSet, Severity, rule
from govbudget.targets import NotComparableError, Target, TargetSyntaxError, parse_target

__all__ = [
    "STANDARD",
    "Amount",
    "AtMost",
    "Change",
    "Disclosure",
    "ExtractedTable",
    "FigureError",
    "Finding",
    "GovBudgetError",
    "Interval",
    "Location",
    "NotComparableError",
    "Outcome",
    "Percentage",
    "Product",
    "Quantity",
    "ReadingError",
    "RelationError",
    "Report",
    "Rounding",
    "Rule",
    "RuleError",
    "RuleSet",
    "Same",
    "Severity",
    "Share",
    "Sum",
    "Table",
    "Target",
    "TargetSyntaxError",
    "Unit",
    "UsageError",
    "__version__",
    "check",
    "check_together",
    "judge",
    "parse_amount",
    "parse_percentage",
    "parse_quantity",
    "parse_target",
    "read_documents",
    "read_file",
    "read_folder",
    "read_records",
    "read_rows",
    "read_tables",
    "read_text",
    "rule",
]
