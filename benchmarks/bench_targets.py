"""What systems make of the real target values that were written down by hand, and how long they take.

Run: pip install pint quantulum3 cn2an && python benchmarks/bench_targets.py

Each system gets the same 352 texts of tests/targets/conformance.tsv; those that name one number are scored for value, operator
and unit. A system that is not installed is left out. The last lines show that time grows with the length of a text, not faster.
"""

from __future__ import annotations

import contextlib
import csv
import importlib
import io
import logging
import time
import warnings
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from govbudget.targets import TargetSyntaxError, parse_target

CASES = Path(__file__).parents[1] / "tests" / "targets" / "conformance.tsv"
Answer = tuple[Decimal | None, str | None, str | None]
NOTHING: Answer = (None, None, None)


def ours(text: str) -> Answer:
    """Parse with govbudget."""
    try:
        target = parse_target(text)
    except TargetSyntaxError:
        return NOTHING
    return target.quantity, target.operator and target.operator.value, str(target.unit or "")


def _pint() -> Callable[[str], Answer]:
    registry = importlib.import_module("pint").UnitRegistry()

    def parse(text: str) -> Answer:
        found = registry.parse_expression(text)
        if isinstance(found, int | float):
            return Decimal(str(found)), None, ""
        return Decimal(str(found.magnitude)), None, f"{found.units:~}"

    return parse


def _quantulum3() -> Callable[[str], Answer]:
    parser = importlib.import_module("quantulum3.parser")

    def parse(text: str) -> Answer:
        found = parser.parse(text)
        if len(found) != 1:
            return NOTHING
        return Decimal(str(found[0].value)), None, found[0].surface.lstrip("0123456789. ")

    return parse


def _cn2an() -> Callable[[str], Answer]:
    convert = importlib.import_module("cn2an").cn2an
    return lambda text: (Decimal(str(convert(text, "smart"))), None, None)


def attempt(parse: Callable[[str], Answer], text: str) -> Answer:
    """Return the answer of a system, or nothing where it raises."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
        return parse(text)
    return NOTHING


def measure(name: str, parse: Callable[[str], Answer], cases: list[dict[str, str]]) -> float:
    """Print how many answers are right and the time of one; return the time in seconds."""
    scored = [case for case in cases if case["number"] and not case["column"] and not case["indicator"]]
    answers = [attempt(parse, case["value"]) for case in scored]
    right = [
        sum(answer[i] == wanted(case) for answer, case in zip(answers, scored, strict=True))
        for i, wanted in enumerate(
            (lambda case: Decimal(case["number"]), lambda case: case["operator"], lambda case: case["unit"])
        )
    ]
    texts = [case["value"] for case in scored]
    best = min(_timed(parse, texts) for _ in range(5)) / len(texts)
    shares = "".join(f"{count / len(scored):9.0%}" for count in right)
    print(f"{name:<12}{shares}{best * 1e9:14,.0f} ns{1 / best:14,.0f} /s")
    return best


def _timed(parse: Callable[[str], Answer], texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        attempt(parse, text)
    return time.perf_counter() - start


def lengths() -> None:
    """Print how time grows from 100 thousand to a million characters."""
    print("\ntime of 1,000,000 characters ÷ time of 100,000")
    for piece in ("≥9", "一", "不低于", "每年", "9~", "1:", "指标1:", "(9", "显著"):
        times = []
        for size in (100_000, 1_000_000):
            text = piece * (size // len(piece))
            start = time.perf_counter()
            with contextlib.suppress(TargetSyntaxError):
                parse_target(text)
            times.append(time.perf_counter() - start)
        print(f"{piece:<8}{times[1] / times[0]:8.1f}{times[1]:10.2f} s")


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with CASES.open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file, delimiter="\t"))
    print(f"{'':<12}{'value':>9}{'operator':>9}{'unit':>9}{'one text':>17}")
    own = measure("govbudget", ours, cases)
    simple = ["≥95%", "≤3个月", "100%", "2次", "=100.00(%)", "≥30台", ">=90%", "10个工作日"]
    best = min(_timed(ours, simple * 100) for _ in range(5)) / 800
    print(f"{'… simple':<39}{best * 1e9:14,.0f} ns{1 / best:14,.0f} /s")
    for name, make in (("pint", _pint), ("quantulum3", _quantulum3), ("cn2an", _cn2an)):
        try:
            parse = make()
        except ImportError:
            print(f"{name:<12} is not installed")
            continue
        print(f"{'':<12}{measure(name, parse, cases) / own:.1f} × the time of govbudget")
    lengths()


if __name__ == "__main__":
    main()
