"""Sums down the rows: outlines, codes, units and totals give every row the row it belongs to, or none."""

import pytest

from govbudget import read_rows
from govbudget.disclosures import RowKind
from govbudget.relations import Outcome
from reading_builders import check_sums, labels, parents, read_one, row_bounds, row_sums, side_of

ITEMS = "项目 | 金额"
ONE = "科目编码 | 科目名称 | 金额"
THREE = ("科目编码 | | | 科目名称 | 金额", "类 | 款 | 项 | | ")
UNITS = ("科目编码 | | | 单位（科目名称） | 金额", "类 | 款 | 项 | | ")


def kinds(side):
    return [row.kind for row in side.rows]


# --- outlines


def test_outline_numbers_nest():
    """一、 contains （一）, which contains 1、, and a sibling closes what came before (Nanyang 2021)."""
    side = side_of(
        ITEMS,
        "一、基本支出 | 1,252.27",
        "1、行政人员经费 | 987.58",
        "2、事业人员经费 | 167.36",
        "3、公用经费 | 97.33",
        "二、项目支出 | 318.56",
        "（一）一般性项目 | 163.56",
        "1、部门经常性支出 | 163.56",
        "2、部门临时性支出 | ",
        "（二）特定类项目 | 155.00",
        "1、政策性配套支出 | ",
        "3、事业发展专项支出 | 150.00",
        "4、其他支出 | 5.00",
        "本年支出合计 | 1,570.83",
    )
    assert row_sums(side) == {
        "一、基本支出": ["1、行政人员经费", "2、事业人员经费", "3、公用经费"],
        "二、项目支出": ["（一）一般性项目", "（二）特定类项目"],
        "（一）一般性项目": ["1、部门经常性支出", "2、部门临时性支出"],
        "（二）特定类项目": ["1、政策性配套支出", "3、事业发展专项支出", "4、其他支出"],
        "本年支出合计": ["一、基本支出", "二、项目支出"],
    }


def test_decimal_outline_numbers_stand_below_whole_ones():
    """1.1 stands below 1、 (Nanyang 2021, appropriation)."""
    side = side_of(
        ITEMS,
        "一、基本支出 | 3.00",
        "二、项目支出 | 7.00",
        "1、一般性项目支出 | 3.00",
        "1.1、部门经常性支出 | 1.00",
        "1.2、部门临时性支出 | 2.00",
        "2、特定类项目支出 | 4.00",
        "2.1、政策性配套支出 | 4.00",
        "2.2、其他 | ",
    )
    assert row_sums(side) == {
        "二、项目支出": ["1、一般性项目支出", "2、特定类项目支出"],
        "1、一般性项目支出": ["1.1、部门经常性支出", "1.2、部门临时性支出"],
        "2、特定类项目支出": ["2.1、政策性配套支出", "2.2、其他"],
    }


def test_plain_labels_below_an_item_are_its_parts():
    """Labels without number stand below the item before them (Qinyang 2020)."""
    side = side_of(
        ITEMS,
        "一、一般公共预算收入 | 141.47",
        "财政拨款 | 141.47",
        "非税收入 | ",
        "二、政府性基金预算收入 | ",
        "当年基金收入 | ",
        "上级基金专项转移支付 | ",
        title="部门收入总体情况表",
    )
    assert row_sums(side) == {
        "一、一般公共预算收入": ["财政拨款", "非税收入"],
        "二、政府性基金预算收入": ["当年基金收入", "上级基金专项转移支付"],
    }


@pytest.mark.parametrize("only", ["1、专项 | 1.00", "专项 | 1.00"])
def test_a_single_item_does_not_claim_to_be_the_whole(only):
    """One listed part, numbered or not, may be some of its item: it is bounded by it, not equal to it."""
    side = side_of(ITEMS, "一、基本支出 | 3.00", only, "二、项目支出 | 1.00")
    assert row_sums(side) == {}
    assert list(row_bounds(side)) == ["一、基本支出"]


def test_of_which_lists_are_bounds():
    """ "其中：" opens a list of some parts; items of the same rank that follow belong to the list (三公)."""
    side = side_of(
        "项 目 | “三公”经费预算数",
        "共计 | 3.20",
        "1、因公出国（境）费用 | 0.00",
        "2、公务接待费 | 0.80",
        "3、公务用车费 | 2.40",
        "其中：（1）公务用车运行维护费 | 2.40",
        "（2）公务用车购置 | 0.00",
        title="“三公”经费支出情况表",
    )
    assert row_sums(side) == {"共计": ["1、因公出国（境）费用", "2、公务接待费", "3、公务用车费"]}
    assert row_bounds(side) == {"3、公务用车费": ["其中：（1）公务用车运行维护费", "（2）公务用车购置"]}


def test_of_which_does_not_nest_in_of_which():
    """Two rows 其中 below one item are both parts of the item."""
    side = side_of(ITEMS, "一、财政拨款 | 5.00", "其中：专项 | 1.00", "其中：补助 | 2.00", "二、其他 | 1.00")
    assert row_bounds(side) == {"一、财政拨款": ["其中：专项", "其中：补助"]}


