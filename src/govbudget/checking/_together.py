"""Several documents checked against each other."""

from __future__ import annotations

from collections.abc import Iterable

from govbudget.checking._reports import Report, entered
from govbudget.disclosures import Disclosure
from govbudget.exceptions import UsageError
from govbudget.intervals import Rounding
from govbudget.rules import TOGETHER, Context, Documents, Rule, RuleSet


def check_together(
    disclosures: Iterable[Disclosure],
    rules: RuleSet | Rule | Iterable[Rule] | None = None,
    *,
    rounding: Rounding = Rounding.HALF_UP,
) -> Report:
    """Check what several documents print of the same departments, units and years against each other.

    Only the relations between the documents are checked; each document is checked by itself with `check`.

    Args:
        disclosures: A budget and its final accounts, consecutive years, or a department and its units; each names its department or unit
            and its year.
        rules: The rules, as a set, a list or a single one; all rules between documents (`TOGETHER`) if not given.
        rounding: How the documents round.

    Returns:
        A report about all documents; its `disclosure` stands for them together and has no tables.

    Raises:
        RuleError: Two rules share an id, or something is no rule.
        UsageError: Something is no disclosure, or there are fewer than two.
    """
    given = tuple(disclosures)
    wrong = next((one for one in given if not isinstance(one, Disclosure)), None)
    if wrong is not None:
        msg = f"{wrong!r} is a {type(wrong).__name__}, not a disclosure; read text with read_text, files with read_file"
        raise UsageError(msg)
    if len(given) < 2:
        msg = f"{len(given)} documents are given; give at least two to compare, or use check for one"
        raise UsageError(msg)
    chosen = TOGETHER if rules is None else rules
    if not isinstance(chosen, RuleSet):
        chosen = RuleSet((chosen,) if isinstance(chosen, Rule) else tuple(chosen))
    documents = Documents(given)
    joint = Disclosure(source=" + ".join(one.source or one.title or "?" for one in given))
    context = Context(joint)
    entries = tuple(entered(one, documents, rounding, context) for one in chosen if one.scope == "documents")
    return Report(joint, chosen, entries, rounding)
