"""Tables of texts that keep their layout: sides, broken names, single rows, blocks, pages; read as they were, or left open or unread."""

import pytest
from hypothesis import given

from counted_work import calls_of
from govbudget import read_text
from govbudget.reading.layout._headings import laid_out_headings
from govbudget.reading.layout._pages import Layout
from govbudget.reading.pages._blocks import Line
from govbudget.reading.pages._effort import Effort
from govbudget.relations import Reason
from laid_texts import Single, Summary, placed, printed, singles, summaries

HEAD = "某局 2022 年部门预算\n{title}\n部门：某局                         单位：万元\n"


def read(title, *lines):
    """Read one table and return its sides, as rows of codes, labels and texts, "?" for what is left open."""
    disclosure = read_text(HEAD.format(title=title) + "\n".join(lines) + "\n")
    assert len(disclosure.tables) + len(disclosure.unread) == 1
    return [
        [
            (
                *((row.code,) if row.code else ()),
                row.label,
                *(
                    "?" if cell is not None and cell.reason else cell.text if cell is not None else ""
                    for cell in cells
                ),
            )
            for row, cells in zip(side.rows, side.matrix, strict=True)
        ]
        for table in disclosure.tables
        for side in table.sides
    ]


@given(summaries())
def test_summaries_of_several_sides_are_read_back_or_left_unread(summary):
    """Every label and amount stays on its side, however its cells are broken and wherever the rows stand on the next page."""
    disclosure = read_text(summary.text())
    for table in disclosure.tables:
        assert [
            [
                (row.label, cells[0].text if cells[0] is not None else "")
                for row, cells in zip(side.rows, side.matrix, strict=True)
            ]
            for side in table.sides
        ] == [list(side) for side in summary.sides]
    assert len(disclosure.tables) + len(disclosure.unread) == 1


@given(singles())
def test_a_single_row_below_nested_headings_is_read_back_or_left_open(single):
    """No cell is filled with anything but what was printed in it."""
    disclosure = read_text(single.text())
    for table in disclosure.tables:
        for amount, cell in zip(single.amounts, table.sides[0].matrix[0], strict=True):
            if cell is None or cell.reason is not Reason.ABSENT:
                assert (cell.text if cell is not None else "") == printed(amount)


def test_the_layout_tells_which_of_two_columns_is_blank():
    """183.60 could be bought or spent on running cars; it stands below one of the headings."""
    amounts = (254260, 83360, 22250, 18360, None, 18360, 42750, 130525, 40375)
    (table,) = read_text(Single(amounts, 10, 4, 1).text()).tables
    assert [cell.text if cell else "" for cell in table.sides[0].matrix[0]] == list(map(printed, amounts))
    assert table.sides[0].rows[0].recovery.zh == "8 个数按版面位置各在其栏，合于本行"
    (apart,) = read_text(Single(amounts, 10, 4, 6).text()).tables
    texts = ["?" if cell and cell.reason else cell.text if cell else "" for cell in apart.sides[0].matrix[0]]
    assert texts == ["2,542.60", "833.60", "222.50", "183.60", "?", "?", "427.50", "1,305.25", "403.75"]


def test_an_amount_beside_two_columns_is_in_neither_however_near():
    """Amounts aligned at the right of columns whose headings stand at the left: the 小计 stands nearer to the next heading."""
    head = (
        "“三公”经费合计 因公出国（境）费 公务用车购置及运行费                 公务接待费",
        "                  小计         公务用车购置费 公务用车运行费",
    )
    ((row,),) = read("一般公共预算“三公”经费支出情况表", *head, placed(("0.00",) * 3, (4, 24, 40)))
    assert row == ("", "?", "?", "?", "?", "?", "?")


def test_a_row_that_fits_no_placement_is_left_open_and_not_lost():
    """A row without label whose amounts do not add up."""
    (table,) = read_text(
        Single((1, 83360, 22250, 18360, None, 18360, 42750, 130525, 40375), 10, 4, 1).text()
    ).tables
    assert {cell.reason for cell in table.sides[0].matrix[0]} == {Reason.ABSENT}