def test_of_which_may_stand_below_plain_labels():
    """Without any numbering 其中 belongs to the label above, and is no addend of the total."""
    side = side_of(
        ITEMS, "财政拨款 | 5.00", "事业收入 | 2.00", "其中：专项 | 1.00", "收入合计 | 7.00", title="收入总表"
    )
    assert row_bounds(side) == {"事业收入": ["其中：专项"]}
    assert row_sums(side) == {"收入合计": ["财政拨款", "事业收入"]}


def test_what_follows_of_which_below_plain_labels_is_left_open():
    """A plain row after 其中 may continue its list or stand beside its owner: no sum rests on it."""
    rows = ("财政拨款 | 5.00", "其中：专项 | 1.00", "事业收入 | 2.00", "收入合计 | 7.00")
    side = side_of(ITEMS, *rows, title="收入总表")
    assert row_bounds(side) == {"财政拨款": ["其中：专项"]}
    assert row_sums(side) == {}


def test_of_which_without_an_owner_is_no_addend():
    """A row 其中 at the top of a table belongs to nothing and is added to nothing."""
    side = side_of(ITEMS, "其中：专项 | 1.00", "合计 | 5.00")
    assert row_sums(side) == {}
    assert row_bounds(side) == {}


def test_parts_beside_of_which_remain_parts():
    """Whole parts before 其中 are still summed."""
    side = side_of(ITEMS, "一、拨款 | 5.00", "1、经费 | 2.00", "2、专项 | 3.00", "其中：基建 | 1.00")
    assert row_sums(side) == {"一、拨款": ["1、经费", "2、专项"]}
    assert row_bounds(side) == {"2、专项": ["其中：基建"]}


# --- totals


def test_a_total_may_stand_first():
    """A total that opens a table sums all that stands at the top."""
    side = side_of(ITEMS, "合计 | 3.00", "甲 | 1.00", "乙 | 2.00")
    assert row_sums(side) == {"合计": ["甲", "乙"]}


def test_a_total_may_stand_last():
    """A total that closes a table sums all that stands at the top."""
    side = side_of(ITEMS, "甲 | 1.00", "乙 | 2.00", "合计 | 3.00")
    assert row_sums(side) == {"合计": ["甲", "乙"]}
    assert kinds(side)[-1] is RowKind.TOTAL


def test_a_later_total_takes_up_the_earlier_one():
    """当年收入合计 and what is carried forward make 收入总计 (Qinyang 2020)."""
    side = side_of(
        ITEMS,
        "一、一般公共预算收入 | 141.47",
        "二、其他资金 | ",
        "当年收入合计 | 141.47",
        "三、上年结转结余 | 10.00",
        "一般公共预算结转结余 | 10.00",
        "政府性基金预算结转结余 | ",
        "收入总计 | 151.47",
        title="部门收入总体情况表",
    )
    assert row_sums(side) == {
        "三、上年结转结余": ["一般公共预算结转结余", "政府性基金预算结转结余"],
        "当年收入合计": ["一、一般公共预算收入", "二、其他资金"],
        "收入总计": ["当年收入合计", "三、上年结转结余"],
    }


def test_subtotals_close_their_own_rows():
    """Each 小计 sums the rows since the one before it, and the total sums the subtotals."""
    side = side_of(
        ITEMS,
        "甲 | 1.00",
        "乙 | 2.00",
        "小计 | 3.00",
        "丙 | 4.00",
        "小计 | 4.00",
        "丁 | 5.00",
        "合计 | 12.00",
    )
    assert [breakdown.parts for breakdown in side.rows.breakdowns] == [(0, 1), (3,), (2, 4, 5)]
    assert [breakdown.total for breakdown in side.rows.breakdowns] == [2, 4, 6]


def test_a_total_directly_after_a_total_repeats_it():
    """With nothing carried forward the grand total is the total."""
    side = side_of(ITEMS, "甲 | 1.00", "乙 | 2.00", "本年支出合计 | 3.00", "支出总计 | 3.00")
    assert row_sums(side) == {"本年支出合计": ["甲", "乙"], "支出总计": ["本年支出合计"]}


def test_totals_may_stand_first_and_last():
    """Both sum the rows between them."""
    side = side_of(ITEMS, "合计 | 3.00", "甲 | 1.00", "乙 | 2.00", "支出总计 | 3.00")
    assert row_sums(side) == {"合计": ["甲", "乙"], "支出总计": ["甲", "乙"]}


def test_tables_that_ran_together_keep_their_totals():
    """The same opening total again opens a second table."""
    side = side_of(ITEMS, "合计 | 3.00", "甲 | 1.00", "乙 | 2.00", "合计 | 7.00", "丙 | 3.00", "丁 | 4.00")
    assert row_sums(side) == {"合计": ["甲", "乙"], "合计'": ["丙", "丁"]}
    assert not check_sums(
        read_one(ITEMS, "合计 | 3.00", "甲 | 1.00", "乙 | 2.00", "合计 | 7.00", "丙 | 3.00", "丁 | 4.00")
    ).findings


def test_of_two_opening_totals_the_first_sums_the_rows():
    """A grand total and a total above the rows, both of the same rows: the first one is stated."""
    side = side_of(
        ITEMS, "收入总计 | 3.00", "本年收入合计 | 3.00", "甲 | 1.00", "乙 | 2.00", title="收入总表"
    )
    assert row_sums(side) == {"收入总计": ["甲", "乙"]}


