"""Attestations of subject codes from disclosures, so that the charts grow with evidence.

Run: python -m govbudget.harvesting PATH... [--into DIRECTORY] [--year YEAR]

Reads files (or folders of them) with the library's own reader, takes every subject code with the name printed beside it, and says
which are new. With --into, writes the charts of the package, extended by what was found, as data files of the same form.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from govbudget.cli import files_in
from govbudget.disclosures import Disclosure
from govbudget.exceptions import GovBudgetError
from govbudget.files import read_documents
from govbudget.subjects import (
    Classification,
    Grade,
    Subject,
    SubjectCode,
    SubjectCodeError,
    agreement,
    birth_certificate,
    classification_of,
    rows_of,
)

FIELDS = ("code", "name", "since", "until", "grade", "years", "documents", "also")


@frozen
class Attestation:
    """A code with a name, as one disclosure prints it.

    Args:
        code: The code.
        name: The name beside it.
        year: The budget year of the disclosure.
        source: The file.
    """

    code: SubjectCode
    name: str
    year: int
    source: str


def attestations(disclosure: Disclosure, *, year: int | None = None) -> Iterator[Attestation]:
    """Iterate over the codes with names that a disclosure prints, each once.

    Args:
        disclosure: What was read.
        year: The budget year, where the disclosure does not say it; without any nothing is attested.
    """
    in_year = year or disclosure.year
    rows = (row for table in disclosure.tables for side in table.sides for row in side.rows)
    printed = {(code, name) for row in rows for code, name in row.subjects if name}
    for code, name in sorted(printed) if in_year else ():
        try:
            parsed = SubjectCode(code)
        except SubjectCodeError:
            continue
        kind = classification_of(parsed)
        if kind is not None and kind.takes(parsed):
            yield Attestation(parsed, name or "", in_year or 0, disclosure.source or "")


def merge(rows: Iterable[Subject], found: Iterable[Attestation]) -> tuple[list[Subject], list[Attestation]]:
    """Extend rows by attestations; return the rows and what agrees with none of them.

    Documents of a year that attests the row already are not counted, since they may be the same ones; all of a new year are.
    A name that is only another spelling of the row's (brackets, a cut-off end, _行政) attests the row. A code that no row has
    becomes a row of its own; a different name of a known code is returned, for a person to judge.

    Args:
        rows: Rows of one classification, of all years.
        found: Attestations of the same classification.
    """
    known = {(row.code, row.since): row for row in rows}
    sources: dict[tuple[SubjectCode, int | None], tuple[tuple[int, ...], set[str]]] = {}
    strange: list[Attestation] = []
    for one in found:
        same_code = [key for key, row in known.items() if row.code == one.code and row.holds_in(one.year)]
        key = next((key for key in same_code if agreement(one.name, known[key].name).is_same), None)
        if key is None and same_code:
            strange.append(one)
            continue
        key = key or (one.code, None)
        row = known.get(key) or Subject(one.code, one.name, grade=Grade.ATTESTED)
        before = sources.setdefault(key, (row.years, set()))
        new = one.source not in before[1] and one.year not in before[0]
        before[1].add(one.source)
        grade = row.grade if row.grade is Grade.PUBLISHED else Grade.ATTESTED
        years = tuple(sorted({*row.years, one.year}))
        known[key] = evolve(row, grade=grade, years=years, documents=row.documents + new)
    return sorted(known.values(), key=lambda row: (row.code, row.since or 0)), strange


def data_file(classification: Classification, rows: Sequence[Subject]) -> str:
    """Return rows as the text of a data file: a header, then one row a line, sorted.

    Args:
        classification: Which classification.
        rows: Its rows.
    """
    counts = ", ".join(
        f"{grade.value} {n}" for grade in Grade if (n := sum(row.grade is grade for row in rows))
    )
    header = [
        f"# rows: {len(rows)} ({counts})" if line.startswith("# rows:") else line
        for line in birth_certificate(classification)
    ]
    return "\n".join([*header, "\t".join(FIELDS), *map(_line, rows)]) + "\n"


def _line(row: Subject) -> str:
    fields = (row.code, row.name, row.since or "", row.until or "", row.grade.value)
    more = (compact(row.years), row.documents or "", "|".join(row.also))
    return "\t".join(map(str, (*fields, *more))).rstrip("\t")


def compact(years: Sequence[int]) -> str:
    """Return years as a compact list, such as "2017-2019,2022".

    Args:
        years: Years in ascending order.
    """
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, or 2 if some file could not be used.

    Args:
        arguments: The arguments, those of the process if not given.
    """
    parser = argparse.ArgumentParser(
        prog="python -m govbudget.harvesting", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="disclosures, or folders of them")
    parser.add_argument("--into", type=Path, metavar="DIRECTORY", help="write the extended data files there")
    parser.add_argument("--year", type=int, help="the budget year of files that do not say it")
    options = parser.parse_args(arguments)
    found: list[Attestation] = []
    unusable = False
    for path in files_in(options.paths):
        try:
            for disclosure in read_documents(path):
                found += attestations(disclosure, year=options.year)
                if disclosure.year is None and options.year is None:
                    remedy = "no budget year is stated; give it with --year"
                    print(f"govbudget: {path}: {remedy}", file=sys.stderr)  # noqa: T201
                    unusable = True
        except GovBudgetError as error:
            print(f"govbudget: {error.say('en')}", file=sys.stderr)  # noqa: T201
            unusable = True
    for kind in Classification:
        mine = [one for one in found if classification_of(one.code) is kind]
        rows, strange = merge(rows_of(kind), mine)
        new = len(rows) - len(rows_of(kind))
        print(f"{kind.value}: {len(mine)} attestations, {new} new codes, {len(strange)} other names")  # noqa: T201
        codes = {row.code for row in rows_of(kind)}
        for sign, one in [
            *(("+", one) for one in mine if one.code not in codes),
            *(("?", one) for one in strange),
        ]:
            print(f"  {sign} {one.code} {one.name} ({one.year}, {one.source})")  # noqa: T201
        if options.into is not None and not _written(options.into, kind, rows):
            return 2
    return 2 if unusable else 0


def _written(directory: Path, kind: Classification, rows: Sequence[Subject]) -> bool:
    """Write a data file, or say in one line why that cannot be done."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        (directory / f"{kind.value}.tsv").write_text(data_file(kind, rows), "utf-8")
    except OSError as error:
        print(f"govbudget: {directory}: cannot be written to ({error.strerror})", file=sys.stderr)  # noqa: T201
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