def test_a_summary_of_three_sides_with_broken_names_and_merged_totals():
    """The amount of a broken name stands between its lines, and the label of a total between two sides."""
    assert read(
        "收支预算总表",
        "         收入                              支出",
        "                                 功能分类                  支出用途",
        "  项目名称       金额",
        "                           功能科目名称      金额       项目名称       金额",
        "一、财政拨款      15.00  一、一般公共服务支出    12.00   一、基本支出    7.00",
        " 1.一般公共预",
        "              15.00  二、外交支出                 二、项目支出    6.00",
        "算",
        "                                             三、单位预留机",
        "二、其他资金           三、国防支出                            2.00",
        "                                             动经费",
        "                     四、住房保障支出      3.00",
        "  当年收入小计    15.00          当年支出小计                  15.00",
        "  上年结转资金                   结转下年资金",
        "  收入合计      15.00           支出合计                    15.00",
    ) == [
        [
            ("一、财政拨款", "15.00"),
            ("1.一般公共预算", "15.00"),
            ("二、其他资金", ""),
            ("当年收入小计", "15.00"),
            ("上年结转资金", ""),
            ("收入合计", "15.00"),
        ],
        [
            ("一、一般公共服务支出", "12.00"),
            ("二、外交支出", ""),
            ("三、国防支出", ""),
            ("四、住房保障支出", "3.00"),
            ("当年支出小计", ""),
            ("结转下年资金", ""),
            ("支出合计", ""),
        ],
        [
            ("一、基本支出", "7.00"),
            ("二、项目支出", "6.00"),
            ("三、单位预留机动经费", "2.00"),
            ("当年支出小计", "15.00"),
            ("支出合计", "15.00"),
        ],
    ]


def two_sided(*lines):
    """Read a summary of two sides."""
    return read(
        "财政拨款收支预算总表",
        "     收入                           支出",
        "                          支出用途",
        "  项目名称       金额         项目名称       金额",
        *lines,
    )


ROW = "一、一般公共预算  1.00     一、基本支出     1.00"


@pytest.mark.parametrize(
    "lines",
    [
        (ROW, "              2.00"),
        (ROW, "二、其他资金", "              2.00", "三、其他"),
        (ROW, "二、其他资金", "              2.00"),
        (ROW, "没有编号的一长串文字"),
        (ROW, "  收入合计      1.00", "又及"),
        ("              2.00",),
        (ROW, "\f二、其他资金        2.00 3.00"),
        ("又及",),
    ],
)
def test_what_can_be_read_in_several_ways_is_left_unread(lines):
    """Numbers left out, amounts whose name does not follow, names that may be anything."""
    heads = ("     收入                           支出", "                          支出用途")
    names = "  项目名称       金额         项目名称       金额"
    assert read("财政拨款收支预算总表", *heads, names, *lines) == []
    assert read("财政拨款收支预算总表", *heads, names, ROW) != []


def test_revenue_in_blocks():
    """The name of a block stands in any line of it; a subtotal begins it."""
    head = "    项目名称              金额"
    rows = (
        "               收入总计     9.00",
        "               小计       9.00",
        " 一般公共预算资金    财政拨款资金   9.00",
        "               专项收入",
        " 政府性基金       小计",
        "               小计",
        " 其他资金",
        "               经营收入",
    )
    found = read("收入预算总表", head, *rows)
    assert found == [
        [
            ("收入总计", "9.00"),
            ("一般公共预算资金 小计", "9.00"),
            ("财政拨款资金", "9.00"),
            ("专项收入", ""),
            ("政府性基金 小计", ""),
            ("其他资金 小计", ""),
            ("经营收入", ""),
        ]
    ]
    assert read("收入预算总表", head, *rows, "               小计") == []
    assert read("收入预算总表", head, rows[0], rows[4], *rows[2:]) == []
    assert read("收入预算总表", head, " 其他资金          9.00", *rows) == []
    assert read("收入预算总表", head, *rows, "                        9.00") == []
    assert read("收入预算总表", head, rows[0], " 其他资金", *rows[1:]) == []


def test_names_around_their_code():
    """As many lines of a name stand above its code as below; total labels may be spaced out, between two columns."""
    lines = (
        "科目编码        科目名称         金额",
        "        合     计           5.00",
        "208       社会保障支出          5.00",
        "          机关事业单位基本养老保险缴费",
        "2080505                   5.00",
        "          支出",
    )
    assert read("支出预算表", *lines) == [
        [
            ("合计", "5.00"),
            ("208", "社会保障支出", "5.00"),
            ("2080505", "机关事业单位基本养老保险缴费支出", "5.00"),
        ]
    ]
    assert read("支出预算表", *lines[:-1]) == []
    assert read("支出预算表", *lines, "          又一行") == []
    assert read("支出预算表", *lines, "                          5.00") == []
    assert read("支出预算表", *lines[:2], "                  名称") == []


