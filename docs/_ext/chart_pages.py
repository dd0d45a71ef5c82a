"""Writes the charts of subject codes as tables, one page for every classification, from the data of the package."""

# ruff: noqa: INP001 - extensions of the documentation are no package

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from written import write

from govbudget.harvesting import compact
from govbudget.subjects import (
    Classification,
    Grade,
    Kind,
    Level,
    Pair,
    Payer,
    ProcurementCategory,
    Subject,
    SubjectCode,
    crosswalk,
    history,
    procurement_catalogue,
    rows_of,
)

_DEPTH = 2  # of the procurement catalogue, whose 4,304 rows would be no page to read
_PAYERS = {Payer.AGENCY: "机关", Payer.INSTITUTION: "事业单位", Payer.ANY: ""}
_KINDS = {
    Kind.ONE_TO_ONE: "one to one",
    Kind.SPLIT: "split",
    Kind.MERGED: "merged",
    Kind.MANY_TO_MANY: "many to many",
}


def write_pages(app: Any) -> None:
    """Write `reference/charts/`: an index, the four classifications, the crosswalk and the procurement catalogue."""
    pages = {f"{_slug(kind)}.md": _chart(kind) for kind in Classification}
    pages |= {"crosswalk.md": _crosswalk(), "procurement.md": _procurement(), "index.md": _index()}
    write(Path(app.srcdir) / "reference" / "charts", pages)


def _slug(kind: Classification) -> str:
    return kind.value.replace("_", "-")


def _title(kind: Classification) -> str:
    return kind.label.en[0].upper() + kind.label.en[1:]


def _index() -> str:
    rows = [
        (
            f"[{_title(kind)}]({_slug(kind)}.md)",
            kind.label.zh,
            *_counted([row.grade for row in rows_of(kind)]),
        )
        for kind in Classification
    ]
    pairs = [pair.grade for pair in crosswalk().pairs]
    rows.append(("[Crosswalk](crosswalk.md)", "经济分类对应关系", *_counted(pairs)))
    published = [Grade.PUBLISHED] * len(procurement_catalogue())
    rows.append(("[Procurement catalogue](procurement.md)", "政府采购品目分类目录", *_counted(published)))
    return _lines(
        "# Charts",
        "",
        "The subject codes that the package knows, written from its data. None of the charts of 政府收支分类科目 is complete; what",
        "that means, and what the grades mean, is said in [Subject codes](../../explanation/subject-codes.md). To find a code or a",
        "whole name, use the search of this site; it leads to the row of a code.",
        "",
        *_table(["chart", "", "rows", *(grade.value for grade in Grade)], rows),
        "",
        "```{toctree}",
        ":hidden:",
        "",
        *map(_slug, Classification),
        "crosswalk",
        "procurement",
        "```",
    )


def _counted(grades: Sequence[Grade]) -> list[object]:
    return [len(grades), *(grades.count(grade) or "–" for grade in Grade)]


def _chart(kind: Classification) -> str:
    """Return the page of a classification: a table for every category."""
    sections: dict[str, list[Subject]] = {}
    for row in rows_of(kind):
        sections.setdefault(row.code.value[:3], []).append(row)
    others = any(row.also for row in rows_of(kind))
    heads = ["code", "name", "since", "until", "grade", "years read", *(["also claimed"] if others else [])]
    lines = [f"# {_title(kind)}", "", f"**{kind.label.zh}**. {_levels(kind)} {_evidence(kind)}", ""]
    for code, rows in sections.items():
        cells = [[*_subject(row), *(["、".join(row.also)] if others else [])] for row in rows]
        lines += [f"## {_category(code)}", "", *_table(heads, cells), ""]
    return _lines(*lines)


def _levels(kind: Classification) -> str:
    names = "、".join(level.zh for level in Level if level <= kind.deepest)
    return f"Levels: {names}."


def _evidence(kind: Classification) -> str:
    found = [row.grade for row in rows_of(kind)]
    counts = ", ".join(f"{found.count(grade)} {grade.value}" for grade in Grade if grade in found)
    return (
        f"{len(found)} rows: {counts}. The list is not complete: a code that is not here may exist. "
        "A blank *since* or *until* means that no change of the name is known."
    )


def _category(code: str) -> str:
    """Return a category with its latest name, if it is known."""
    return f"{code} {_latest(SubjectCode(code))}".rstrip()


def _latest(code: SubjectCode) -> str:
    rows = history(code)
    return rows[-1].name if rows else ""


def _subject(row: Subject) -> list[object]:
    return [_found(row.code), row.name, row.since, row.until, row.grade.value, compact(row.years)]


def _found(code: object) -> str:
    """Return a code as an entry of the index, by which the site search finds it; it takes no bare digits as words."""
    return f"{{index}}`{code}`"


def _crosswalk() -> str:
    rows = [_pair(pair) for pair in crosswalk().pairs]
    heads = ["governmental", "name", "departmental", "name", "paid by", "kind", "grade", "years read"]
    return _lines(
        "# Crosswalk",
        "",
        "**经济分类对应关系** (财预〔2017〕98号), in force since 2018: as which governmental economic subject a departmental one is paid.",
        "*Kind* says how the pair stands among the others for the same kind of payer.",
        "",
        *_table(heads, rows),
    )


def _pair(pair: Pair) -> list[object]:
    codes = (pair.governmental, pair.departmental)
    sides = [cell for code in codes for cell in (code, _latest(code))]
    return [*sides, _PAYERS[pair.payer], _KINDS[pair.kind], pair.grade.value, compact(pair.years)]


def _procurement() -> str:
    """Return the page of the catalogue: a table for each of its three classes, down to the second level."""
    known = procurement_catalogue()
    edition = f"**政府采购品目分类目录**, edition of {known.edition}, in use from about {known.edition + 1}."
    lines = [
        "# Procurement catalogue",
        "",
        edition,
        f"The package has all {len(known):,} categories, from the published text; this page shows the first two levels.",
        "For the others:",
        "",
        "```{doctest}",
        ">>> from govbudget.subjects import procurement_catalogue",
        '>>> procurement_catalogue().path("A02010105")',
        str(known.path("A02010105")),
        "```",
        "",
    ]
    for top in (row for row in known.categories.values() if row.level == 0):
        below = [
            row for row in known.categories.values() if row.code[0] == top.code and 0 < row.level <= _DEPTH
        ]
        lines += [f"## {top.code} {top.name}", "", *_table(["code", "name"], map(_category_row, below)), ""]
    return _lines(*lines)


def _category_row(row: ProcurementCategory) -> list[object]:
    return [_found(row.code), row.name]


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    cells = ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), *cells]


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|").replace("*", "\\*")


def _lines(*lines: str) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def setup(app: Any) -> dict[str, Any]:
    """Write the pages before any page is read."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
