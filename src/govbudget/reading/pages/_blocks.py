"""Text → lines and delimited blocks: tab-separated rows and Markdown tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import Factory, define, frozen

from govbudget.exceptions import ReadingError, UsageError
from govbudget.labels import visible

MAX_LINE = 1_000_000
"""The longest line, in characters, that is taken for text of a document."""

_MARKDOWN_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
_PIPE = re.compile(r"(?<!\\)\|")
_MARKS = re.compile(r"\A\s*#+\s+|\*\*|\A\s*>\s+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FURNITURE = re.compile(
    r"\s*(?:第?\s*\d+\s*(?:/|／|页共|页，共)\s*\d+\s*页?|[-—–]*\s*\d{1,3}\s*[-—–]*|第\s*\d+\s*页)\s*\Z"
)

_LONE = re.compile(r"\d{1,3}")


@frozen
class Line:
    """A line of narrative text with its number."""

    number: int | None
    text: str
    is_row: bool = False
    """Whether it is a row of a table that states what stands above one."""


@define
class Block:
    """Rows that belong together, the text lines before them, and those after."""

    rows: list[list[str]] = Factory(list)
    lines: list[int | None] = Factory(list)
    before: list[Line] = Factory(list)
    after: list[Line] = Factory(list)


def split_lines(text: str, source: str) -> list[str]:
    """Split a text into lines.

    Raises:
        ReadingError: A line is so long that it cannot be text of a document.
    """
    if not issubclass(type(text), str):
        msg = f"{type(text).__name__} is not text; decode bytes first, or use read_file"
        raise UsageError(msg, zh=f"{type(text).__name__} 不是文本；字节请先解码，或用 read_file")
    lines = visible(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            reason = f"a line of {len(line):,} characters"
            remedy = f"break the text into lines of at most {MAX_LINE:,}"
            zh = f"一行有 {len(line):,} 个字符；请分行，每行不超过 {MAX_LINE:,} 个"
            raise ReadingError(source, reason, remedy, number, zh=zh)
    return lines


def split_blocks(lines: list[str]) -> tuple[list[Block], list[Line]]:
    """Return the delimited blocks of a text, each with the text lines around it, and all text lines."""
    blocks: list[Block] = []
    narrative: list[Line] = []
    pending: list[Line] = []
    current: str | None = None
    for number, raw in enumerate(lines, 1):
        following = lines[number] if number < len(lines) else ""
        style = _style(raw, following, current)
        if style is None:
            current = None
            if not is_furniture(raw):
                line = Line(number, _MARKS.sub("", raw).strip())
                pending.append(line)
                narrative.append(line)
            continue
        if style != current:
            if blocks:
                blocks[-1].after = pending
            blocks.append(Block(before=pending))
            pending, current = [], style
        cells = _cells(raw, style)
        if cells is not None:
            blocks[-1].rows.append(cells)
            blocks[-1].lines.append(number)
    if blocks:
        blocks[-1].after = pending
    return [block for block in blocks if block.rows], narrative


def is_furniture(line: str) -> bool:
    """Tell whether a line is blank or holds nothing but the number of a page.

    Args:
        line: The line.
    """
    return not line.strip() or _FURNITURE.match(line) is not None


def lone_numbers(lines: Sequence[str]) -> list[Line]:
    """Return the lines that hold nothing but a short number: of a page, or a code in a table without borders.

    Args:
        lines: The lines of a text.
    """
    return [Line(i, text) for i, line in enumerate(lines, 1) if _LONE.fullmatch(text := line.strip())]


def _style(line: str, following: str, current: str | None) -> str | None:
    """Tell how a line delimits its cells; Markdown rows may lack the outer pipes."""
    if line.lstrip().startswith("|"):
        return "markdown"
    if "|" in line and "\t" not in line and (current == "markdown" or _is_rule(following)):
        return "markdown"
    return "tabs" if "\t" in line else None


def _is_rule(line: str) -> bool:
    return "|" in line and "-" in line and _MARKDOWN_RULE.match(line.strip()) is not None


def _cells(line: str, style: str) -> list[str] | None:
    if style == "tabs":
        return [kept(cell) for cell in line.split("\t")]
    if _MARKDOWN_RULE.match(line.strip()):
        return None
    text = line.strip().removeprefix("|")
    cells = _PIPE.split(text)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [kept(cell.replace("\\|", "|").replace("<br>", "\n").removeprefix(" ")) for cell in cells]


def kept(cell: str) -> str:
    """Return a cell without the blanks around it; a label that is indented keeps ideographic spaces to show how far."""
    text = cell.strip()
    indent = cell[: len(cell) - len(cell.lstrip())].replace("\u3000", "  ").replace("\n", "")
    return "\u3000" * (len(indent) // 2) + text if _CHINESE.match(text) else text
