"""Pages without headings → the table above them: whether they continue it, and under which headings their cells belong.

All pages that wait are tried together first, because the table is read again with every attempt. Only where they do not all belong to
it are they tried one by one, then in greater numbers; an effort in rows read keeps the whole proportional to what is given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise

from attrs import evolve, frozen

from govbudget.disclosures import Aspect, Cell, Side, Table
from govbudget.exceptions import Notice
from govbudget.labels import normalise
from govbudget.reading.extracted._continuations import Part
from govbudget.reading.extracted._doubts import tallies
from govbudget.reading.extracted._fits import gathered, place
from govbudget.reading.extracted._grids import Grid, Rows, drop_blank_columns
from govbudget.reading.extracted._seams import seams
from govbudget.reading.pages._context import Context
from govbudget.reading.pages._effort import Effort
from govbudget.reading.tables._headers import is_figure
from govbudget.relations import Judgement, Outcome, Sum, SumTree, judge_tree
from govbudget.vocabulary import ColumnRole, TableKind

_CODE = re.compile(r"\d{3}(?:\d\d){0,2}")


@frozen(eq=False)
class Page:
    """Rows without headings that may continue the table above them.

    Args:
        grid: The rows.
        context: What is said around them.
        kind: The kind of table that their title names, which needs to be proved wrong.
        belongs_below: Whether that title is printed again over the table that follows.
    """

    grid: Grid
    context: Context
    kind: TableKind | None
    belongs_below: bool


def join(part: Part, pages: Sequence[Page], effort: Effort) -> int:
    """Join pages to the table above them; return how many of the first continue it.

    Args:
        part: The table.
        pages: The pages in printed order.
        effort: How many rows may be read again.

    Raises:
        TooLongError: There are more to read again; the pages joined so far are among the joints of the table.
    """
    if _joins(part, pages, effort, is_last=True):
        return len(pages)
    done, size, grows = 0, 1, True
    while done < len(pages) > 1:
        run = pages[done : done + size]
        if _joins(part, run, effort, is_last=done + size >= len(pages)):
            done += len(run)
            size *= 2 if grows else 1
        elif size == 1:
            break
        else:
            size, grows = size // 2, False
    return done


def may_hold(part: Part, piece: Grid) -> bool:
    """Tell whether rows without headings may be those of a table: they have its columns, or as many as it was given with.

    Args:
        part: The table.
        piece: The rows.
    """
    widths = {max(map(len, one.given.rows)) for one in (part.grid, piece)}
    return len(widths) == 1 or _under(part.roles, piece) is not None


def is_whole(part: Part) -> bool:
    """Tell whether a table prints a total of all, its sums hold, and no row looks as if another part began there.

    Args:
        part: The table.
    """
    table, _ = part.read()
    passed, failed = _sums(table)
    is_sound = table is not None and not any(map(seams, table.sides))
    return part.has_total and passed > 0 and not failed and is_sound


def _joins(part: Part, pages: Sequence[Page], effort: Effort, *, is_last: bool) -> bool:
    """Join pages to the table above them; False if one does not continue it."""
    effort.spend(len(part.grid.rows) + sum(len(page.grid.rows) for page in pages))
    roles = part.roles
    placed = [_under(roles, page.grid) for page in pages]
    rows = [some for some in placed if some is not None]
    follows = list(_ascends(part.grid.rows, rows, roles))
    if len(rows) < len(pages) or False in follows:
        return False
    starts = list(accumulate(map(len, rows), initial=len(part.grid.rows)))
    part.whole = part.whole or part.read()[0]
    joined = evolve(part, grid=_joined(part.grid, pages, rows))
    alone, tried = part.whole, joined.read()[0]
    (passed, failed), (holds, fails) = _sums(alone), _sums(tried)
    is_proved = not fails and (failed > 0 or holds > passed)
    is_better = fails <= failed or (not is_last and _closed(tried) <= _closed(alone))
    needs_proof = any(page.kind is not None and not page.belongs_below for page in pages)
    if (
        not is_better
        or (needs_proof and not is_proved)
        or _strays(tried, starts)
        or _ends_within(tried, starts)
    ):
        return False
    for page, codes in zip(pages, follows, strict=True):
        _note(joined.grid, page, is_proved=is_proved, codes=codes is True)
    part.joints += starts[:-1]
    part.gaps += starts[:1] if part.is_cut else []
    part.grid, part.whole = joined.grid, tried
    return True


def _joined(grid: Grid, pages: Sequence[Page], rows: Sequence[Rows]) -> Grid:
    return evolve(
        grid,
        rows=[*grid.rows, *(row for some in rows for row in some)],
        numbers=[*grid.numbers, *(number for page in pages for number in page.grid.numbers)],
        resolutions=[*grid.resolutions, *(one for page in pages for one in page.grid.resolutions)],
    )


def _sums(table: Table | None) -> tuple[int, int]:
    """Return how many sums down the rows of a table hold, and how many fail."""
    passed = failed = 0
    for side in table.sides if table is not None else ():
        for tally in tallies(side):
            outcomes = [judgement.outcome for judgement in tally.others]
            passed += tally.passed + outcomes.count(Outcome.ROUNDING)
            failed += outcomes.count(Outcome.FAILED)
    return passed, failed


def _failed(side: Side) -> Iterator[tuple[Cell, Sum]]:
    """Iterate over the sums down the rows that fail, with their totals."""
    for tally in tallies(side):
        for one in tally.others:
            if one.outcome is Outcome.FAILED and isinstance(one.relation, Sum):
                assert isinstance(one.relation.total, Cell)  # noqa: S101 - the terms are the cells of the side
                yield one.relation.total, one.relation


def _closed(table: Table | None) -> int:
    """Return how many sums fail of which no part can stand on a page to come."""
    sides = table.sides if table is not None else ()
    return sum(total.row.index not in side.last_branch() for side in sides for total, _ in _failed(side))


def _ends_within(table: Table | None, starts: Sequence[int]) -> bool:
    """Tell whether a sum that fails holds without the rows from one of the pages on, so that the table ends above that page."""
    for side in table.sides if table is not None else ():
        for total, relation in _failed(side):
            parts = [part for part in relation.parts if isinstance(part, Cell) and part.figure is not None]
            pages = [bisect_right(starts, part.row.position) for part in parts]
            sums = accumulate(part.figure.value for part in parts if part.figure is not None)
            ends = {
                added for added, (page, below) in zip(sums, pairwise(pages), strict=False) if page < below
            }
            if total.figure is not None and total.figure.value in ends:
                return True
    return False


def _strays(table: Table | None, starts: Sequence[int]) -> bool:
    """Tell whether most rows of a page do not add up across their columns, so that these are not the columns of the table."""
    failed = {
        row.position
        for side in (table.sides if table is not None else ())
        for row in side.rows
        if any(one.outcome is Outcome.FAILED for one in _across(side, row.index))
    }
    counts = Counter(bisect_right(starts, position) for position in failed)
    return any(counts[n] * 2 > below - above for n, (above, below) in enumerate(pairwise(starts), 1))


def _across(side: Side, row: int) -> tuple[Judgement, ...]:
    """Return what became of the sums across a row that are not exact."""
    return judge_tree(SumTree(side.columns.hierarchy, side.matrix[row], partial(side.cell, row))).others


def _under(roles: list[ColumnRole], piece: Grid) -> Rows | None:
    """Return the rows of a piece under the headings of a table, or None if its columns cannot be told apart."""
    for rows in (piece.rows, drop_blank_columns(piece.rows)):
        if max(map(len, rows), default=0) == len(roles) and _agree(rows, roles):
            return [[*row, *[""] * (len(roles) - len(row))] for row in rows]
    placed = place(piece.rows, [None] * len(roles), roles)
    if placed is None or placed[1]:
        return None
    return [gathered(row, placed[0], len(roles)) for row in piece.rows]


def _agree(rows: Rows, roles: list[ColumnRole]) -> bool:
    """Tell whether figures stand under headings of figures, and words under those of labels or beside a blank label."""
    for row in rows:
        for j, cell in enumerate(row):
            is_label, is_code = roles[j].is_label, roles[j] is ColumnRole.SUBJECT_CODE
            if cell and is_label and not is_code and is_figure(cell):
                return False
            if (
                cell
                and not is_label
                and not is_figure(cell)
                and cell.strip("-—–－")
                and (not j or row[j - 1])
            ):
                return False
    return True


def _ascends(above: Rows, pages: Sequence[Rows], roles: list[ColumnRole]) -> Iterator[bool | None]:
    """Tell for each page whether its codes go on where those above it end; None if it or what is above it has no codes."""
    columns = [j for j, role in enumerate(roles) if role is ColumnRole.SUBJECT_CODE]
    last = next(_codes(reversed(above), columns[0]), None) if len(columns) == 1 else None
    for rows in pages:
        first = next(_codes(rows, columns[0]), None) if len(columns) == 1 else None
        if first is None:
            yield None
            continue
        yield None if last is None else _chart(last) == _chart(first) and last < first
        last = next(_codes(reversed(rows), columns[0]), None)


def _codes(rows: Iterable[list[str]], column: int) -> Iterator[str]:
    """Iterate over the codes of subjects that a column prints."""
    cells = (normalise(row[column]) for row in rows if column < len(row))
    return (cell for cell in cells if _CODE.fullmatch(cell))


def _chart(code: str) -> bool:
    """Tell economic subjects, which begin with 3 or 5, from functional ones."""
    return code[0] in "35"


def _note(grid: Grid, page: Page, *, is_proved: bool, codes: bool) -> None:
    evidence = [Notice("没有表头，栏目内容相符", "it has no headings, and its columns hold the same")]
    if codes:
        evidence.append(Notice("科目编码相接", "the codes go on"))
    if is_proved:
        evidence.append(Notice("合并后各项合计相符", "the sums hold with these rows"))
    said = Notice("；".join(one.zh for one in evidence), "; ".join(one.en for one in evidence))
    count = len(page.grid.rows)
    grid.note(Aspect.CONTINUATION, Notice(f"接上表，{count} 行", f"{count} rows continue it"), said)
    if page.kind is not None:
        title = page.grid.given.title
        grid.note(
            Aspect.TITLE,
            Notice(f"不取续页所给标题“{title}”", f"the title given to these rows, {title}, is not taken"),
            said,
        )
