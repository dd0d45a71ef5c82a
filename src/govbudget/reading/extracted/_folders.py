"""A folder of extracted tables → the one document that they were cut out of."""

from __future__ import annotations

import os
import re
from pathlib import Path

from attrs import frozen

from govbudget.amounts import Unit
from govbudget.disclosures import Disclosure
from govbudget.exceptions import FigureError, ReadingError
from govbudget.reading._files import load_text, path_text, tabs
from govbudget.reading.extracted._sequences import read_tables
from govbudget.reading.extracted._tables import ExtractedTable

LIST, TEXT = "tables.tsv", "text.txt"
_LINE_END = re.compile(r"\r\n?|\n")
_NUMBER = re.compile(r"(\d+)")


@frozen
class _Listed:
    """A line of the list of tables: the file of a table, and what the extractor says of it."""

    file: str
    line: int | None = None
    title: str = ""
    unit: str = ""
    page: str = ""


def read_folder(path: str | os.PathLike[str], *, encoding: str | None = None) -> Disclosure:
    """Read a folder whose TSV and CSV files are the tables of one document.

    The tables come in the order of their file names (2 before 10), or in that of the list `tables.tsv`, a table with the columns
    `file`, and perhaps `title`, `unit` and `page`. `text.txt`, if there is one, is the text of the pages.

    Args:
        path: The folder.
        encoding: The encoding of the files, if it is not UTF-8, UTF-16 or GB18030.

    Raises:
        ReadingError: There is no such folder or no table in it, or one of the files cannot be used.
    """
    source = path_text(path, "the name of a folder")
    folder = Path(path)
    if not os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises for names that no file can have
        raise ReadingError(
            source, "there is no such folder", "check the path", zh="没有这个文件夹；请核对路径"
        )
    listed = _listed(folder, encoding) if (folder / LIST).is_file() else _found(folder)
    if not listed:
        zh = "文件夹中没有 TSV 或 CSV 表格；请把每张表存为一个文件"
        raise ReadingError(
            source, "the folder holds no TSV or CSV table", "save every table as a file in it", zh=zh
        )
    text = load_text(folder / TEXT, encoding) if (folder / TEXT).is_file() else None
    return read_tables([_table(folder, one, encoding) for one in listed], text=text, source=source)


def _found(folder: Path) -> list[_Listed]:
    """Return the tables of a folder and of the folders in it, in the order of their names."""
    files = [file for file in folder.rglob("*") if file.suffix.lower() in (".tsv", ".csv") and file.is_file()]
    names = [file.relative_to(folder).as_posix() for file in files]
    return [_Listed(name) for name in sorted(names, key=_natural)]


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _NUMBER.split(name)]


def _listed(folder: Path, encoding: str | None) -> list[_Listed]:
    """Return the tables that the list names."""
    path = folder / LIST
    rows = _rows(load_text(path, encoding))
    heads = [cell.strip().lower() for cell in rows[0]]
    if "file" not in heads:
        reason, remedy = "the first row has no column 'file'", "name the columns file, title, unit, page"
        zh = "首行没有“file”列；请以 file、title、unit、page 为列名"
        raise ReadingError(str(path), reason, remedy, 1, zh=zh)
    found = []
    for number, row in enumerate(rows[1:], 2):
        cells = dict(zip(heads, map(str.strip, row), strict=False))
        if any(cells.values()):
            page = cells.get("page") or cells.get("pages") or ""
            found.append(_Listed(cells["file"], number, cells.get("title", ""), cells.get("unit", ""), page))
    return found


def _table(folder: Path, one: _Listed, encoding: str | None) -> ExtractedTable:
    path = _path(folder, one)
    text = load_text(path, encoding, may_be_empty=True)
    text = tabs(text, str(path)) if path.suffix.lower() == ".csv" else text
    page = _NUMBER.match(one.page)
    try:
        unit = Unit.named(one.unit) if one.unit else None
    except FigureError:
        zh = f"单位“{one.unit}”应为元、万元或亿元；请改正"
        reason = f"the unit {one.unit!r} is none of 元, 万元, 亿元"
        raise ReadingError(str(folder / LIST), reason, "correct it", one.line, zh=zh) from None
    number = int(page[1]) if page and int(page[1]) else None
    return ExtractedTable(_rows(text), one.title or None, unit, number, str(path))


def _path(folder: Path, one: _Listed) -> Path:
    """Return the file of a table, which must stand in the folder or in its folder `tables`."""
    inside = [folder / one.file, folder / "tables" / one.file]
    found = next((path for path in inside if one.file and path.is_file()), None)
    if found is None or ".." in Path(one.file).parts or Path(one.file).is_absolute():
        zh = f"文件夹中没有所列的“{one.file}”；请核对文件名"
        reason = f"the folder has no file {one.file!r}"
        raise ReadingError(str(folder / LIST), reason, "check the name", one.line, zh=zh)
    return found


def _rows(text: str) -> list[list[str]]:
    """Split text into rows of cells; a line without tabs stands alone in its row, as a title does."""
    return [line.split("\t") if "\t" in line else [line, ""] for line in _LINE_END.split(text)]
