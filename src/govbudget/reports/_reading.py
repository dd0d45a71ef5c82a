"""What was read, as text that can be compared with the document."""

from __future__ import annotations

from govbudget.disclosures import Disclosure, Side, Table
from govbudget.exceptions import Notice
from govbudget.reports._forms import form_lines
from govbudget.reports._layout import clipped, grid
from govbudget.reports._narrative import narrative_lines
from govbudget.reports._text import heading, require, unread_lines
from govbudget.reports._words import PHRASES, phrases

_LABEL_WIDTH = 40
_CELL_WIDTH = 24


def reading_text(disclosure: Disclosure, *, lang: str = "zh") -> str:
    """Return every table as it was understood: headings, codes, amounts, lines; what stayed unread; the narrative.

    Args:
        disclosure: What `read_file` returned.
        lang: "zh" or "en".

    Raises:
        UsageError: It is no disclosure, or there is no such language.
    """
    phrases(lang)
    require(disclosure, Disclosure, "what read_file returned")
    lines = [heading(disclosure)]
    for number, table in enumerate(disclosure.tables, 1):
        lines += ["", _title(number, table, lang)]
        lines += [f"  {note}" for note in table.notes]
        if table.is_form:
            lines += form_lines(table, lang)
        for side in table.sides:
            lines += _side(side, lang)
    lines += unread_lines(disclosure, lang)
    lines += ["", *narrative_lines(disclosure.narrative, lang)]
    return "\n".join(lines)


def _title(number: int, table: Table, lang: str) -> str:
    words = PHRASES[lang]
    kind = (table.kind.zh if lang == "zh" else table.kind.en) if table.kind else ""
    span = words["line"].format(line="–".join(map(str, table.lines))) if table.lines else ""
    unit = table.unit.value if table.unit else ""
    parts = (f"[{number}] {table.title or words['untitled']}", kind, unit, span)
    return "  ".join(part for part in parts if part)


def _side(side: Side, lang: str) -> list[str]:
    head = ["", "", ""] + [clipped(column.name, _CELL_WIDTH) for column in side.columns]
    rows = [head]
    told: dict[Notice, list[str]] = {}
    for row in side.rows:
        depth = 0
        parent = row.parent
        while parent is not None:
            depth, parent = depth + 1, side.rows[parent].parent
        label = clipped("  " * depth + row.label, _LABEL_WIDTH)
        cells = [clipped(cell.text if cell else "", _CELL_WIDTH) for cell in side.matrix[row.index]]
        line = PHRASES[lang]["line"].format(line=row.line) if row.line is not None else ""
        rows.append([line, row.code or "", label, *cells])
        if row.recovery is not None:
            told.setdefault(row.recovery, []).append(str(row.line))
    return ["", *grid(rows, left=3), *(_recovered(notice, places, lang) for notice, places in told.items())]


def _recovered(notice: Notice, lines: list[str], lang: str) -> str:
    """Say how the blank cells of some rows were recovered."""
    words = PHRASES[lang]
    return words["recovered"].format(lines=words["comma"].join(lines), how=notice.say(lang))