def test_a_code_that_ran_into_a_name_is_not_taken_for_a_part_of_it():
    """One blank parts them by their words alone; without any, the table is left unread."""
    lines = (
        "    科目编码             科目名称            合计       基本支出     项目支出",
        "类    款    项",
        "208               社会保障支出           5.00       5.00",
        "208   05          养老支出             5.00       5.00",
        "208   05   01     离退休              5.00       5.00",
        "                  合计               5.00       5.00",
    )
    whole = read("支出预算表", *lines)
    assert [row[:2] for row in whole[0]][1:3] == [("20805", "养老支出"), ("2080501", "离退休")]
    for glued in (
        "208   05   01离退休              5.00       5.00",
        "208   0501离退休              5.00       5.00",
        "208   05   01     05 离退休              5.00       5.00",
    ):
        assert read("支出预算表", *lines[:4], glued, lines[5]) == []
    single = (
        "科目编码        科目名称         金额",
        "208       社会保障支出          5.00",
        "20805     养老支出            5.00",
    )
    near = read("支出预算表", *single[:2], "20805 养老支出            5.00")
    assert near == read("支出预算表", *single)


def test_an_empty_table_and_what_stands_below_the_last_one():
    """The remark in brackets, the heading of the next part of the text, or a sentence is no row."""
    lines = ("科目编码        科目名称         金额", "                合计")
    for end in ("（无政府性基金支出）", "第三部分 说明", "其他相关情况说明", "一句话。"):
        assert read("支出预算表", *lines, end) == [[("合计", "")]]


STARTS = (0, 10, 20, 30, 40)
HEADINGS = placed(("科目编码", "科目名称", "合计", "基本支出", "项目支出"), STARTS)
SERVICES = placed(("201", "一般公共服务支出", "5.00", "", "5.00"), STARTS)
HEALTH = placed(("210", "卫生健康支出", "7.00", "7.00", ""), STARTS)


def test_headings_repeated_on_a_page_without_its_title():
    """They begin a part whose columns stand where these headings stand."""
    (rows,) = read("支出预算表", HEADINGS, SERVICES, "\f" + HEADINGS, HEALTH)
    assert rows == [
        ("201", "一般公共服务支出", "5.00", "", "5.00"),
        ("210", "卫生健康支出", "7.00", "7.00", ""),
    ]


def test_on_a_page_without_headings_columns_may_stand_elsewhere():
    """The same blanks say nothing there, so what the sums do not tell stays open; so it does where the words are not in order."""
    for last in ("\f" + HEALTH, placed(("210", "卫生健康支出", "7.00", "7.00"), (0, 10, 40, 48))):
        (rows,) = read("支出预算表", HEADINGS, SERVICES, last)
        assert rows == [
            ("201", "一般公共服务支出", "5.00", "", "5.00"),
            ("210", "卫生健康支出", "7.00", "?", "?"),
        ]


def test_procurement_has_several_texts_in_a_row():
    """Goods stand below their project; a page without headings tells nothing apart, and leaves the table unread."""
    lines = (
        "采购品目大类     专项名称        经济科目       采购物品名称      采购组织形式   总计",
        "合计                                                          9.00",
        "一、货物A                                                        9.00",
        "           办公设备更新",
        "                         办公设备购置                              9.00",
        "           购置费",
        "                                    复印机       分散自行组织    9.00",
    )
    (rows,) = read("政府采购预算表", *lines)
    assert rows == [
        ("合计", "9.00"),
        ("一、货物A", "9.00"),
        ("办公设备更新购置费 办公设备购置", "9.00"),
        ("复印机", "9.00"),
    ]
    assert (
        read(
            "政府采购预算表",
            *lines,
            "\f                                    打印机       分散自行组织    9.00",
        )
        == []
    )


def test_texts_that_stand_below_two_columns():
    """A text begins where others of its column begin, and what stands one blank beside another is in the same cell."""
    starts = (0, 12, 24, 40, 56, 66)
    heads = placed(("采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"), starts)
    rows = (
        ("一、货物A", "办公设备更新购置经费", "办公设备购置", "", "", "9.00"),
        ("", "办公设备更新购置专项经费二三", "", "", "", "2.00"),
        ("", "", "会议费", "", "", "9.00"),
        ("", "", "", "复印机 A", "分散自行组织", "9.00"),
    )
    (found,) = read("政府采购预算表", heads, *(placed(row, starts) for row in rows))
    assert [label for label, _ in found][-3:] == ["办公设备更新购置专项经费二三", "会议费", "复印机 A"]