def test_opening_totals_without_rows_state_nothing():
    """Two totals in a row, or a total alone, have no parts."""
    assert row_sums(side_of(ITEMS, "合计 | 3.00", "合计 | 3.00")) == {}
    assert row_sums(side_of(ITEMS, "合计 | 3.00")) == {}


@pytest.mark.parametrize(
    "label", ["上年结转", "上年结转和结余", "结转下年支出", "年终结转结余", "用事业基金弥补收支差额"]
)
def test_what_is_carried_stands_beside_the_items(label):
    """A carried amount is no part of the item before it, and the items after it are none of its own."""
    side = side_of(
        ITEMS, "一、基本支出 | 1.00", "1、人员 | 1.00", f"{label} | 2.00", "专项 | 3.00", "支出总计 | 6.00"
    )
    assert row_sums(side) == {"支出总计": ["一、基本支出", label, "专项"]}
    assert parents(side)[label] is None


def test_a_numbered_carried_amount_is_an_item():
    """With a number of its own, what is carried has the place that its number gives it."""
    side = side_of(
        ITEMS,
        "一、基本支出 | 1.00",
        "二、上年结转 | 2.00",
        "（一）结余 | 1.00",
        "（二）结转 | 1.00",
        "合计 | 3.00",
    )
    assert row_sums(side) == {
        "二、上年结转": ["（一）结余", "（二）结转"],
        "合计": ["一、基本支出", "二、上年结转"],
    }


def test_a_total_merged_over_two_sides_names_both():
    """A total's label before blank cells, with its figure in the other side, is the label of that figure."""
    left, right = read_one(
        "收入 | | 支出 | ",
        "项目 | 金额 | 项目 | 金额",
        "财政拨款 | | 教育支出 | 1.00",
        " | | 科学技术支出 | 2.00",
        "合计 | | | 3.00",
        title="部门收支总体情况表",
    ).sides
    assert labels(left) == ["财政拨款", "合计"]
    assert row_sums(right) == {"合计": ["教育支出", "科学技术支出"]}


def test_a_merged_total_reaches_a_side_with_codes():
    """The label also names the figure where the other side has codes and names."""
    _, right = read_one(
        "收入 | | 支出 | | ",
        "项目 | 金额 | 科目编码 | 科目名称 | 金额",
        "财政拨款 | | 201 | 教育支出 | 1.00",
        " | | 205 | 科学技术支出 | 2.00",
        "合计 | | | | 3.00",
        title="部门收支总体情况表",
    ).sides
    assert row_sums(right) == {"合计": ["201 教育支出", "205 科学技术支出"]}
    assert right.rows[2].labels == ("合计", "")


def test_a_total_with_its_own_figure_is_not_lent():
    """A figure without label beside a printed total stays without label, as does one beside a plain row."""
    _, right = read_one(
        "收入 | | 支出 | ",
        "项目 | 金额 | 项目 | 金额",
        "财政拨款 | | | 1.00",
        "合计 | 3.00 | | 3.00",
        title="部门收支总体情况表",
    ).sides
    assert labels(right) == ["", ""]


# --- subject codes


FULL = (
    "208 | | | 社会保障和就业支出 | 6.00",
    "208 | 05 | | 行政事业单位养老支出 | 5.00",
    "208 | 05 | 01 | 行政单位离退休 | 2.00",
    "208 | 05 | 05 | 养老保险缴费 | 3.00",
    "208 | 99 | | 其他 | 1.00",
    "208 | 99 | 99 | 其他社会保障 | 1.00",
    "221 | | | 住房保障支出 | 4.00",
    "221 | 02 | | 住房改革支出 | 4.00",
    "221 | 02 | 01 | 住房公积金 | 4.00",
)
SUMS = {
    "208 社会保障和就业支出": ["20805 行政事业单位养老支出", "20899 其他"],
    "20805 行政事业单位养老支出": ["2080501 行政单位离退休", "2080505 养老保险缴费"],
    "20899 其他": ["2089999 其他社会保障"],
    "221 住房保障支出": ["22102 住房改革支出"],
    "22102 住房改革支出": ["2210201 住房公积金"],
}
PARTIAL = (
    "208 | | | 社会保障和就业支出 | 6.00",
    " | 05 | | 行政事业单位养老支出 | 5.00",
    " | | 01 | 行政单位离退休 | 2.00",
    " | | 05 | 养老保险缴费 | 3.00",
    " | 99 | | 其他 | 1.00",
    " | | 99 | 其他社会保障 | 1.00",
    "221 | | | 住房保障支出 | 4.00",
    " | 02 | | 住房改革支出 | 4.00",
    " | | 01 | 住房公积金 | 4.00",
)


@pytest.mark.parametrize(
    "rows",
    [
        (*THREE, *FULL),
        (*THREE, *PARTIAL),
        (ONE, *[row.replace(" | ", "", 2) for row in FULL]),
        (*THREE, *[row.replace("05", "5").replace("02", "2").replace("01", "1") for row in FULL]),
        (*THREE, *[row.replace("208", "２０８").replace("05", "０５") for row in FULL]),
    ],
    ids=["cumulative", "partial", "one column", "without leading zeros", "full-width"],
)
def test_codes_nest_by_their_digits_in_every_layout(rows):
    """Category, section and item are told in one column, in three, by last pieces only, and without leading zeros."""
    assert row_sums(side_of(*rows)) == SUMS


