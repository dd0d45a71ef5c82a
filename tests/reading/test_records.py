"""Records: plain data become the same table that a document gives, and nothing inexact gets in."""

from decimal import Decimal

import pytest

from govbudget import FigureError, ReadingError, RelationError
from govbudget.amounts import Amount, Unit
from govbudget.disclosures import Flow
from govbudget.percentages import Percentage
from govbudget.reading import read_records
from govbudget.relations import Outcome, Reason
from govbudget.vocabulary import ColumnRole
from reading_builders import (
    check_sums,
    column_sums,
    figures,
    labels,
    optional_columns,
    row_sums,
    side_of,
    texts,
)

TITLE = "部门支出总体情况表"
RECORDS = [
    {"name": "合计", "合计": "6.00", "基本支出": "1.00", "项目支出": "5.00"},
    {"code": "208", "name": "社会保障", "合计": "3.00", "基本支出": "1.00", "项目支出": "2.00"},
    {"code": "20805", "name": "养老", "合计": "3.00", "基本支出": "1.00", "项目支出": "2.00"},
    {"code": "2080501", "name": "甲", "合计": "1.00", "基本支出": "1.00"},
    {"code": "2080505", "name": "乙", "合计": "2.00", "项目支出": "2.00"},
    {"code": "221", "name": "住房", "合计": "3.00", "项目支出": "3.00"},
]


def side_from(records, title=TITLE, unit="万元", **options):
    (side,) = read_records(records, title=title, unit=unit, **options).sides
    return side


def test_records_read_like_the_document_they_came_from():
    """Rows, codes, figures and sums are those of the same table as text."""
    side = side_from(RECORDS)
    rows = [
        " | ".join([r.get("code", ""), r["name"], r["合计"], r.get("基本支出", ""), r.get("项目支出", "")])
        for r in RECORDS
    ]
    document = side_of("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", *rows)
    assert labels(side) == labels(document)
    assert figures(side) == figures(document)
    assert row_sums(side) == row_sums(document)
    assert column_sums(side) == column_sums(document)
    assert check_sums(read_records(RECORDS, title=TITLE, unit="万元")).summary[Outcome.FAILED] == 0


def test_title_and_unit_are_those_given():
    """The kind follows from the title, the unit of every amount from the unit."""
    table = read_records(iter(RECORDS), title=TITLE, unit=Unit.YUAN, source="db")
    assert (table.title, table.kind.key, table.unit, table.origin.source) == (
        TITLE,
        "expenditure_summary",
        Unit.YUAN,
        "db",
    )
    assert table.sides[0].flow is Flow.EXPENDITURE
    assert str(table.sides[0].cell(0, 0).location) == "db 部门支出总体情况表 · 合计 · 合计"


def test_an_unknown_title_has_no_kind_and_no_flow():
    """Any title will do; it then says nothing."""
    table = read_records(RECORDS, title="一览", unit="元")
    assert (table.kind, table.sides[0].flow) == (None, None)
    both = read_records(RECORDS, title="收支总表", unit="元")
    assert both.sides[0].flow is None


def test_an_unstated_unit_is_possible_on_purpose():
    """Figures without a unit compare with each other only."""
    table = read_records(RECORDS, title=TITLE, unit=Unit.UNSTATED)
    assert table.units == ()
    assert table.sides[0].cell(0, 0).figure.unit is Unit.UNSTATED


@pytest.mark.parametrize("unit", ["千元", "", "yuan"])
def test_an_unknown_unit_is_refused(unit):
    """A unit is never guessed."""
    with pytest.raises(FigureError, match="not a unit of money"):
        read_records(RECORDS, title=TITLE, unit=unit)


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        ("1,234.50", "1234.50万元"),
        ("（0.51）", "-0.51万元"),
        ("3元", "3元"),
        (5, "5万元"),
        (Decimal("2.50"), "2.50万元"),
        (Decimal("1E+2"), "100万元"),
        (Amount("7.0", "元"), "7.0元"),
        (Percentage("3"), "3%"),
        ("—", None),
        (None, None),
        ("", None),
    ],
)
def test_amounts_may_be_texts_exact_numbers_or_figures(value, figure):
    """Every exact form is taken as it is; an amount with a unit of its own keeps it; blanks stay blank."""
    side = side_from([{"name": "甲", "合计": value}, {"name": "乙", "合计": "1.00"}])
    assert figures(side) == [[figure], ["1.00万元"]]
    if figure is None:
        assert side.cell(0, 0).is_blank


def test_a_blank_is_not_zero():
    """A measure that a record does not have is blank; a zero that it has is zero."""
    side = side_from([{"name": "甲", "合计": "1.00", "基本支出": "0"}, {"name": "乙", "合计": "1.00"}])
    assert texts(side) == [["1.00", "0"], ["1.00", ""]]
    assert side.cell(0, 1).figure == Amount("0", "万元")
    assert side.cell(1, 1).figure is None


def test_unreadable_text_is_kept_with_its_reason():
    """Text that is no amount is a matter of the document, not an error of the program."""
    cell = side_from([{"name": "甲", "合计": "约三万"}]).cell(0, 0)
    assert (cell.text, cell.figure, cell.reason) == ("约三万", None, Reason.UNREADABLE)