def test_amounts_without_decimals_where_nothing_else_can_stand():
    """A single row of amounts, printed with as many decimals as they need."""
    heads = "  合计       基本支出      项目支出      单位预留机动经费      结转下年资金"
    assert read("支出预算总表", heads, " 24.5       12.5        10        2             0") == [
        [("", "24.5", "12.5", "10", "2", "0")]
    ]


def test_uses_of_money_tell_where_numbers_stand():
    """A summary that lists all uses leaves no other column for their amounts."""
    lines = (
        "某局 2022 年部门预算",
        "收支预算总表",
        "部门：某局                 单位：万元",
        "      收入                            支出",
        "                                 支出用途",
        "  项目名称       金额         项目名称       金额",
        "一、财政拨款    12.00     一、基本支出     5.00",
        "                      二、项目支出     7.00",
        "  收入合计     12.00       支出合计     12.00",
        "支出预算总表",
        "部门：某局                 单位：万元",
        "  合计       基本支出      项目支出      单位预留机动经费      结转下年资金",
        "          12.00       5.00          7.00",
    )
    table = read_text("\n".join(lines)).table("expenditure_summary")
    assert [cell.text if cell else "" for cell in table.sides[0].matrix[0]] == [
        "12.00",
        "5.00",
        "7.00",
        "",
        "",
    ]
    assert table.sides[0].rows[0].recovery.zh == "3 个数只有一种放法合于本行及其他表所列"


def test_titles_over_two_lines_and_with_brackets():
    """The end of a title is no table of its own."""
    first = "一般公共预算“三公”经费、会议费、培训费支出预"
    text = Single((300, None, None, None, None, None, None, 100, 200), 10, 4, 1).text()
    text = text.replace("“三公”经费、会议费、培训费支出预算表", f"{first}\n算表")
    (table,) = read_text(text).tables
    assert (table.title, table.kind.key) == (f"{first}算表", "three_public")
    assert (
        read(
            "支出预算表（功能科目）",
            "科目编码        科目名称         金额",
            "201       一般公共服务支出    5.00",
        )
        != []
    )


def test_the_work_of_large_tables_is_bounded():
    """Five hundred rows beside two other sides, with many blanks and with few, take little more than five times a hundred."""
    side = [(f"一、{'款' * 9}", "1.00"), *((f"其中：第{'款' * 9}", "1.00") for _ in range(500))]
    long, short = (
        Summary((side[:count], side[:20], side[:20]), 12, centered=True, pages=(), gap=3).text()
        for count in (501, 101)
    )
    for blanks in ("   ", "  "):
        texts = [one.replace("   ", blanks) for one in (long, short)]
        disclosure = read_text(texts[0])
        assert len(disclosure.tables) + len(disclosure.unread) == 1
        many, few = (calls_of(lambda text=text: read_text(text)) for text in texts)
        assert many < 10 * few


def headings(*lines, steps=20_000):
    """The columns of headings in their places."""
    laid = Layout(lines).of([Line(number, line) for number, line in enumerate(lines, 1)])
    found = laid_out_headings(laid, Effort(steps))
    return found and ["/".join(one.path) for one in found]


def test_headings_in_their_places():
    """Pieces below each other are one heading; what is not known, stands below another or beside its parts, is none."""
    assert headings("基本   合计", "支出") == ["基本支出", "合计"]
    for lines in (("   基本支出           合计",), ("   基本支出", "                  合计")):
        assert headings(*lines, "小计  人员经费 公用经费") == [
            "基本支出/小计",
            "基本支出/人员经费",
            "基本支出/公用经费",
            "合计",
        ]
    assert headings("科目编码   科目名称   金额", "          合计") is None
    assert headings("未知") is None
    assert headings("收入      支出", "项目   金额") is None
    assert headings("   基本支出", "小计  人员经费 公用经费", steps=5) is None
    assert headings(*["合计"] * 81) is None


def test_a_heading_over_two_rows_of_parts_is_read_in_no_way():
    """Which of them are its parts cannot be told."""
    assert (
        headings("       三公经费预算数", *["合计 因公出国(境)费 公务接待费 公务用车购置及运行费"] * 2)
        is None
    )