@pytest.mark.parametrize(("place", "total"), [(0, "first"), (9, "last")])
def test_a_total_sums_the_categories_only(place, total):
    """The total is that of the topmost codes, wherever it stands."""
    rows = list(FULL)
    rows.insert(place, " | | | 合计 | 10.00")
    assert row_sums(side_of(*THREE, *rows)) == SUMS | {"合计": ["208 社会保障和就业支出", "221 住房保障支出"]}


def test_partial_codes_without_a_beginning_stay_as_printed():
    """Last pieces whose category was lost at a page break are not completed by guessing."""
    side = side_of(
        *THREE, " | | 04 | 信息化建设 | 1.00", " | 05 | | 管理 | 2.00", "210 | 15 | 50 | 事业运行 | 3.00"
    )
    assert [row.code for row in side.rows] == ["04", "05", "2101550"]
    assert row_sums(side) == {}


def test_details_below_a_partial_item_are_its_parts():
    """A full code below the same code printed by its last piece is a detail of it, however many there are (Qinyang)."""
    side = side_of(
        *THREE,
        "210 | | | 卫生健康支出 | 2.81",
        " | 11 | | 行政事业单位医疗 | 2.81",
        " | | 01 | 行政单位医疗 | 2.81",
        "210 | 11 | 01 | 医疗保险金 | 2.60",
        "210 | 11 | 01 | 生育保险费 | 0.19",
        "210 | 11 | 01 | 大病医保 | 0.02",
        "221 | | | 住房保障支出 | 4.12",
        " | 02 | | 住房改革支出 | 4.12",
        " | | 01 | 住房公积金 | 4.12",
        "221 | 02 | 01 | 住房公积金 | 4.12",
    )
    assert row_sums(side)["2101101 行政单位医疗"] == [
        "2101101 医疗保险金",
        "2101101 生育保险费",
        "2101101 大病医保",
    ]
    assert row_sums(side)["2210201 住房公积金"] == ["2210201 住房公积金"]
    assert [row.kind for row in side.rows].count(RowKind.DETAIL) == 4


def test_equal_codes_are_siblings():
    """Several projects under one code, without a row for the code itself, stand beside each other."""
    side = side_of(*THREE, " | | | 合计 | 3.00", "210 | 15 | 04 | 甲 | 1.00", "210 | 15 | 04 | 乙 | 2.00")
    assert row_sums(side) == {"合计": ["2101504 甲", "2101504 乙"]}


def test_a_missing_level_is_bridged():
    """An item directly below its category is part of it."""
    side = side_of(ONE, "208 | 甲 | 3.00", "2080501 | 乙 | 1.00", "2080505 | 丙 | 2.00")
    assert row_sums(side) == {"208 甲": ["2080501 乙", "2080505 丙"]}


def test_two_codes_are_both_kept():
    """A departmental and a governmental economic subject in one row are both its codes; the first one gives its place."""
    side = side_of(
        "部门预算经济分类 | | | 政府预算经济分类 | | | 总计",
        "类 | 款 | 科目名称 | 类 | 款 | 科目名称 | ",
        "301 | 01 | 基本工资 | 505 | 01 | 工资福利支出 | 57.70",
    )
    (row,) = side.rows
    assert (row.code, row.codes, row.label) == ("30101", ("30101", "50501"), "基本工资")
    assert row.labels == ("301", "01", "基本工资", "505", "01", "工资福利支出")


def test_what_is_no_code_is_no_code():
    """Letters in a code column leave the row without a code."""
    side = side_of(ONE, "201 | 甲 | 1.00", "A05 | 乙 | 1.00")
    assert [(row.code, row.kind) for row in side.rows] == [("201", RowKind.SUBJECT), (None, RowKind.DETAIL)]
    assert row_sums(side) == {}


def subjects(side):
    return [row.subjects for row in side.rows]


def test_names_beside_codes_are_kept_with_them():
    """Each code of a row has the name in the next column of names of subjects."""
    side = side_of(
        "部门预算经济分类 | | | 政府预算经济分类 | | | 总计",
        "类 | 款 | 科目名称 | 类 | 款 | 科目名称 | ",
        " | | 合计 | | | | 57.70",
        "301 | 01 | 基本工资 | 505 | 01 | 工资福利支出 | 57.70",
        "301 | 02 | 津贴补贴 | | | | ",
        "301 | 03 | | | | | ",
    )
    assert subjects(side) == [
        (),
        (("30101", "基本工资"), ("50501", "工资福利支出")),
        (("30102", "津贴补贴"),),
        (("30103", None),),
    ]


def test_names_of_units_and_projects_are_not_names_of_subjects():
    """A column of units beside the codes names no subject."""
    side = side_of("科目编码 | 单位名称 | 金额", "2101504 | 医疗保障中心 | 1.00", title="政府采购预算表")
    assert subjects(side) == [(("2101504", None),)]


def test_subjects_in_brackets_are_kept():
    """A detail may name its economic subject as [30201]办公费 (Linfen 2021)."""
    side = side_of(
        "单位编码 | 单位名称 | 项目名称 | 支出经济分类科目名称 | 金额",
        "706 | 医疗保障局 | | | 1.20",
        " | | 业务经费 | [30201]办公费 | 1.20",
        title="政府采购预算资金明细表",
    )
    assert subjects(side) == [(), (("30201", "办公费"),)]


