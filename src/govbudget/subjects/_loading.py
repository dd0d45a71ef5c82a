"""Loads the package's charts, when they are first needed, and official charts that users bring."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from govbudget.exceptions import FigureError, Notice
from govbudget.subjects._charts import Chart, ChartError, Grade, Subject, chart_of
from govbudget.subjects._codes import Classification, Level, SubjectCode, classification_of
from govbudget.subjects._names import agreement

_FIELDS = ("code", "name", "since", "until", "grade", "years", "documents", "also")
_LEVELS = {name: level for level in Level for name in (level.zh, str(int(level)))}


def _text(name: str) -> str:
    from importlib import resources  # noqa: PLC0415 - only where a chart is needed

    return resources.files(__package__).joinpath("data", name).read_text("utf-8")


def data_lines(name: str) -> list[str]:
    """Return the lines of a data file of the package that are neither comments nor its heading.

    Args:
        name: The file, such as "functional.tsv".
    """
    return [line for line in _text(name).split("\n") if line and not line.startswith("#")][1:]


def birth_certificate(classification: Classification) -> list[str]:
    """Return the comments at the head of a data file: source, edition, date, counts, how to regenerate.

    Args:
        classification: Which classification.
    """
    return [line for line in _text(f"{classification.value}.tsv").split("\n") if line.startswith("#")]


@functools.cache
def rows_of(classification: Classification) -> tuple[Subject, ...]:
    """Return all known rows of a classification, of all years, by code and validity.

    Args:
        classification: Which classification; the procurement catalogue has charts of its own kind.
    """
    return tuple(map(_row, data_lines(f"{classification.value}.tsv")))


def _row(line: str) -> Subject:
    fields = line.split("\t")
    fields += [""] * (len(_FIELDS) - len(fields))
    code, name, since, until, grade, years, documents, also = fields
    return Subject(
        SubjectCode(code),
        name,
        int(since) if since else None,
        int(until) if until else None,
        Grade(grade),
        span(years),
        int(documents or 0),
        tuple(also.split("|")) if also else (),
    )


@functools.lru_cache(maxsize=256)
def span(text: str) -> tuple[int, ...]:
    """Return the years of a compact list such as "2017-2019,2022".

    Args:
        text: Years and ranges of years; empty for none.
    """
    years: list[int] = []
    for part in text.split(",") if text else ():
        first, _, last = part.partition("-")
        years += range(int(first), int(last or first) + 1)
    return tuple(years)


@functools.cache
def chart(classification: Classification | str, year: int) -> Chart:
    """Return what the package knows of a classification in a year; none of its charts is complete.

    Args:
        classification: Which classification.
        year: The budget year.

    Raises:
        ChartError: There is no such classification.
    """
    kind = _classification(classification)
    return chart_of(kind, year, rows_of(kind))


def _classification(given: Classification | str) -> Classification:
    try:
        return Classification(given)
    except ValueError:
        known = ", ".join(kind.value for kind in Classification)
        msg = f"there is no classification {given!r}; give one of {known}"
        raise ChartError(msg, zh=f"没有科目分类 {given!r}；请给出 {known} 之一") from None


def subject(code: SubjectCode | str | Sequence[str], *, year: int) -> Subject:
    """Return the subject of a code in a budget year, whatever its classification.

    Args:
        code: The code in any spelling that `SubjectCode.parse` takes.
        year: The budget year; there is no default, because names change.

    Raises:
        SubjectCodeError: It is no code.
        UnknownSubjectError: No chart of the year has it.

    >>> subject("2101506", year=2021).name, subject("208 05", year=2019).name, subject("20805", year=2021).name
    ('医疗保障经办事务', '行政事业单位离退休', '行政事业单位养老支出')
    """
    if isinstance(code, str):
        kind = classification_of(code)
        if kind is not None and (found := chart(kind, year).get(code)) is not None:
            return found
    parsed = SubjectCode.parse(code)
    return chart(classification_of(parsed) or Classification.FUNCTIONAL, year)[parsed]


def history(code: SubjectCode | str) -> tuple[Subject, ...]:
    """Return all names of a code through the years, the oldest first: renamed, added and dropped rows show by their years.

    Args:
        code: A code in any spelling.

    >>> [f"{row.name} {row.since or ''}-{row.until or ''}" for row in history("207")]
    ['文化体育与传媒支出 -2018', '文化旅游体育与传媒支出 2019-']
    """
    parsed = SubjectCode.parse(code)
    kind = classification_of(parsed)
    return _by_code(kind).get(parsed.value, ()) if kind is not None else ()


@functools.cache
def _by_code(classification: Classification) -> dict[str, tuple[Subject, ...]]:
    found: dict[str, list[Subject]] = {}
    for row in rows_of(classification):
        found.setdefault(row.code.value, []).append(row)
    return {code: tuple(sorted(rows, key=lambda row: row.since or 0)) for code, rows in found.items()}


def search(name: str, classification: Classification | None = None) -> tuple[Subject, ...]:
    """Return the rows of a name in all years and, unless one is given, all classifications.

    Args:
        name: A name as printed, perhaps truncated or with other brackets.
        classification: Only this classification.
    """
    kinds = [classification] if classification is not None else list(Classification)
    rows = ((agreement(name, row.name), row) for kind in kinds for row in rows_of(kind))
    return tuple(row for found, row in sorted(rows, key=lambda pair: pair[0].value) if found.is_same)


def read_chart(
    source: str | os.PathLike[str] | Iterable[Mapping[str, str] | Sequence[str]],
    *,
    classification: Classification | str,
    year: int,
    complete: bool = True,
) -> Chart:
    """Read an official chart that the user has: a CSV or TSV file, or rows.

    Args:
        source: A file, or rows as mappings with "code" and "name" (perhaps "level", "since", "until"), or as sequences
            of code and name. The first row of a file names its columns.
        classification: Which classification it is.
        year: The budget year.
        complete: Whether every code of the year is in it; then an unknown code is a wrong one.

    Raises:
        ChartError: A row cannot be used; the message names the row and the reason.
    """
    classification = _classification(classification)
    place = os.fspath(source) if isinstance(source, str | os.PathLike) else "<rows>"
    rows = _file_rows(Path(place)) if isinstance(source, str | os.PathLike) else _given_rows(source)
    subjects = [_official(row, number, place, classification) for number, row in rows]
    if not any(row.holds_in(year) for row in subjects):
        msg = f"{place}: no row holds in {year}; give code and name of every subject of that year"
        raise ChartError(msg, zh=f"{place}：没有 {year} 年有效的行；请给出该年全部科目的编码和名称")
    try:
        return chart_of(classification, year, subjects, is_complete=complete)
    except ChartError as error:
        msg = f"{place}: {error}; keep one row for every code"
        raise ChartError(msg, zh=f"{place}：{error.zh}；每个编码请只留一行") from None


def _file_rows(path: Path) -> list[tuple[int, Mapping[str, str]]]:
    import csv  # noqa: PLC0415 - seldom needed

    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        msg = f"{path}: there is no such file; check the path"
        raise ChartError(msg, zh=f"{path}：没有这个文件；请核对路径") from None
    except OSError as error:
        msg = f"{path}: cannot be opened ({error.strerror}); give a file that may be read"
        raise ChartError(msg, zh=f"{path}：不能打开（{error.strerror}）；请给出可以读取的文件") from None
    except UnicodeDecodeError:
        msg = f"{path}: is not UTF-8; save it as UTF-8"
        raise ChartError(msg, zh=f"{path}：不是 UTF-8 编码；请另存为 UTF-8") from None
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(lines, delimiter="\t" if lines and "\t" in lines[0] else ",", strict=True)
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
        reader.fieldnames = names
        rows = list(enumerate(reader, 2))
    except csv.Error as error:
        msg = f"{path}: cannot be read as a table near row {reader.reader.line_num} ({error}); mend its quotation marks"
        raise ChartError(
            msg, zh=f"{path}：第 {reader.reader.line_num} 行附近不能读作表；请改正引号"
        ) from None
    if not {"code", "name"} <= set(names):
        msg = f"{path}: the first row names {', '.join(names) or 'nothing'}; it must name at least code and name"
        raise ChartError(
            msg, zh=f"{path}：首行列出的是 {'、'.join(names) or '空'}；首行至少须有 code 和 name 两栏"
        )
    return list(rows)


def _given_rows(rows: Iterable[Mapping[str, str] | Sequence[str]]) -> list[tuple[int, Mapping[str, str]]]:
    found: list[tuple[int, Mapping[str, str]]] = []
    for number, row in enumerate(rows, 1):
        if isinstance(row, Mapping):
            found.append((number, row))
        elif isinstance(row, Sequence) and not isinstance(row, str) and len(row) >= 2:
            found.append((number, dict(zip(("code", "name", "level", "since", "until"), row, strict=False))))
        else:
            msg = f"<rows>: row {number} is {row!r}; give code and name"
            raise ChartError(msg, zh=f"<rows>：第 {number} 行是 {row!r}；请给出编码和名称")
    return found


def _official(row: Mapping[str, str], number: int, place: str, classification: Classification) -> Subject:
    fields = {key: str(row.get(key) or "").strip() for key in ("code", "name", "level", "since", "until")}
    try:
        code = SubjectCode.parse(fields["code"])
    except FigureError as error:
        msg = f"{place}: row {number}: {fields['code']!r} is no code; {error.remedy}"
        raise ChartError(msg, zh=f"{place}：第 {number} 行：{fields['code']!r} {error.zh}") from None
    reason = _reason(code, fields, classification)
    if reason is not None:
        msg = f"{place}: row {number}: {reason.en}"
        raise ChartError(msg, zh=f"{place}：第 {number} 行：{reason.zh}")
    since, until = (int(fields[key]) if fields[key] else None for key in ("since", "until"))
    return Subject(code, fields["name"], since, until, Grade.PUBLISHED)


def _reason(code: SubjectCode, fields: Mapping[str, str], classification: Classification) -> Notice | None:
    """Return why a row with a code cannot be used."""
    reason = None
    if not classification.takes(code):
        label = classification.label
        reason = Notice(
            f"{code} 不是{label.zh}的编码；请核对科目分类",
            f"{code} is no code of the {label.en}; check the classification",
        )
    elif not fields["name"]:
        reason = Notice(f"{code} 没有名称；请给出规范名称", f"{code} has no name; give its official name")
    elif fields["level"] and _LEVELS.get(fields["level"]) != code.level:
        digits, level = len(code.value), fields["level"]
        reason = Notice(
            f"{code} 有 {digits} 位，而级次写作{level}；请改正其一",
            f"{code} has {digits} digits but is said to be of level {level}; mend one of them",
        )
    return reason or _period_reason(fields)


def _period_reason(fields: Mapping[str, str]) -> Notice | None:
    """Return why the years of a row cannot be used."""
    since, until = fields["since"], fields["until"]
    for key in ("until", "since"):
        year = fields[key]
        if year and not (year.isascii() and year.isdigit() and len(year) == 4):
            return Notice(
                f"{key} 是 {year!r}；请给出年份，如 2021", f"{key} is {year!r}; give a year such as 2021"
            )
    if since > until > "":
        return Notice(
            f"since {since} 晚于 until {until}；请改正其一",
            f"since {since} is after until {until}; mend one of them",
        )
    return None