def test_words_that_are_out_of_order_leave_a_table_of_several_sides_unread():
    """A line of a page without headings whose label stands on another side than its amount."""
    assert two_sided(ROW) == two_sided("\f" + ROW) != []
    assert two_sided(ROW, "\f                      三、其他资金     9.00") == []
    assert two_sided(ROW, "\f" + placed(("二、其他资金", "9.00"), (0, 35))) == []
    long = placed(("201", "一" * 25), STARTS[:2])
    after = placed(("208", "社会保障支出", "6.00", "6.00", "尾注"), (0, 10, 20, 26, 32))
    assert read("支出预算表", HEADINGS, SERVICES, long, after) == []


def test_an_amount_between_two_columns_leaves_the_layout_aside():
    """It is not certain on which side it stands, so only the words and their order count."""
    starts = (0, 12, 24, 36, 46, 60)
    names = placed(("项目", "金额", "项目", "合计", "一般公共预算", "政府性基金预算"), starts)
    row = ("一、拨款", "5.00", "一、开支", "5.00", "5.00")
    heads = ("      收入                          支出", names)
    (revenue, expenditure) = read("财政拨款收支预算总表", *heads, placed(row, starts[:5]))
    assert (revenue, expenditure) == ([("一、拨款", "5.00")], [("一、开支", "5.00", "5.00", "")])
    (_, apart) = read("财政拨款收支预算总表", *heads, placed(row, (0, 12, 24, 36, 54)))
    assert apart == [("一、开支", "5.00", "?", "?")]


PROCURED = ("采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计")
PLACES = (0, 12, 24, 36, 52, 62)


def procured(*pages):
    """The rows of procurement on several pages, the first below the headings; "" where the table is left unread."""
    lines = [placed(PROCURED, PLACES), placed(("一、货物 A", "", "", "", "", "9.00"), PLACES)]
    lines += [placed(("", "更新经费", "办公设备购置", "", "", "9.00"), PLACES)]
    lines += [placed(("", "", "", "复印机", "分散自行组织", "9.00"), PLACES)]
    for starts, *rows in pages:
        first, *rest = [placed(row, starts) for row in rows]
        lines += ["\f" + first, *rest]
    found = read("政府采购预算表", *lines)
    return [label for label, _ in found[0]][3:] if found else ""


def heaped(*rows):
    """The rows of procurement on a page without headings, each with its own places."""
    lines = [placed(PROCURED, PLACES), placed(("一、货物 A", "", "", "", "", "9.00"), PLACES)]
    lines += [placed(("", "运行经费", "维修费", "", "", "9.00"), PLACES)]
    lines += [placed(("", "", "", "复印机", "分散自行组织", "9.00"), PLACES)]
    first, *rest = [placed(row, starts) for starts, row in rows]
    found = read("政府采购预算表", *lines, "\f" + first, *rest)
    return [label for label, _ in found[0]][3:] if found else ""


def test_texts_on_a_page_without_headings_are_told_by_the_blanks_between_them():
    """As many heaps of words as columns, parted by two blanks: in all lines, or in one that prints on both sides."""
    near, far = (0, 8, 17, 27, 40, 47), (0, 9, 16, 28, 40, 47)
    project, goods = (
        ("", "运行经费", "维修费", "", "", "8.00"),
        ("", "", "", "小型服务器", "政府集中采购", "8.00"),
    )
    expected = ["运行经费 维修费", "小型服务器", "运行经费 维修费", "小型服务器"]
    assert heaped((near, project), (near, goods), (far, project), (far, goods)) == expected
    long = ("", "文印及办公经费", "维修费", "", "", "8.00")
    assert heaped((near, long), (near, goods), (far, project), (far, goods))[0] == "文印及办公经费 维修费"
    assert heaped((near, project), (near, goods), ((0, 9, 12, 28, 40, 47), project), (far, goods)) == ""
    apart = ("", "文 印", "维修费", "", "", "8.00")
    assert heaped((near, project), (near, goods), (far, apart)) == [*expected[:2], "文 印 维修费"]
    wide = ("", "文  印", "维修费", "", "", "8.00")
    assert heaped((near, project), (near, goods), (far, wide)) == ""
    assert (
        heaped(
            (near, project),
            (near, ("", "", "", "PC", "政府集中采购", "8.00")),
            (far, ("", "服务器", "", "", "政府集中采购", "8.00")),
        )
        == ""
    )