# --- bare two-digit codes


LINFEN = (
    (" ", "合计", "15,263.65"),
    ("208", "社会保障和就业支出", "433.33"),
    ("01", "人力资源和社会保障管理事务", "376.79"),
    ("09", "社会保险经办机构", "376.79"),
    ("05", "行政事业单位养老支出", "56.54"),
    ("02", "事业单位离退休", "0.78"),
    ("05", "机关事业单位基本养老保险缴费支出", "42.53"),
    ("06", "机关事业单位职业年金缴费支出", "13.23"),
    ("210", "卫生健康支出", "14,798.42"),
    ("11", "行政事业单位医疗", "3,000.00"),
    ("03", "公务员医疗补助", "3,000.00"),
    ("12", "财政对基本医疗保险基金的补助", "10,232.00"),
    ("02", "财政对城乡居民基本医疗保险基金的补助", "10,232.00"),
    ("13", "医疗救助", "1,300.00"),
    ("01", "城乡医疗救助", "1,300.00"),
    ("15", "医疗保障管理事务", "266.42"),
    ("01", "行政运行", "151.42"),
    ("02", "一般行政管理事务", "115.00"),
    ("221", "住房保障支出", "31.90"),
    ("02", "住房改革支出", "31.90"),
    ("01", "住房公积金", "31.90"),
)


def bare(*rows):
    return side_of(ONE, *[" | ".join(row) for row in rows])


def test_bare_codes_of_a_real_table_are_completed():
    """Linfen 2021 prints 208, 01, 09, 05, 02 …: order and amounts leave one reading, and all of it adds up."""
    table = read_one(ONE, *[" | ".join(row) for row in LINFEN])
    assert [row.code for row in table.sides[0].rows] == [
        None,
        "208",
        "20801",
        "2080109",
        "20805",
        "2080502",
        "2080505",
        "2080506",
        "210",
        "21011",
        "2101103",
        "21012",
        "2101202",
        "21013",
        "2101301",
        "21015",
        "2101501",
        "2101502",
        "221",
        "22102",
        "2210201",
    ]
    assert set(check_sums(table).summary.items()) >= {
        (Outcome.FAILED, 0),
        (Outcome.UNDECIDED, 0),
        (Outcome.ROUNDING, 0),
    }
    assert check_sums(table).summary[Outcome.PASSED] == 11


@pytest.mark.parametrize(
    ("amounts", "codes"),
    [
        (("3.00", "1.00", "1.00", "2.00", "2.00"), ["20801", "2080102", "20805", "2080506"]),
        (("8.00", "8.00", "1.00", "2.00", "5.00"), ["20801", "2080102", "2080105", "2080106"]),
    ],
)
def test_amounts_decide_where_the_order_leaves_two_readings(amounts, codes):
    """01 02 05 06 is two sections of an item each, or one of three: the reading that adds up is taken."""
    names = ("208", "01", "02", "05", "06")
    side = bare(
        *[(code, f"名{i}", amount) for i, (code, amount) in enumerate(zip(names, amounts, strict=True))]
    )
    assert [row.code for row in side.rows] == ["208", *codes]


@pytest.mark.parametrize(
    "amounts",
    [
        ("0.00", "0.00", "0.00", "0.00", "0.00"),
        ("3.00", "9.00", "1.00", "2.00", "4.00"),
        ("3.00", "", "", "", ""),
        ("3.00", "x", "1.00", "2.00", "3.00"),
    ],
    ids=["both add up", "neither adds up", "blank", "unreadable"],
)
def test_what_neither_order_nor_amounts_decide_stays_undecided(amounts):
    """Where several readings or none add up, the codes stay as printed, and no sum is stated on a guess."""
    names = ("208", "01", "02", "05", "06")
    side = bare(
        *[(code, f"名{i}", amount) for i, (code, amount) in enumerate(zip(names, amounts, strict=True))]
    )
    assert [row.code for row in side.rows] == list(names)
    assert set(kinds(side)[1:]) == {RowKind.DETAIL}
    assert (row_sums(side), row_bounds(side)) == ({}, {})


@pytest.mark.parametrize(
    ("amounts", "codes"),
    [(("6.00", "5.00", "1.00"), ["20805", "20899"]), (("6.00", "6.00", "6.00"), ["20805", "2080599"])],
)
def test_sections_may_be_printed_without_items(amounts, codes):
    """Two ascending codes are two sections or a section with its item: the category adds up with one of them."""
    side = bare(*zip(("208", "05", "99"), ("甲", "乙", "丙"), amounts, strict=True))
    assert [row.code for row in side.rows] == ["208", *codes]


def test_codes_out_of_order_are_not_read():
    """Bare codes that do not ascend have no reading."""
    side = bare(("208", "甲", "2.00"), ("05", "乙", "1.00"), ("03", "丙", "1.00"), ("02", "丁", "1.00"))
    assert [row.code for row in side.rows] == ["208", "05", "03", "02"]
    assert row_sums(side) == {}


def test_too_many_readings_are_no_reading():
    """A long ascending list could be anything; it is left alone instead of searched for ever."""
    pieces = [(f"{i:02}", f"名{i}", "") for i in range(1, 60)]
    side = bare(("208", "甲", "1.00"), *pieces)
    assert [row.code for row in side.rows][1:] == [piece[0] for piece in pieces]


