"""The data model: headings, cells and tables say what they are, and nothing in them is mistaken for an amount of zero."""

import pytest

from govbudget import RelationError
from govbudget.amounts import Amount, Unit
from govbudget.disclosures import (
    Axis,
    Breakdown,
    Cell,
    Claim,
    Column,
    Disclosure,
    DisclosureKind,
    Indicator,
    Narrative,
    Origin,
    Row,
    RowKind,
    RowLabel,
    Side,
    Table,
    Unread,
)
from govbudget.exceptions import Notice
from govbudget.locations import Location
from govbudget.percentages import Percentage
from govbudget.relations import Reason
from govbudget.targets import Direction, TargetSyntaxError
from govbudget.vocabulary import ColumnRole, vocabulary

ORIGIN = Origin("a.txt", "支出总表")
COLUMN = Column(("2021年", "合计"), ColumnRole.AMOUNT, 0, 2, Unit.WAN_YUAN)
ROW = Row("行政运行", RowKind.SUBJECT, 0, 3, "2101501", line=12)


def cell(text="", figure=None, reason=None):
    return Cell(text, figure, ROW, COLUMN, ORIGIN, reason)


def side_of(*cells):
    return Side(ORIGIN, Axis((ROW,)), Axis((COLUMN,) * len(cells)), (cells,))


def test_a_row_is_named_by_code_and_label():
    """Messages name a row as a reader finds it: code first, if it has one."""
    assert ROW.name == "2101501 行政运行"
    assert Row("合计", RowKind.TOTAL, 0, 0).name == "合计"
    assert Row("", RowKind.SUBJECT, 0, 0, "201").name == "201"


def test_a_column_is_named_by_all_its_headings():
    """The label is the innermost heading, the name the whole path; a column without heading has neither."""
    assert (COLUMN.label, COLUMN.name) == ("合计", "2021年 / 合计")
    bare = Column((), ColumnRole.AMOUNT, 0, 0)
    assert (bare.label, bare.name) == ("", "")


def test_an_axis_is_a_sequence_of_headings():
    """Length, order and indices are those of the headings."""
    axis = Axis((ROW, ROW))
    assert (len(axis), list(axis), axis[1]) == (2, [ROW, ROW], ROW)


def test_only_full_breakdowns_are_sums():
    """Parts named 其中, and totals with optional parts, do not enter the hierarchy of sums."""
    breakdowns = (
        Breakdown(0, (1, 2)),
        Breakdown(1, (3,), of_which=True),
        Breakdown(2, (3, 4), optional=(5,)),
    )
    assert Axis((ROW,) * 6, breakdowns).hierarchy.sums == ((0, (1, 2)),)


@pytest.mark.parametrize(
    "breakdowns", [((0, (0,)),), ((0, (1,)), (1, (0,))), ((0, (1,)), (1, (2,)), (2, (0,)))]
)
def test_a_heading_is_never_part_of_itself(breakdowns):
    """A cycle is refused when the axis is made, not found out by endless work later."""
    with pytest.raises(RelationError, match="part of itself"):
        Axis((ROW,) * 3, tuple(Breakdown(total, parts) for total, parts in breakdowns))


@pytest.mark.parametrize(
    ("printed", "is_blank"),
    [
        (cell(), True),
        (cell("—"), True),
        (cell("0.00", Amount("0.00", "万元")), False),
        (cell("?", reason=Reason.UNREADABLE), False),
        (cell("", reason=Reason.ABSENT), False),
    ],
)
def test_blank_is_neither_zero_nor_doubtful(printed, is_blank):
    """A blank cell prints nothing or a dash; zero, unreadable and absent cells are not blank."""
    assert printed.is_blank is is_blank


def test_a_cell_knows_its_place():
    """A location names file, table, row with code, all headings, and line."""
    assert cell().location == Location("a.txt", "支出总表", "2101501 行政运行", "2021年 / 合计", 12)
    assert str(cell().location) == "a.txt:12 支出总表 · 2101501 行政运行 · 2021年 / 合计"


def test_a_label_has_a_place_but_no_figure():
    """A row's label is located by its row, and never counts as an amount."""
    label = RowLabel(ROW, ORIGIN)
    assert label.figure is None
    assert label.location == Location("a.txt", "支出总表", "2101501 行政运行", None, 12)


def test_what_is_shown_of_a_model_is_short():
    """Names, titles and counts are shown, not whole tables."""
    side = side_of(cell("1.00", Amount("1.00", "万元")))
    assert "1 rows" in repr(side)
    assert "2101501 行政运行" in repr(side.cell(0, 0))
    assert "kind=three_public" in repr(Table(ORIGIN, vocabulary().kind("three_public")))
    assert "kind=None" in repr(Table(ORIGIN))
    assert "2 tables" in repr(Disclosure([Table(ORIGIN)] * 2))


def test_a_blank_cell_is_made_when_asked_for():
    """A side keeps no blank cells, but every place can be asked for."""
    printed = cell("1.00", Amount("1.00", "万元"))
    side = side_of(printed, None)
    assert side.cell(0, 0) is printed
    blank = side.cell(0, 1)
    assert (blank.text, blank.figure, blank.is_blank, blank.row) == ("", None, True, ROW)