def test_names_beside_goods_are_those_of_a_cell_that_goes_on():
    """They stand in the middle of the rows of the next page, and are no part of the row beside which they stand."""
    starts = (0, 8, 17, 27, 40, 47)
    services = ("三、服务 C", "", "", "", "", "8.00")
    goods = ("", "", "", "复印机", "政府集中采购", "4.00")
    beside = ("", "运行经费", "维修费", "打印机", "政府集中采购", "4.00")
    assert heaped((starts, goods), (starts, beside), (starts, services)) == ["复印机", "打印机", "三、服务 C"]
    other = ("", "更新经费", "维修费", "打印机", "政府集中采购", "4.00")
    assert heaped((starts, goods), (starts, other), (starts, services)) == ""


def test_an_amount_without_a_name_takes_the_line_below_it():
    """If no text stands above it and only one line before the next amount."""
    starts = (0, 8, 17, 27, 40, 47)
    goods = ("", "", "", "复印机", "政府集中采购", "4.00")
    bare, names = ("", "", "", "", "", "8.00"), ("", "更新经费", "设备购置", "", "", "")
    assert heaped((starts, bare), (starts, names), (starts, goods)) == ["更新经费 设备购置", "复印机"]
    assert heaped((starts, goods), (starts, bare), (starts, names)) == ["复印机", "更新经费 设备购置"]
    assert heaped((starts, bare), (starts, names), (starts, names), (starts, goods)) == ""
    assert heaped((starts, names), (starts, bare), (starts, names), (starts, goods)) == [
        "更新经费更新经费 设备购置设备购置",
        "复印机",
    ]


def test_fixed_words_may_be_broken_over_lines():
    """Their column is told like those of texts, and the pieces must make up one of the words."""
    near, far = (0, 8, 17, 27, 40, 47), (0, 9, 16, 28, 40, 47)
    project = ("", "运行经费", "维修费", "", "", "8.00")
    goods = (
        ("", "", "", "其他办公设", "分散自行组", ""),
        ("", "", "", "", "", "8.00"),
        ("", "", "", "备", "织", ""),
    )
    expected = ["运行经费 维修费", "其他办公设备"]
    assert heaped((near, project), *((far, row) for row in goods)) == expected
    other = ("", "", "", "备", "购", "")
    assert heaped((near, project), *((far, row) for row in (*goods[:2], other))) == ""
    unknown = ("", "", "", "其他办公设", "随意自行组", "")
    assert heaped((near, project), *((far, row) for row in (unknown, *goods[1:]))) == ""


def test_a_name_in_the_middle_of_two_rows_is_that_of_both():
    """It is merged over them, and stands in the first, as in a table with borders."""
    starts = (0, 8, 17, 27, 40, 47)
    first, second = ("", "", "", "", "部门集中采购", "3.00"), ("", "", "", "", "分散自行组织", "5.00")
    pieces = [("", "", "", text, "", "") for text in ("物业管理服", "务")]
    project = (starts, ("", "运行经费", "维修费", "", "", "8.00"))
    rows = [first, *pieces, second]
    assert heaped(project, *((starts, row) for row in rows)) == [
        "运行经费 维修费",
        "物业管理服务",
        "分散自行组织",
    ]
    named = ("", "", "", "复印机", "分散自行组织", "5.00")
    assert heaped(project, *((starts, row) for row in (*rows[:3], named))) == ""


def test_texts_on_a_page_without_headings_are_told_by_where_their_cells_begin():
    """Every column begins at one place, and goods stand at the last of them; otherwise the table is left unread."""
    starts = (0, 8, 17, 27, 40, 47)
    services = ("三、服务 C", "", "", "", "", "8.00")
    project = ("", "运行经费", "维修费", "", "", "8.00")
    goods = ("", "", "", "PC 服务器", "政府集中采购", "8.00")
    close = ("", "", "", "打印设备（20 万", "政府集中采购", "8.00")
    expected = ["三、服务 C", "运行经费 维修费", "PC 服务器"]
    assert procured((starts, services, project, goods)) == expected
    assert procured((starts, services, project, close)) == [*expected[:2], "打印设备（20 万"]
    assert procured((starts, project)) == ""
    assert procured((starts, services, project, goods), ((0, 9, 17, 27, 40, 47), project)) == ""
    assert procured((starts, project, goods), (starts, project, (*goods[:2], "维修", *goods[3:]))) == ""
    assert procured((starts, project, goods, (*goods[:5], "8.00 9.00"))) == ""
