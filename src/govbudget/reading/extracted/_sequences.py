"""Extracted tables → a disclosure: the whole sequence that an extractor cut out of one document is read together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from attrs import evolve

from govbudget.amounts import Unit
from govbudget.disclosures import Aspect, Disclosure, Table, Unread, printed_numbers
from govbudget.exceptions import Notice, ReadingError
from govbudget.reading._documents import NO_HEADING, Group, group_blocks, read_groups, read_text
from govbudget.reading.extracted._continuations import Part, append, drop_repeated_headings, repeats
from govbudget.reading.extracted._evidence import set_apart_repeats, settle_units
from govbudget.reading.extracted._fits import fit
from govbudget.reading.extracted._grids import Grid, drop_blank_columns, split_grids, texts_of
from govbudget.reading.extracted._joins import Page, join, may_hold
from govbudget.reading.extracted._neighbours import doubt_neighbours
from govbudget.reading.extracted._nested import merge_nested
from govbudget.reading.extracted._recognition import kind_of, without_repeats
from govbudget.reading.extracted._tables import ExtractedTable, extracted
from govbudget.reading.pages._blocks import Block, Line
from govbudget.reading.pages._context import Context, read_context
from govbudget.reading.pages._effort import Effort, TooLongError
from govbudget.reading.tables._resolutions import of_document
from govbudget.reading.tables._tables import split_header
from govbudget.vocabulary import TableKind, vocabulary

Rows = Iterable[Sequence[str | int | Decimal | None]]

_NO_HEADINGS = Notice(
    "没有表头，也不能确定接在上面的表之后",
    "it has no headings, and nothing says that it continues the table above",
)
_SEPARATED = (
    Notice("与上面的表分开", "separated from the table above"),
    Notice("表中间又有标题、单位或表头", "a title, a unit or headings are printed in mid-table"),
)
_OTHER_UNIT = Notice(
    "表头与上面的表相同，而单位不同", "its headings are those of the table above, but its unit is another"
)
_TOO_MANY = Notice(
    "没有表头的页过多，不再逐一试接",
    "there are too many pages without headings to try whether it continues the table above",
)
_TIMES, _SOME = 12, 3_000
"""So many times the rows that are given, and so many more, are read again to find out which pages continue a table."""
_REPEATED = Notice("同一表另有完整的一份", "the same table is printed again, with all of its figures")


def read_tables(
    tables: Iterable[ExtractedTable | Rows], *, text: str | None = None, source: str | None = None
) -> Disclosure:
    """Read the tables that an extractor cut out of one document, in their order.

    Args:
        tables: The tables; bare rows are a table without title.
        text: The text of the pages, for what the narrative states, and for title, entity and year.
        source: Where the tables come from, for the places of findings.

    Raises:
        ReadingError: A cell is neither text nor an exact number.
        UsageError: The tables are no tables.

    >>> disclosure = read_tables([
    ...     ExtractedTable([["科目编码", "科目名称", "金额"], ["201", "一般公共服务支出", "3.00"]], "支出总表", "万元")])
    >>> disclosure.tables[0].kind.key
    'expenditure_summary'
    """
    given = extracted(tables)
    found = _read(given, source)
    if text is None:
        return found
    said = read_text(text, source)
    told_by = {Aspect.YEAR: said if said.year else found, Aspect.ENTITY: found if found.entity else said}
    return evolve(
        said,
        tables=found.tables,
        unread=found.unread,
        entity=told_by[Aspect.ENTITY].entity,
        year=told_by[Aspect.YEAR].year,
        resolutions=tuple(
            one for aspect, by in told_by.items() for one in by.resolutions if one.aspect is aspect
        ),
    )


def _read(given: tuple[ExtractedTable, ...], source: str | None) -> Disclosure:
    sequence = _Sequence(source, sum(len(one.rows) for one in given))
    for number, one in enumerate(given):
        sequence.add(one, given[number + 1] if number + 1 < len(given) else None)
    return sequence.disclosure()


class _Sequence:
    """The tables of one document while they are read, each with what continues it."""

    def __init__(self, source: str | None, rows: int) -> None:
        self.source = source
        self.effort = Effort(_TIMES * rows + _SOME)
        self.waiting: list[Page] = []
        """Rows without headings of which it is not yet decided whether they continue the table above."""
        self.items: list[Part | Group] = []
        self.unread: list[Unread] = []
        self.homeless: tuple[Grid, TableKind | None] | None = None
        """The last rows without headings that are left unread, until a table begins."""
        self.claimant: ExtractedTable | None = None
        """The extracted table after theirs, to which alone they may belong."""
        self.announced: list[str] = []
        """What the foot of the table before says of the next one."""

    def add(self, one: ExtractedTable, following: ExtractedTable | None) -> None:
        """Read one table of the sequence: it may hold several, and may continue the one before."""
        texts = texts_of(one, self.source)
        if not any(map(any, texts)):
            return
        grids = split_grids(one, texts)
        grids[0].before[:0], self.announced = self.announced, []
        last = self.items[-1] if self.items else None
        context = read_context(grids[0].lines())
        kind = vocabulary().table_kind(context.title) if context.title else None
        if kind is not None and kind.is_form:
            self._settle()
            self.items += group_blocks([_block(one, texts)])
        elif context.title is None and isinstance(last, Group):
            last.blocks.append(_block(one, texts))
        else:
            for grid in grids:
                self._add_grid(grid, read_context(grid.lines()), following)

    def _add_grid(self, grid: Grid, context: Context, following: ExtractedTable | None) -> None:
        if not grid.rows:
            self.announced = grid.before
            return
        last = self.items[-1] if self.items else None
        part = last if isinstance(last, Part) else None
        is_headed = fit(grid)
        below = following is not None and following.title == grid.given.title and not grid.before
        if not is_headed and part is not None and (context.title is None or below):
            drop_repeated_headings(part, grid)
        if not (is_headed or _split(grid)):
            kind = vocabulary().table_kind(context.title) if context.title else None
            self.waiting.append(Page(grid, context, kind, below))
            if part is None:
                self._settle()
            return
        self._settle()
        last = self.items[-1] if self.items else None
        part = last if isinstance(last, Part) else None
        if part is not None and repeats(part, grid, context):
            if part.context.units and context.units not in ((), part.context.units):
                part.is_cut = True
                self._leave(grid, context.title, _OTHER_UNIT)
            else:
                append(part, grid)
        else:
            if not grid.is_first:
                grid.note(Aspect.SEPARATION, *_SEPARATED, 0)
            self._begin(Part(grid, context, kind_of(grid, context)))

    def _begin(self, part: Part) -> None:
        """Begin a table; rows without headings before it may be its own, handed over in a wrong order."""
        given = part.grid.given
        if self.claimant not in {None, given}:
            self.homeless = self.claimant = None
        if self.homeless is not None:
            rows, kind = self.homeless
            part.is_cut = kind in {None, part.kind} and may_hold(part, rows)
            self.claimant = None if given is rows.given else given
        self.items.append(part)

    def _settle(self) -> None:
        """Decide of all rows without headings that wait whether they continue the table above."""
        while self.waiting:
            last = self.items[-1] if self.items else None
            part = last if isinstance(last, Part) else None
            reason, before = _NO_HEADINGS, len(part.joints) if part is not None else 0
            try:
                joined = join(part, self.waiting, self.effort) if part is not None else 0
            except TooLongError:
                reason, joined = _TOO_MANY, len(part.joints) - before if part is not None else 0
            pages, self.waiting = self.waiting[joined:], []
            for number, page in enumerate(pages):
                if self._refuse(part, page, reason) or reason is _NO_HEADINGS:
                    self.waiting = pages[number + 1 :]
                    break

    def _refuse(self, part: Part | None, page: Page, reason: Notice) -> bool:
        """Leave rows unread that do not continue the table above; True if they are a table by themselves."""
        grid = page.grid
        header, taken = split_header(grid.rows)
        if page.kind is not None and taken and not page.belongs_below:
            grid.header, grid.rows, grid.numbers = header, grid.rows[taken:], grid.numbers[taken:]
            self._begin(Part(grid, page.context, page.kind))
            return True
        if part is not None:  # whatever its title says, its rows may be those that the table above lacks
            part.is_cut = True
        self.homeless, self.claimant = (grid, page.kind), None
        self._leave(grid, page.context.title, reason)
        return False

    def _leave(self, grid: Grid, title: str | None, reason: Notice) -> None:
        rows = tuple(tuple(row) for row in (*grid.header, *grid.rows))
        numbers = sum(1 for row in rows for cell in row for _ in printed_numbers(cell))
        self.unread.append(Unread(title or "", reason, None, rows, numbers))

    def disclosure(self) -> Disclosure:
        """Return what was read."""
        self._settle()
        parts = [item for item in self.items if isinstance(item, Part)]
        for part in set_apart_repeats(parts):
            self._leave(part.grid, part.context.title, _REPEATED)
            self.items.remove(part)
            parts.remove(part)
        settle_units(parts)
        for part, kind in zip(parts, without_repeats(parts), strict=True):
            part.kind = kind
        for is_group, some in groupby(self.items, lambda item: isinstance(item, Group)):
            doubt_neighbours([] if is_group else [item for item in some if isinstance(item, Part)])
        units = {unit for item in self.items for unit in item.context.units}
        tables: list[Table] = []
        for item in self.items:
            if isinstance(item, Group):
                tables += read_groups([item], self.source, units)[0]
                continue
            table = item.build(self.source)
            if table is None:
                self._leave(item.grid, item.context.title, NO_HEADING)
            else:
                tables.append(table)
        entities = Counter(item.context.entity for item in self.items if item.context.entity)
        year = next((item.context.year for item in self.items if item.context.year), None)
        entity = entities.most_common(1)[0][0] if entities else None
        told = of_document([item.context for item in self.items], (None, None), (year, entity))
        return Disclosure(
            tables,
            source=self.source,
            entity=entity,
            year=year,
            unread=tuple(self.unread),
            resolutions=tuple(told),
        )


def _block(one: ExtractedTable, texts: list[list[str]]) -> Block:
    before = [Line(None, text) for text in (one.title, one.unit and f"单位：{one.unit.value}") if text]
    return Block(texts, [None] * len(texts), before)


def _split(grid: Grid) -> bool:
    """Take the heading rows off a grid; False if it has none that say what its rows are."""
    rows = drop_blank_columns(grid.rows)
    header, taken = split_header(rows)
    words = vocabulary()
    roles = [words.column_role(cell) for row in header for cell in row if cell]
    if not any(role is not None and role.is_label for role in roles):
        return False
    grid.header, grid.rows, grid.numbers = header, rows[taken:], grid.numbers[taken:]
    merge_nested(grid)
    return True


def read_rows(
    rows: Rows,
    *,
    title: str | None = None,
    unit: str | Unit | None = None,
    source: str | None = None,
) -> Table:
    """Read one table from rows of cells, as any extractor returns them.

    Args:
        rows: The rows, headings first; None counts as a blank cell, and a float is refused. Rows that state title or
            unit may come first.
        title: The title, if it is not in the rows.
        unit: The unit (元, 万元 or 亿元), if it is not in the rows.
        source: Where the rows come from.

    Raises:
        ReadingError: The headings do not say what rows and columns are, or the rows state another unit.
        FigureError: The unit is not known.
        UsageError: The rows are no rows.

    >>> table = read_rows(
    ...     [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]],
    ...     title="部门支出总体情况表", unit="万元")
    >>> [column.label for column in table.sides[0].columns], str(table.sides[0].cell(0, 0).figure)
    (['合计', '基本支出', '项目支出'], '3.00万元')
    """
    money = None if unit is None else Unit.named(unit)
    found = _read((ExtractedTable(rows, title, money),), source)
    tables = found.tables
    count = len(tables) + len(found.unread)
    if count > 1:
        reason, zh = f"the rows hold {count} tables that run together", f"这些行是连在一起的 {count} 张表"
        raise ReadingError(
            source or "<rows>", reason, "give them to read_tables", zh=f"{zh}；请用 read_tables"
        )
    if len(tables) != 1:
        reason, zh = (
            "the rows are not a table with headings over labels and figures",
            "这些行不是有表头、名称和数字的表",
        )
        remedy = "put the heading rows first and give the title"
        raise ReadingError(source or "<rows>", reason, remedy, zh=f"{zh}；请把表头行放在最前，并给出标题")
    stated = tables[0].units
    if money is not None and stated and stated != (money,):
        names = "、".join(one.value for one in stated if one is not money)
        reason = f"the rows state {names}, the argument {money.value}"
        zh = f"行中注明单位{names}，参数给出{money.value}；请去掉错的一个"
        raise ReadingError(source or "<rows>", reason, "leave out the one that is wrong", zh=zh)
    return tables[0]
