"""Relations between printed figures, and the only judge of them.

A rule never compares numbers: it states relations, and `judge` decides whether true values exist that print like the
figures and satisfy the relation.
"""

from govbudget.relations._certificates import Certificate, certify, equation_text, expected, like, recheck
from govbudget.relations._judge import Judgement, judge, leeway
from govbudget.relations._relations import (
    NOTHING_PRINTED,
    AtMost,
    Change,
    Either,
    Fact,
    Outcome,
    Product,
    Reason,
    Relation,
    Same,
    Share,
    Sum,
    Term,
    Unrelated,
)
from govbudget.relations._surprise import surprise
from govbudget.relations._trees import Hierarchy, SumTree, Tally, judge_tree

__all__ = [
    "NOTHING_PRINTED",
    "AtMost",
    "Certificate",
    "Change",
    "Either",
    "Fact",
    "Hierarchy",
    "Judgement",
    "Outcome",
    "Product",
    "Reason",
    "Relation",
    "Same",
    "Share",
    "Sum",
    "SumTree",
    "Tally",
    "Term",
    "Unrelated",
    "certify",
    "equation_text",
    "expected",
    "judge",
    "judge_tree",
    "leeway",
    "like",
    "recheck",
    "surprise",
]