def test_figures_of_a_side_are_its_printed_figures():
    """Blank cells and cells without a figure are not iterated over."""
    printed = cell("1.00", Amount("1.00", "万元"))
    side = side_of(None, printed, cell("x", reason=Reason.UNREADABLE), cell("3%", Percentage("3")))
    assert [one.text for one in side.figures()] == ["1.00", "3%"]
    assert [one.text for one in Table(ORIGIN, sides=(side, side)).cells()] == ["1.00", "3%"] * 2


@pytest.mark.parametrize(
    ("cells", "is_empty"),
    [
        ((None, cell("-")), True),
        ((cell("", reason=Reason.ABSENT),), True),
        ((cell("x", reason=Reason.UNREADABLE),), False),
        ((cell("0.00", Amount("0.00", "万元")),), False),
    ],
)
def test_an_empty_table_prints_no_figure(cells, is_empty):
    """Blanks and dashes leave a table empty; a printed zero, or something unreadable, does not."""
    assert Table(ORIGIN, sides=(side_of(*cells),)).is_empty is is_empty


def test_a_form_without_sides_is_not_called_empty():
    """Emptiness is said of matrices only."""
    form = Table(ORIGIN, vocabulary().kind("performance_overall"), raw=(("项目名称", "甲"),))
    assert form.is_form
    assert not form.is_empty
    assert not Table(ORIGIN).is_form
    assert not Table(ORIGIN, vocabulary().kind("three_public")).is_form


@pytest.mark.parametrize(
    ("units", "unit"),
    [((), None), ((Unit.YUAN,), Unit.YUAN), ((Unit.YUAN, Unit.WAN_YUAN), None)],
)
def test_a_table_has_a_unit_only_if_it_states_exactly_one(units, unit):
    """No unit and contradictory units are both no unit."""
    assert Table(ORIGIN, units=units).unit is unit


def test_a_disclosure_numbers_and_finds_its_tables():
    """Tables are counted from 1, also where two are alike, and found by kind, the first one first."""
    first = Table(ORIGIN, vocabulary().kind("expenditure_summary"))
    second = Table(ORIGIN, vocabulary().kind("expenditure_summary"))
    disclosure = Disclosure([Table(ORIGIN), first, second])
    assert [disclosure.number(table) for table in disclosure.tables] == [1, 2, 3]
    assert disclosure.table("expenditure_summary") is first
    assert disclosure.table("revenue_summary") is None
    assert first.title == "支出总表"


def test_a_disclosure_takes_any_iterable_and_keeps_tuples():
    """Tables and claims may be given as lists or generators; what is kept cannot change."""
    claim = Claim("安排1元。", Amount("1", "元"), Location(), (2, 4))
    disclosure = Disclosure((table for table in [Table(ORIGIN)]), narrative=Narrative([claim]))
    assert isinstance(disclosure.tables, tuple)
    assert disclosure.claims == (claim,)
    assert Disclosure().kind is DisclosureKind.BUDGET
    assert (Disclosure().tables, Disclosure().unread, Disclosure().indicators) == ((), (), ())


def test_indicators_and_unread_blocks_are_plain_values():
    """They compare by what they say."""
    assert Indicator("预算执行率", "≥90%") == Indicator("预算执行率", "≥90%", None, ())
    reason = Notice("无表头", "no heading")
    assert Unread("表", reason, (1, 2)) == Unread("表", reason, (1, 2), ())
    assert (reason.say("zh"), reason.say("en")) == ("无表头", "no heading")


@pytest.mark.parametrize(
    ("nature", "value", "unit", "said"),
    [
        ("≥", "95", "%", "≥95%"),
        ("≥", "≥95", "%", "≥95%"),
        ("≥", "不低于95", "%", "≥95%"),
        (">=", "≥95%", "%", "≥95%"),
        ("大于等于", "95", "%", "≥95%"),
        ("＝", "100%", None, "=100%"),
        ("≤", "12月底前", None, "≤12月31日"),
        ("≤", "小学650元", None, "≤650元"),
        ("定性", "显著提升", None, "显著提升"),
        ("≥", "显著提升", None, "显著提升"),
        ("定性", "95", "%", "=95%"),
        ("定量", "95", "%", "=95%"),
        ("约束性", "≥95", "%", "≥95%"),
        (None, "95", "%", "=95%"),
        ("≥", "1人,2人", None, "1: =1人 2: =2人"),
    ],
)
def test_nature_and_value_make_up_one_target(nature, value, unit, said):
    """A sign that stands in both is one sign; words, lists and natures that are no sign leave the value as it is."""
    assert str(Indicator("检查", value, unit, nature=nature).parsed) == said


def test_a_nature_may_contradict_its_value():
    """Two opposite signs are no target; a blank value is missing, whatever stands before it."""
    assert isinstance(Indicator("检查", "≥95", "%", nature="≤").parsed, TargetSyntaxError)
    assert Indicator("检查", "", nature="≥").parsed == Indicator("检查", "").parsed
    positive, negative = (Indicator("甲", "95", "%", nature=word).parsed for word in ("正向指标", "反向指标"))
    assert (positive.polarity, negative.polarity) == (Direction.AT_LEAST, Direction.AT_MOST)
    assert Indicator("检查次数（≥**次）", "2", nature="≤").parsed == Indicator("检查", "≤2次").parsed


def test_further_columns_belong_to_an_indicator_but_not_to_its_hash():
    """Indicators with other remarks are not equal, and all can be members of a set."""
    one, other = (Indicator("检查", "≥2次", extras={"备注": text}) for text in "甲乙")
    assert one != other
    assert len({one, other, Indicator("检查", "≥2次", extras={"备注": "甲"})}) == 2