def test_a_category_without_pieces_is_complete():
    """Categories alone are not waiting for anything."""
    side = bare(("208", "甲", "1.00"), ("210", "乙", "2.00"), (" ", "合计", "3.00"))
    assert row_sums(side) == {"合计": ["208 甲", "210 乙"]}


# --- units


def test_units_with_codes_contain_the_subjects_below_them():
    """A long number in the last code column is that of a unit (Zhengzhou 2021)."""
    side = side_of(
        *UNITS,
        " | | | 合计 | 6.00",
        " | | 048001 | 医疗保障局机关 | 3.00",
        "208 | 05 | 05 | 养老 | 1.00",
        "210 | 11 | 01 | 医疗 | 2.00",
        " | | 048002 | 医疗保障中心 | 3.00",
        "210 | 15 | 50 | 事业运行 | 3.00",
    )
    assert row_sums(side) == {
        "048001 医疗保障局机关": ["2080505 养老", "2101101 医疗"],
        "048002 医疗保障中心": ["2101550 事业运行"],
        "合计": ["048001 医疗保障局机关", "048002 医疗保障中心"],
    }


def test_units_without_codes_contain_the_subjects_below_them():
    """A name without code before the first subject is a unit, and so are the names after it (Nanyang 2021)."""
    side = side_of(
        *UNITS,
        " | | | 合计 | 6.00",
        " | | | 市离休干部统筹管理办 | 3.00",
        "208 | 01 | 04 | 综合业务管理 | 3.00",
        " | | | 医疗保障局机关 | 3.00",
        "205 | 08 | 03 | 培训支出 | 1.00",
        "208 | 05 | 05 | 养老 | 2.00",
    )
    assert row_sums(side) == {
        "市离休干部统筹管理办": ["2080104 综合业务管理"],
        "医疗保障局机关": ["2050803 培训支出", "2080505 养老"],
        "合计": ["市离休干部统筹管理办", "医疗保障局机关"],
    }


def test_names_without_code_after_subjects_are_details():
    """Where subjects come first, a name without code is a detail of the subject above it."""
    side = side_of(ONE, "201 | 甲 | 3.00", " | 人员 | 1.00", " | 公用 | 2.00", "202 | 乙 | 1.00")
    assert row_sums(side) == {"201 甲": ["人员", "公用"]}
    assert kinds(side)[1] is RowKind.DETAIL


def test_a_single_detail_does_not_claim_to_be_the_whole():
    """One named detail is some of its subject; one row of the subject's own code is all of it."""
    side = side_of(ONE, "201 | 甲 | 3.00", " | 人员 | 1.00", "202 | 乙 | 1.00")
    assert (row_sums(side), row_bounds(side)) == ({}, {"201 甲": ["人员"]})


def test_codes_of_units_nest():
    """706 contains 706001, which contains 7060010; 基本支出 and 项目支出 group the details below (Linfen 2021)."""
    side = side_of(
        "单位编码 | 单位名称 | 项目名称 | 采购品目 | 金额",
        " | | | 合计 | 6.00",
        "706 | 医疗保障局 | | | 6.00",
        "706001 | 医疗保障局 | | | 3.00",
        "7060010 | 医疗保障局 | | | 3.00",
        " | | 项目支出 | | 3.00",
        " | | 业务经费 | 柜类 | 1.00",
        " | | 业务经费 | 沙发类 | 2.00",
        "706002 | 服务中心 | | | 3.00",
        " | | 项目支出 | | 3.00",
        " | | 维护服务 | 运维 | 3.00",
        " | | 维护服务 | 运维 | ",
        title="政府采购预算资金明细表",
    )
    assert row_sums(side) == {
        "706 医疗保障局": ["706001 医疗保障局", "706002 服务中心"],
        "706001 医疗保障局": ["7060010 医疗保障局"],
        "7060010 医疗保障局": ["项目支出"],
        "项目支出": ["业务经费", "业务经费"],
        "706002 服务中心": ["项目支出"],
        "项目支出'": ["维护服务", "维护服务"],
        "合计": ["706 医疗保障局"],
    }


def test_a_unit_without_code_contains_units_with_codes():
    """A ministry's division without code stands above the units (Linfen 2021, three public expenses)."""
    side = side_of(
        "单位编码 | 单位名称 | 金额",
        " | 合计 | 10.00",
        " | 社会保障科 | 10.00",
        "506 | 医疗保障局 | 10.00",
        "506001 | 机关 | 4.60",
        "506002 | 中心 | 5.40",
    )
    assert row_sums(side) == {
        "社会保障科": ["506 医疗保障局"],
        "506 医疗保障局": ["506001 机关", "506002 中心"],
        "合计": ["社会保障科"],
    }


def test_a_unit_may_have_three_digits_among_subjects():
    """No code of a subject begins with 0: 048 is a department, which contains its units."""
    side = side_of(
        *UNITS,
        "048 | | | 医疗保障局 | 3.00",
        " | | 048001 | 机关 | 3.00",
        "208 | 05 | 05 | 养老 | 1.00",
        "210 | 11 | 01 | 医疗 | 2.00",
    )
    assert row_sums(side) == {
        "048 医疗保障局": ["048001 机关"],
        "048001 机关": ["2080505 养老", "2101101 医疗"],
    }