@pytest.mark.parametrize("value", [1.5, float("nan"), True, Decimal("NaN"), Decimal("1E-40")])
def test_inexact_amounts_are_refused_with_their_place(value):
    """A float is refused, and so are truth values and absurd decimals; the message names source, record and measure."""
    records = [{"name": "甲", "合计": "1.00"}, {"name": "乙", "合计": value}]
    with pytest.raises(FigureError, match=r"\(db: record 2, 合计\); "):
        read_records(records, title=TITLE, unit="元", source="db")
    with pytest.raises(FigureError, match=r"\(<records>: record 2, 合计\); "):
        read_records(records, title=TITLE, unit="元")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"name": 5, "合计": "1"}, "record 2 has the label 5, a int"),
        ({"code": 201, "name": "甲", "合计": "1"}, "record 2 has the label 201, a int"),
        ({"org_code": Decimal(5), "合计": "1"}, r"record 2 has the label Decimal\('5'\), a Decimal"),
        ({"合计": "1"}, "record 2 has neither name nor code"),
        ({"name": " ", "code": None, "合计": "1"}, "record 2 has neither name nor code"),
    ],
)
def test_records_without_proper_labels_are_refused(record, reason):
    """Codes and names are text, and every record has one of them."""
    with pytest.raises(ReadingError, match=f"^<records>: {reason}; give"):
        read_records([{"name": "甲", "合计": "1"}, record], title=TITLE, unit="元")


def test_a_code_alone_names_a_record():
    """A record may be known by its code only."""
    assert labels(side_from([{"code": "201", "合计": "1.00"}])) == ["201 201"]


def test_no_records_are_refused():
    """An empty table is not made from nothing, nor a table without amounts."""
    with pytest.raises(ReadingError, match=r"^db: there is no record; "):
        read_records([], title=TITLE, unit="元", source="db")
    with pytest.raises(ReadingError, match=r"^<records>: no record has an amount; "):
        read_records([{"name": "甲"}, {"code": "201"}], title=TITLE, unit="元")


def test_units_with_codes_contain_subjects():
    """An org_code makes a unit; the subjects after it are its own."""
    side = side_from(
        [
            {"name": "合计", "金额": 6},
            {"org_code": "048001", "name": "机关", "金额": 3},
            {"code": "2080505", "name": "养老", "金额": 1},
            {"code": "2101101", "name": "医疗", "金额": 2},
            {"org_code": "048002", "name": "中心", "金额": 3},
            {"code": "2101550", "name": "运行", "金额": 3},
        ]
    )
    assert row_sums(side) == {
        "048001 机关": ["2080505 养老", "2101101 医疗"],
        "048002 中心": ["2101550 运行"],
        "合计": ["048001 机关", "048002 中心"],
    }


def test_names_alone_are_a_plain_list():
    """Without any code, names are parts of the total, outlines nest, and economic categories contain their subjects."""
    plain = side_from([{"name": "合计", "金额": 3}, {"name": "甲", "金额": 1}, {"name": "乙", "金额": 2}])
    assert row_sums(plain) == {"合计": ["甲", "乙"]}
    economic = side_from(
        [
            {"name": "合计", "金额": 3},
            {"name": "工资福利支出", "金额": 3},
            {"name": "基本工资", "金额": 1},
            {"name": "奖金", "金额": 2},
        ],
        title="基本支出表",
    )
    assert row_sums(economic) == {"工资福利支出": ["基本工资", "奖金"], "合计": ["工资福利支出"]}


def test_measures_keep_their_order_and_first_mention():
    """Columns come in the order in which measures are first mentioned."""
    side = side_from([{"name": "甲", "乙项": 1}, {"name": "乙", "甲项": 1, "乙项": 2}])
    assert [column.label for column in side.columns] == ["乙项", "甲项"]
    assert [(column.index, column.position) for column in side.columns] == [(0, 0), (1, 1)]


def test_measures_have_the_roles_of_their_names():
    """A count is a count and a share a share; a measure that is called like a label is an amount all the same."""
    side = side_from([{"name": "甲", "采购数量": "2", "占比": "3.5%", "项目": "4.00"}])
    assert [column.role for column in side.columns] == [
        ColumnRole.QUANTITY,
        ColumnRole.PERCENTAGE,
        ColumnRole.AMOUNT,
    ]
    assert figures(side) == [["2", "3.5%", "4.00万元"]]


def test_breakdowns_may_be_stated():
    """Stated breakdowns replace those that would follow from the names."""
    stated = {"合计": ["甲类", "乙类"], "甲类": ["子一", "子二"]}
    side = side_from(
        [{"name": "行", "合计": 3, "甲类": 2, "乙类": 1, "子一": 1, "子二": 1}], breakdowns=stated
    )
    assert column_sums(side) == stated
    assert [column.parent for column in side.columns] == [None, 0, 0, 1, 1]
    assert optional_columns(side) == []
    assert column_sums(side_from(RECORDS, breakdowns={})) == {}


@pytest.mark.parametrize("breakdowns", [{"合计": ["甲类", "丙类"]}, {"丙类": ["合计"]}])
def test_breakdowns_into_unknown_measures_are_refused(breakdowns):
    """The message names the measure and those that there are."""
    with pytest.raises(ReadingError) as caught:
        read_records([{"name": "行", "合计": 1, "甲类": 1}], title=TITLE, unit="元", breakdowns=breakdowns)
    assert (
        str(caught.value)
        == "<records>: the breakdown names '丙类', which no record has; use the measures 合计, 甲类"
    )


@pytest.mark.parametrize("breakdowns", [{"甲": ["甲"]}, {"甲": ["乙"], "乙": ["甲"]}])
def test_cyclic_breakdowns_are_refused(breakdowns):
    """A measure is never part of itself."""
    with pytest.raises(RelationError, match="part of itself"):
        read_records([{"name": "行", "甲": 1, "乙": 1}], title=TITLE, unit="元", breakdowns=breakdowns)
