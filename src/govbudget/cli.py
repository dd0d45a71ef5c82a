"""The command line: thin; everything it does can be done by importing `govbudget`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from govbudget._arguments import parse_arguments
from govbudget.checking import Report, check, check_together
from govbudget.disclosures import Disclosure
from govbudget.exceptions import GovBudgetError, Notice, ReadingError, RelationError, RuleError, UsageError
from govbudget.files import read_documents
from govbudget.intervals import Rounding
from govbudget.reading import read_folder
from govbudget.reports import reading_report, reading_text, report_text
from govbudget.rules import STANDARD, TOGETHER, RuleSet
from govbudget.serialization import disclosures_json, reports_json
from govbudget.subjects import Chart, ChartError, read_chart

Result = TypeVar("Result")

SUFFIXES = (".txt", ".md", ".tsv", ".csv", ".json")
"""The files that are taken from a folder."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: The arguments, those of the process if not given.

    Returns:
        0 if nothing failed, 1 if there is a finding of severity error, 2 if some input cannot be used.
    """
    options = parse_arguments(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _check(options) if options.command == "check" else _read(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has seen enough
        return _silence(0)
    except OSError as error:
        place = Notice(error.filename or "输出", error.filename or "the output")
        told = Notice(
            f"{place.zh}：不能使用（{error.strerror}）", f"{place.en}: cannot be used ({error.strerror})"
        )
        print(f"govbudget: {told.say(options.lang)}", file=sys.stderr)  # noqa: T201
        return _silence(2)
    return code


def _silence(code: int) -> int:
    """Let nothing more be written to an output that nobody reads or that is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _check(options: argparse.Namespace) -> int:
    try:
        rules, between = _rules(options)
    except RuleError as error:
        _complain(error, options.lang)
        return 2
    rounding = Rounding(options.rounding)

    def work(disclosure: Disclosure) -> Report:
        year = disclosure.year or options.year
        return check(disclosure, rules, rounding=rounding, charts=_charts(options.chart, year), year=year)

    reports, unusable = _each(options, work)
    if options.together and between:
        try:
            reports.append(check_together([one.disclosure for one in reports], between, rounding=rounding))
        except UsageError as error:
            _complain(error, options.lang)
            unusable = True
    if options.format == "json":
        print(reports_json(reports))  # noqa: T201
    else:
        _print_apart([_explained(report, options) for report in reports])
    return 2 if unusable else int(any(report.has_errors for report in reports))


def _explained(report: Report, options: argparse.Namespace) -> str:
    """The report of a check, after that of the reading if it is asked for; several documents together were read before."""
    text = report_text(report, lang=options.lang)
    if not options.explain_reading or not (report.disclosure.tables or report.disclosure.unread):
        return text
    return f"{reading_report(report.disclosure, lang=options.lang)}\n\n{text}"


def _charts(named: Sequence[str], year: int | None) -> list[Chart]:
    """Read the official charts that are named, for the year of a document."""
    found = []
    for text in named:
        classification, equals, path = text.partition("=")
        if not equals:
            msg = f"{text}: give CLASSIFICATION=FILE, such as functional=2021.csv"
            raise ChartError(msg, zh=f"{text}：请写作 科目分类=文件，如 functional=2021.csv")
        if year is None:
            msg = f"{path}: the budget year is not known; give it with --year"
            raise ChartError(msg, zh=f"{path}：不知道预算年度；请用 --year 给出")
        found.append(read_chart(path, classification=classification, year=year))
    return found


def _read(options: argparse.Namespace) -> int:
    disclosures, unusable = _each(options, lambda disclosure: disclosure)
    if options.format == "json":
        print(disclosures_json(disclosures))  # noqa: T201
    else:
        told = reading_report if options.explain_reading else reading_text
        _print_apart([told(disclosure, lang=options.lang) for disclosure in disclosures])
    return 2 if unusable else 0


def _rules(options: argparse.Namespace) -> tuple[RuleSet, RuleSet]:
    """Return the rules for every document, and those between documents if these are asked for."""
    rules = STANDARD | TOGETHER if options.together else STANDARD
    rules = rules.only(*_named(options.select)) if options.select else rules
    rules = rules.without(*_named(options.ignore)) if options.ignore else rules
    between = RuleSet(one for one in rules if one.scope == "documents")
    single = RuleSet(one for one in rules if one.scope != "documents")
    if not rules:
        msg = "no rule is left to check; select another or ignore fewer"
        raise RuleError(msg, zh="没有剩下要核对的规则；请另选规则或少忽略一些")
    return single, between


def _named(given: Sequence[str]) -> list[str]:
    """The rules and families of an option, which may be repeated and may list several."""
    return [name for text in given for part in text.split(",") if (name := part.strip())]


def _each(options: argparse.Namespace, work: Callable[[Disclosure], Result]) -> tuple[list[Result], bool]:
    """Do the work for every file that can be used; name every one that cannot, and go on."""
    results: list[Result] = []
    unusable = False
    paths = list(options.paths if options.tables else files_in(options.paths))
    for number, path in enumerate(paths, 1):
        _progress(number, len(paths), path)
        try:
            for one in _documents(path, options):
                results.append(work(_usable(one, path)))  # noqa: PERF401 - what was done before an error stays
        except RelationError:  # only JSON that was changed by hand can pair figures so
            reason, remedy = "figures of different kinds are set against each other", "correct the figures"
            _complain(ReadingError(path, reason, remedy, zh="不同类的数被相互比较；请改正"), options.lang)
            unusable = True
        except GovBudgetError as error:
            _complain(error, options.lang)
            unusable = True
    _progress(0, len(paths), "")
    return results, unusable


def _documents(path: str, options: argparse.Namespace) -> tuple[Disclosure, ...]:
    """Return the documents of a file, or the one of a folder of tables."""
    if options.tables and os.path.isdir(path):  # noqa: PTH112 - see files_in
        return (read_folder(path, encoding=options.encoding),)
    return read_documents(path, encoding=options.encoding)


def files_in(paths: Sequence[str]) -> Iterator[str]:
    """Iterate over the files that paths name: themselves, or the text, Markdown, TSV, CSV and JSON files of a folder.

    Args:
        paths: Files and folders.
    """
    for path in paths:
        if not path or not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for names that are too long
            yield path
            continue
        inside = [
            str(file)
            for file in sorted(Path(path).rglob("*"))
            if file.suffix.lower() in SUFFIXES and file.is_file()
        ]
        yield from inside or [path]


def _usable(disclosure: Disclosure, path: str) -> Disclosure:
    if disclosure.tables or disclosure.claims or disclosure.unread:
        return disclosure
    reason = "no table and no figure of a budget is recognised"
    remedy = "give text with tab-separated or Markdown tables"
    zh = "没有认出任何表格或预算数字；请给出含制表符分隔或 Markdown 表格的文本"
    raise ReadingError(path, reason, remedy, zh=zh)


def _progress(number: int, count: int, path: str) -> None:
    """Keep one line on a terminal up to date while many files are worked on; number 0 clears it."""
    if count > 1 and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K[{number}/{count}] {path}" if number else "\r\x1b[K")
        sys.stderr.flush()


def _complain(error: GovBudgetError, lang: str) -> None:
    print(f"govbudget: {error.say(lang)}", file=sys.stderr)  # noqa: T201


def _print_apart(texts: list[str]) -> None:
    for i, text in enumerate(texts):
        if i:
            print("\n" + "─" * 72 + "\n")  # noqa: T201
        print(text)  # noqa: T201
