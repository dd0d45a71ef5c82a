"""Costs of reading and checking, each as a ratio to a plain implementation in the same run.

Run: python benchmarks/bench_check.py [FILE ...]

Without a file the shipped examples are used. Printed for every file:
  read+check   milliseconds for the text of the file, with all rules
  check/loop   checking the sums alone, against a bare loop that sums the same Decimals and compares them
  growth       cost of 10 and 100 copies of the tables, per copy, against one copy (1.0 is linear)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import govbudget
from govbudget.relations import Outcome, Sum

SUMS = govbudget.STANDARD.only("SUM")
EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.md"))


def best(work: Callable[[], object], repeat: int = 7) -> float:
    """Return the shortest time of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def bare_loop(sums: list[tuple[Decimal, list[Decimal]]]) -> int:
    """Sum the same Decimals and count the equal ones: what a script without this library would do."""
    equal = 0
    for total, parts in sums:
        added = Decimal(0)
        for part in parts:
            added += part
        equal += added == total
    return equal


def decimals(report: govbudget.Report) -> list[tuple[Decimal, list[Decimal]]]:
    """Take the figures of all decided sums as Decimals."""
    found = []
    for _, judgement in report.judgements():
        relation = judgement.relation
        if isinstance(relation, Sum) and judgement.outcome is not Outcome.UNDECIDED:
            total, *parts = (term.figure.number for term in relation.terms if term.figure is not None)
            found.append((total, parts))
    return found


def main(paths: list[Path]) -> None:
    """Measure the files."""
    print(
        f"{'file':<28}{'figures':>9}{'relations':>10}{'read+check':>12}{'check/loop':>12}{'×10':>8}{'×100':>8}"
    )
    for path in paths:
        text = path.read_text("utf-8")
        disclosure = govbudget.read_text(text)
        report = govbudget.check(disclosure, SUMS)
        sums = decimals(report)
        whole = best(lambda text=text: govbudget.check(govbudget.read_text(text)))
        alone = best(lambda disclosure=disclosure: govbudget.check(disclosure, SUMS))
        loop = best(lambda sums=sums: bare_loop(sums), 50)
        growth = []
        for copies in (10, 100):
            many = govbudget.Disclosure(disclosure.tables * copies)
            growth.append(best(lambda many=many: govbudget.check(many, SUMS), 2) / alone / copies)
        figures = sum(1 for table in disclosure.tables for _ in table.cells())
        relations = sum(report.summary.values())
        print(
            f"{path.stem:<28}{figures:>9}{relations:>10}{whole * 1e3:>9.1f} ms{alone / loop:>12.1f}"
            f"{growth[0]:>8.2f}{growth[1]:>8.2f}"
        )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or EXAMPLES)