def test_a_bad_code_of_a_unit_is_no_code():
    """Too short or too long a number does not make a unit of its row."""
    side = side_of(
        "单位编码 | 单位名称 | 金额", "706 | 甲 | 1.00", "12 | 乙 | 1.00", "2021-506101 | 丙 | 1.00"
    )
    assert [row.code for row in side.rows] == ["706", None, None]


def test_units_in_a_table_without_codes_are_plain_parts():
    """A list of unit names sums to its total (Linfen 2021, operating funds)."""
    side = side_of("单位名称 | 2021年预算数", "合计 | 29.90", "临汾市医疗保障局 | 29.90")
    assert row_sums(side) == {"合计": ["临汾市医疗保障局"]}


# --- names in steps, economic names


def test_merged_label_cells_make_a_staircase():
    """The last filled label says how deep a row stands; 小计 beside a name is that of the name (Jiangsu 2017)."""
    side = side_of(
        "项目名称 | | | 金额",
        "收入总计 | | | 17,996.68",
        "一般公共预算资金 | | 小计 | 17,981.68",
        " | | 公共财政拨款(补助)资金 | 17,981.68",
        " | | 专项收入 | ",
        "其他资金 | | 小计 | 15.00",
        " | | 事业收入 | 10.00",
        " | | 其他收入 | 5.00",
        title="收入预算总表",
    )
    assert list(row_sums(side).values()) == [
        ["公共财政拨款(补助)资金", "专项收入"],
        ["事业收入", "其他收入"],
        ["一般公共预算资金 小计", "其他资金 小计"],
    ]


def test_procurement_steps_down_category_project_and_goods():
    """Category, project and goods in columns of their own are three levels (Jiangsu 2017, excerpt)."""
    side = side_of(
        "采购品目大类 | 专项名称 | 经济科目 | 采购物品名称 | 采购组织形式 | 总计",
        "合计 | | | | | 110.00",
        "一、货物A | | | | | 110.00",
        " | 办公设备更新购置费 | 办公设备购置 | | | 100.00",
        " | | | 台式计算机 | 政府集中采购 | 35.00",
        " | | | 便携式计算机 | 政府集中采购 | 65.00",
        " | 网络运行维护费 | 专用设备购置 | | | 10.00",
        " | | | 打印设备 | 分散自行组织 | 4.00",
        " | | | 其他 | 分散自行组织 | 6.00",
        title="政府采购支出预算表",
    )
    assert list(row_sums(side).values()) == [
        ["办公设备更新购置费 办公设备购置", "网络运行维护费 专用设备购置"],
        ["台式计算机", "便携式计算机"],
        ["打印设备", "其他"],
        ["一、货物A"],
    ]


def test_a_subtotal_opens_its_group_where_the_name_is_printed_further_down():
    """Names merged over a group may be printed beside any of its rows; 小计 still stands above them (Jiangsu 2018)."""
    side = side_of(
        "项目名称 | | 金额",
        "收入总计 | | 21,955.35",
        " | 小计 | 21,940.96",
        "一般公共预算资金 | 公共财政拨款(补助)资金 | 21,940.96",
        " | 专项收入 | ",
        "政府性基金 | 小计 | ",
        " | 小计 | 14.39",
        "其他资金 | 经营收入 | ",
        " | 其他收入 | 14.39",
        title="收入预算总表",
    )
    assert list(row_sums(side).values()) == [
        ["一般公共预算资金 公共财政拨款(补助)资金", "专项收入"],
        ["其他资金 经营收入", "其他收入"],
        ["小计", "政府性基金 小计", "小计"],
    ]
    assert [row.kind for row in side.rows].count(RowKind.TOTAL) == 1


def test_a_subtotal_that_closes_a_group_is_counted_nowhere():
    """A nameless 小计 in an inner column, below its rows, neither closes the table nor is added to its rows."""
    side = side_of(
        "项目名称 | 科目名称 | 金额",
        "甲 | 子一 | 1.00",
        " | 子二 | 2.00",
        " | 小计 | 3.00",
        "乙 | 子三 | 4.00",
        "合计 | | 7.00",
    )
    assert row_sums(side) == {"合计": ["甲 子一", "子二", "乙 子三"]}
    assert kinds(side).count(RowKind.TOTAL) == 1


def test_three_public_totals_by_source_stand_above_their_sources():
    """Names of expenses on the left, sources on the right: the row that opens an expense is its total (Qinyang)."""
    side = side_of(
        "项目 | 按资金来源 | 2020年预算数",
        "** | | 1",
        "总计 | | 3.00",
        "公务接待费 | 合计（公务接待费） | 1.00",
        " | 一般公共预算 | 1.00",
        " | 政府性基金 | ",
        "公务用车购置费 | 合计（公务用车购置费） | 2.00",
        " | 一般公共预算 | 1.00",
        " | 政府性基金 | 1.00",
        title="“三公”经费支出表",
    )
    first, second = "公务接待费 合计（公务接待费）", "公务用车购置费 合计（公务用车购置费）"
    assert row_sums(side) == {
        first: ["一般公共预算", "政府性基金"],
        second: ["一般公共预算", "政府性基金"],
        "总计": [first, second],
    }


ECONOMIC = (
    "合计 | 451.65",
    "工资福利支出 | 397.26",
    "基本工资 | 300.00",
    "津贴补贴 | 97.26",
    "商品和服务支出 | 53.49",
    "办公费 | 53.49",
    "对个人和家庭的补助 | 0.90",
    "退休费 | 0.78",
    "奖励金 | 0.12",
)


def test_economic_names_without_codes_nest_by_their_categories():
    """In a table of economic subjects the names of categories stand above what follows (Linfen 2021, excerpt)."""
    side = side_of("经济科目名称 | 预算数", *ECONOMIC, title="一般公共预算安排基本支出分经济科目表")
    assert row_sums(side) == {
        "工资福利支出": ["基本工资", "津贴补贴"],
        "对个人和家庭的补助": ["退休费", "奖励金"],
        "合计": ["工资福利支出", "商品和服务支出", "对个人和家庭的补助"],
    }
    assert row_bounds(side) == {"商品和服务支出": ["办公费"]}


def test_the_same_names_in_other_tables_are_plain_rows():
    """Outside tables of economic subjects such names are rows like any other."""
    side = side_of("项目 | 预算数", *ECONOMIC, title="部门支出总体情况表")
    assert row_sums(side) == {"合计": [row.split(" | ")[0] for row in ECONOMIC[1:]]}


def test_names_of_both_classifications_are_shown_together():
    """A departmental and a governmental name without codes make one label (Qinyang 2020)."""
    side = side_of(
        "部门预算经济分类 | 政府预算经济分类 | 金额",
        "合计 | | 57.47",
        "工资福利支出 | | 54.60",
        "基本工资 | 工资奖金津补贴 | 34.72",
        "津贴补贴 | 工资奖金津补贴 | 19.88",
        "商品和服务支出 | | 2.87",
        "办公费 | 办公经费 | 1.87",
        "电费 | 办公经费 | 1.00",
        title="一般公共预算基本支出情况表",
    )
    assert row_sums(side) == {
        "工资福利支出": ["基本工资 工资奖金津补贴", "津贴补贴 工资奖金津补贴"],
        "商品和服务支出": ["办公费 办公经费", "电费 办公经费"],
        "合计": ["工资福利支出", "商品和服务支出"],
    }


# --- what every axis of rows keeps


@pytest.mark.parametrize("rows", [(*THREE, *FULL), (*THREE, *PARTIAL), ("经济科目名称 | 预算数", *ECONOMIC)])
def test_every_row_keeps_its_place(rows):
    """Index, position and line of a row are those of the printed row, and a parent stands above it."""
    side = side_of(*rows)
    assert [row.index for row in side.rows] == list(range(len(side.rows)))
    lines = [row.line for row in side.rows]
    assert lines == sorted(lines)
    assert lines[0] - side.rows[0].position == lines[-1] - side.rows[len(side.rows) - 1].position
    assert all(row.parent is None or row.parent < row.index for row in side.rows)


def test_blank_rows_are_left_out_but_positions_stay():
    """A blank row in mid-table is no row of any side; the rows around it keep their positions."""
    side = side_of(ITEMS, "甲 | 1.00", " | ", "乙 | 2.00")
    assert [(row.label, row.index, row.position) for row in side.rows] == [("甲", 0, 0), ("乙", 1, 2)]


def test_a_row_without_label_keeps_its_figures():
    """A figure beside blank labels has a row of its own, without a name."""
    side = side_of(ITEMS, "甲 | 1.00", " | 2.00")
    assert labels(side) == ["甲", ""]


def test_projects_that_repeat_the_code_of_their_unit_are_its_details():
    """The unit is their sum; a row that repeats the name of the unit too is another row of it."""
    head = "单位代码 | 单位（项目）名称 | 合计"
    side = side_of(
        head, "048001 | 甲局 | 3.00", "048001 | 办公楼 | 1.00", "048001 | 培训 | 2.00", "048002 | 乙局 | 4.00"
    )
    assert [(row.label, row.kind, row.parent) for row in side.rows] == [
        ("甲局", RowKind.ORGANISATION, None),
        ("办公楼", RowKind.DETAIL, 0),
        ("培训", RowKind.DETAIL, 0),
        ("乙局", RowKind.ORGANISATION, None),
    ]
    repeated = side_of(head, "048001 | 甲局 | 3.00", "048001 | 甲局 | 1.00")
    assert [row.kind for row in repeated.rows] == [RowKind.ORGANISATION] * 2


@pytest.mark.parametrize(
    ("rows", "parents"),
    [
        (["甲项目||18", "甲项目|电脑|10", "甲项目|软件|8", "乙项目||5"], [None, 0, 0, None]),
        (["甲项目||18", "甲项目|电脑|10", "甲项目|软件|8", "乙项目|桌子|5"], [None, 0, 0, None]),
        (["甲项目||5", "甲项目|电脑|10", "甲项目|软件|8"], [None, None, None]),
        (["甲项目||10", "甲项目|电脑|10"], [None, None]),
        (["甲项目|电脑|10", "甲项目||18", "甲项目|软件|8"], [None, None, None]),
    ],
)
def test_a_repeated_name_stands_below_its_subtotal(rows, parents):
    """A row without a further name is the subtotal of those that repeat its name, if they add to it."""
    cells = [row.split("|") for row in rows]
    table = read_rows([["采购项目", "采购品目", "金额"], *cells], title="政府采购预算表", unit="万元")
    assert [row.parent for row in table.sides[0].rows] == parents
