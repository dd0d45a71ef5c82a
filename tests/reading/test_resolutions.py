"""How tables are read is told: one small text for every kind of resolution that it provokes, and none where nothing is ambiguous."""

import pytest

from flat_texts import Flat
from govbudget import read_rows, read_text
from govbudget.disclosures import Aspect, Resolution
from govbudget.exceptions import Notice
from govbudget.reading.tables._resolutions import SAME, of_joined, of_separated
from reading_budgets import Budget, Line
from reading_builders import document, read_one, tabs

CODES = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"


def told(table, aspect):
    """What was resolved about an aspect, in Chinese: choice and evidence."""
    return [(one.choice.zh, one.evidence.zh) for one in table.resolutions if one.aspect is aspect]


def in_english(table):
    """All resolutions in English, in order."""
    return [f"{one.choice.en}; because {one.evidence.en}" for one in table.resolutions]


def aspects(table):
    """What is resolved about a table."""
    return {one.aspect for one in table.resolutions}


def only(text):
    """The only table of a text."""
    (table,) = read_text(text).tables
    return table


def test_a_plain_table_has_only_its_sums_to_tell():
    """A table with title, unit, one row of headings and no hierarchy of rows resolves nothing but its columns."""
    table = read_one("项目 | 合计 | 基本支出 | 项目支出", "办公楼 | 3.00 | 1.00 | 2.00", title="支出总表")
    assert table.resolutions == (
        Resolution(
            Aspect.COLUMNS,
            Notice("合计 = 基本支出 + 项目支出", "合计 = 基本支出 + 项目支出"),
            Notice(
                "栏名是合计、小计一类，同级各栏为其分项",
                "their headings are words of totals, and their parts are the columns of the same level",
            ),
        ),
    )


def test_a_title_with_unit_and_entity_on_its_line_tells_what_was_cut():
    """What stands behind the title on its line is no part of it."""
    table = only(f"部门支出总表 部门名称：某局 单位：万元\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert table.title == "部门支出总表"
    (one,) = [one for one in table.resolutions if one.aspect is Aspect.TITLE]
    assert one.choice.zh == "表名作“部门支出总表”"
    assert one.evidence.zh.startswith("印作“部门支出总表 部门名称：某局 单位：万元”")
    assert one.line == 1
    assert told(table, Aspect.UNIT) == [("单位：万元", "与表名印在同一行")]


def test_a_title_in_a_row_of_the_table_says_so():
    """A first row with one cell that is like a title is the title."""
    table = only(tabs("部门支出总表 | | ", "项目 | 金额 | 备注", "甲 | 1.00 | "))
    assert told(table, Aspect.TITLE) == [
        ("表名“部门支出总表”取自表内的一行", "该行在表头之上，像表名，没有数")
    ]


@pytest.mark.parametrize(
    ("before", "evidence", "line"),
    [
        ("", "其上没有文字", None),
        ("单位：万元\n", "其上只有单位、部门一类的行", None),
        ("情况如下：\n", "其上最近的文字“情况如下：”不像表名", 1),
    ],
)
def test_a_table_without_title_tells_what_stands_above_it(before, evidence, line):
    """No title, and the nearest text that is none."""
    table = only(before + tabs("项目 | 金额", "甲 | 1.00"))
    (one,) = [one for one in table.resolutions if one.aspect is Aspect.TITLE]
    assert (one.choice.zh, one.evidence.zh, one.line) == ("没有表名", evidence, line)


def test_a_table_without_title_that_continues_nothing_says_why():
    """Text between two tables, or other headings, separate them."""
    first = document("项目 | 金额", "甲 | 1.00")
    apart = read_text(f"{first}\n另见：\n{tabs('项目 | 数量', '乙 | 2')}").tables[1]
    assert told(apart, Aspect.SEPARATION) == [("另作一表，不接上表", "与上表之间有文字“另见：”")]
    other = read_text(f"{first}\n\n{tabs('项目 | 合计 | 基本支出', '乙 | 2.00 | 2.00')}").tables[1]
    assert told(other, Aspect.SEPARATION) == [("另作一表，不接上表", "表头与上表不同")]


@pytest.mark.parametrize(
    ("second", "evidence"),
    [
        ("2021年部门支出总体情况表\n单位：万元\n\n项目 | 金额\n乙 | 2.00", "表名和表头与前页相同"),
        ("项目 | 金额\n乙 | 2.00", "其上没有文字，表头与前页相同"),
        ("乙 | 2.00\n丙 | 3.00", "其上没有文字，也没有自己的表头"),
    ],
)
def test_continuations_say_why_they_were_joined(second, evidence):
    """A page that repeats title and headings, only headings, or none of both."""
    rows = [row if "|" not in row else tabs(row) for row in second.split("\n")]
    table = only(document("项目 | 金额", "甲 | 1.00") + "\n" + "\n".join(rows))
    ((choice, why),) = told(table, Aspect.CONTINUATION)
    assert choice.endswith("接作本表的续表")
    assert why == evidence
    assert told(table, Aspect.HEADINGS)[:1] == (
        [] if "也没有" in evidence else [(f"第 {table.lines[1] - 1} 行不作数据", "与表头的一行相同")]
    )


def test_rows_of_column_numbers_are_left_out():
    """A row "1 2 3" below the headings is no data."""
    table = read_one("项目 | 合计 | 基本支出 | 项目支出", "** | 1 | 2 | 3", "甲 | 3.00 | 1.00 | 2.00")
    assert told(table, Aspect.HEADINGS) == [("第 6 行不作数据", "只有栏次（1 2 3）或星号")]


def test_merged_headings_are_counted():
    """Two levels of headings and how many columns the merged ones span."""
    table = read_one(
        "项目 | 合计 | 基本支出 |  | ", " | | 小计 | 人员经费 | 公用经费", "甲 | 3.00 | 3.00 | 1.00 | 2.00"
    )
    assert told(table, Aspect.HEADINGS) == [("表头 2 层，共 5 栏", "合并的栏名：“基本支出” 3 栏")]
    assert told(table, Aspect.COLUMNS) == [
        (
            "合计 = 基本支出/小计；基本支出/小计 = 人员经费 + 公用经费",
            "栏名是合计、小计一类，同级各栏为其分项",
        )
    ]
    single = read_one("项目 | 合计 | 基本支出", "甲 | 3.00 | 3.00")
    assert told(single, Aspect.COLUMNS) == [("合计 ⊇ 基本支出", "合计之外只有这一栏，不要求列全")]


def test_a_kind_whose_words_are_not_the_only_ones_says_which_goes_first():
    """基本支出 goes before 一般公共预算支出; 支出总表 is only wider, and not told."""
    table = read_one("项目 | 金额", "甲 | 1.00", title="一般公共预算基本支出情况表")
    assert told(table, Aspect.KIND) == [
        ("作基本支出表，不作一般公共预算支出表", "表名含“基本支出”，排在前的种类优先")
    ]
    assert not told(read_one("项目 | 金额", "甲 | 1.00"), Aspect.KIND)
    both = read_one("项目 | 金额", "甲 | 1.00", title="部门收入支出总表")
    assert told(both, Aspect.KIND) == [("作收支总表", "表名中的“收入支出”即“收支”")]
    unknown = read_one("项目 | 金额", "甲 | 1.00", title="人员情况表")
    assert told(unknown, Aspect.KIND) == [("种类不明", "表名中没有已知种类的用词")]


def test_units_from_headings_unknown_and_contradictory_units_are_told():
    """Where the unit comes from, or why there is none."""
    own = only(f"部门支出总表\n{tabs('项目 | 金额（万元）', '甲 | 1.00')}")
    assert told(own, Aspect.UNIT) == [("“金额（万元）”的单位是万元", "印在栏名里")]
    none = only(f"部门支出总表\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert told(none, Aspect.UNIT) == [("单位不明，与其他表不符之处不作判断", "表前和栏名都没有注明单位")]
    both = only(f"部门支出总表\n单位：元\n单位：万元\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert told(both, Aspect.UNIT) == [("单位未定，金额不作数", "单位互相矛盾：元、万元")]
    assert [(one.texts, one.reason.zh) for one in both.unplaced] == [(("1.00",), "单位未定，金额不作数")]
    odd = only(f"部门支出总表\n单位：千元\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert told(odd, Aspect.UNIT) == [("单位未定，金额不作数", "不认识单位 千元")]


def test_contradictory_years_leave_the_amounts_alone():
    """A year in brackets that is not that of the title says nothing about units."""
    table = only(f"2022年部门支出总表\n（2021年度）\n{tabs('项目 | 金额', '甲 | 1.00')}")
    assert told(table, Aspect.YEAR) == [("年度未定", "括号内年度与标题年度不一致")]
    assert [str(cell.figure) for cell in table.cells()] == ["1.00"]


def test_two_sides_are_told_with_their_columns():
    """Labels right of amounts open a second side."""
    table = read_one(
        "项目 | 金额 | 科目名称 | 合计 | 基本支出 | 项目支出",
        "财政拨款 | 3.00 | 一、教育支出 | 3.00 | 1.00 | 2.00",
        "其他 | 3.00 | （一）学校 | 3.00 | 1.00 | 2.00",
        title="收支总表",
    )
    assert told(table, Aspect.SEPARATION) == [
        ("分作并排的 2 侧：第 1–2、3–6 栏", "名称栏“科目名称”又在金额栏之右")
    ]
    assert told(table, Aspect.COLUMNS)[0][0] == "右侧：合计 = 基本支出 + 项目支出"
    assert told(table, Aspect.ROWS) == [("右侧：1 行归在上级的行之下", "序号分级（一、（一）1.）（1 行）")]


def test_more_than_two_sides_are_numbered():
    """Three sides have no left and right."""
    row = "甲 | 1.00 | 一、乙 | 1.00 | 1.00 | 一、丙 | 2.00 | 2.00"
    headings = "项目 | 金额 | 项目 | 合计 | 其中：甲 | 项目 | 合计 | 其中：乙"
    table = read_one(headings, row, title="收支总表")
    assert [choice for choice, _ in told(table, Aspect.COLUMNS)] == [
        "第 2 侧：合计 ⊇ 其中:甲",
        "第 3 侧：合计 ⊇ 其中:乙",
    ]


def test_columns_that_only_their_contents_explain_are_told():
    """An unknown heading over words, a heading of remarks over figures, and a column without heading."""
    table = read_one(
        "项目 | 金额 | 联系方式 | 备注", "甲 | 1.00 | 电话 | 2.00 | 9.00", "乙 | 1.00 | 信件 | 2.00 | "
    )
    assert told(table, Aspect.COLUMNS) == [
        ("栏“联系方式”作文字", "不认识栏名；2 格中 2 格不是数"),
        ("栏“备注”作金额", "“备注”栏中是数字，表头可能错位"),
        ("第 5 栏没有栏名", "表头在这一栏是空的，其中有 1 格内容"),
    ]


def test_totals_without_certain_parts_and_parts_that_may_count_are_told():
    """Headings that stand twice leave a total open; 会议费 beside 三公 may count or not."""
    twice = read_one("项目 | 合计 | 基本支出 | 基本支出", "甲 | 3.00 | 1.00 | 2.00")
    assert told(twice, Aspect.COLUMNS) == [("“合计”没有定出分项", "旁边的栏名重复，或各栏都不能确定属于它")]
    some = read_one(
        "单位名称 | 合计 | 因公出国（境）费 | 公务接待费 | 会议费",
        "某局 | 3.00 | 1.00 | 2.00 | 1.00",
        title="三公经费表",
    )
    ((choice, why),) = told(some, Aspect.COLUMNS)
    assert choice == "合计 = 因公出国(境)费 + 公务接待费 [+ 会议费]"
    assert "方括号" in why


def test_long_sums_and_long_lists_are_cut():
    """A sum of many parts tells the first of them and how many there are."""
    names = [f"资金{letter}" for letter in "甲乙丙丁戊己庚辛壬癸"]
    table = read_one(" | ".join(["项目", "合计", *names]), " | ".join(["甲", *["1.00"] * 11]))
    ((choice, _),) = told(table, Aspect.COLUMNS)
    assert choice.endswith("资金辛 + …（10）")
    own = [f"{name}（元）" for name in names]
    units = read_one(" | ".join(["项目", *own]), " | ".join(["甲", *["1.00"] * 10]))
    assert told(units, Aspect.UNIT)[0][0].endswith("“资金己（元）”等 10 个的单位是元")


def test_columns_of_one_name_are_told_apart_by_what_stands_above_them():
    """Parts of the same name below two headings are named with these."""
    table = read_one(
        "项目 | 合计 | 本年 |  | 上年 | ",
        " | | 基金 | 拨款 | 基金 | 拨款",
        "甲 | 4.00 | 1.00 | 1.00 | 1.00 | 1.00",
    )
    assert told(table, Aspect.COLUMNS)[0][0] == "合计 = 本年/基金 + 本年/拨款 + 上年/基金 + 上年/拨款"


def test_the_hierarchy_of_rows_says_what_it_rests_on():
    """Codes of subjects, and rows without code below them."""
    table = read_one(
        CODES,
        "208 | 社会保障 | 3.00 | 1.00 | 2.00",
        "20805 | 养老 | 3.00 | 1.00 | 2.00",
        " | 某项目 | 1.00 | | 1.00",
    )
    assert told(table, Aspect.ROWS) == [
        ("2 行归在上级的行之下", "科目编码逐级加长（1 行）；没有自己编码的行，其上有编码（1 行）")
    ]


@pytest.mark.parametrize(
    ("rows", "evidence"),
    [
        (("一、支出", "（一）基本支出"), "序号分级（一、（一）1.）（1 行）"),
        (("一、支出", "学校"), "没有序号的行，其上有序号（1 行）"),
        (("支出", "其中：学校"), "印有“其中”（1 行）"),
        (("工资福利支出", "基本工资"), "在经济分类的类别名称之下（1 行）"),
    ],
)
def test_rows_of_names_say_what_their_hierarchy_rests_on(rows, evidence):
    """Outline numbers, rows below a numbered one, 其中, names of economic categories."""
    title = "基本支出经济分类表"
    table = read_one("项目 | 金额", *(f"{row} | 1.00" for row in rows), title=title)
    assert told(table, Aspect.ROWS)[0] == ("1 行归在上级的行之下", evidence)


def test_rows_of_units_and_merged_labels_say_what_their_hierarchy_rests_on():
    """Codes of units, names of units without codes, and labels that stand further right."""
    units = read_one(
        "单位编码 | 单位名称 | 金额", "048 | 某局 | 2.00", "048001 | 某局机关 | 1.00", " | 某项目 | 1.00"
    )
    assert told(units, Aspect.ROWS) == [("1 行归在上级的行之下", "单位编码逐级加长（1 行）")]
    below = "在单位、类别等名称之下（1 行）"
    mixed = read_one(CODES, " | 某局 | 1.00 | 1.00 | ", "208 | 社会保障 | 1.00 | 1.00 | ")
    assert told(mixed, Aspect.ROWS) == [("1 行归在上级的行之下", below)]
    merged = read_one("类别名称 | 单位名称 | 金额", "基本支出 | | 2.00", " | 甲 | 1.00", " | 乙 | 1.00")
    assert told(merged, Aspect.ROWS)[0] == ("2 行归在上级的行之下", "名称印在更靠右的名称栏（2 行）")


def test_completed_codes_say_what_completed_them():
    """Codes by their last piece, and two-digit codes in one column, by their order or by the sums."""
    partial = read_one(
        "科目编码 | | | 科目名称 | 金额",
        "类 | 款 | 项 | | ",
        "208 | | | 社会保障 | 1.00",
        " | 05 | | 养老 | 1.00",
    )
    assert ("第 8 行补全编码", "只印出末级，缺的一级取自其上的行") in told(partial, Aspect.ROWS)
    bare = read_one("科目编码 | 科目名称 | 金额", "208 | 甲 | 1.00", "05 | 乙 | 1.00", "02 | 丙 | 1.00")
    assert told(bare, Aspect.ROWS)[1] == (
        "第 7–8 行两位编码补全，如 05 → 20805",
        "同级编码递增，只有一种读法",
    )


def test_two_digit_codes_that_sums_decide_or_leave_open_are_told():
    """Where ascending codes can be read in several ways, amounts decide, or nothing does."""
    rows = ["208 | 甲 | {} ", "01 | 乙 | 1.00", "02 | 丙 | 1.00", "03 | 丁 | 2.00", "04 | 戊 | 2.00"]
    sums = read_one("科目编码 | 科目名称 | 金额", *(row.format("3.00") for row in rows))
    assert told(sums, Aspect.ROWS)[-1][1] == "同级编码递增有几种读法，一种合于各数之和"
    left = read_one("科目编码 | 科目名称 | 金额", *(row.format("9.00") for row in rows))
    assert told(left, Aspect.ROWS)[-1] == ("第 7–10 行两位编码未补全", "编码的次序和各数之和都不能定")


def test_rows_of_which_it_is_open_where_they_belong_are_told():
    """Below 其中 and among names of categories and sections the layout does not settle where a row belongs."""
    after = read_one("项目 | 金额", "支出 | 3.00", "其中：甲 | 1.00", "乙 | 1.00")
    assert ("第 8 行归属未定，不入合计", "在“其中”的行之后，是否仍属其中不明") in told(after, Aspect.ROWS)
    indented = read_one("项目 | 金额", "支出 | 3.00", "\u3000\u3000甲 | 1.00").resolutions
    assert not indented  # the builder strips the indent
    text = document("项目 | 金额", "支出 | 3.00") + "\u3000\u3000甲\t1.00\n"
    ((choice, why),) = told(only(text.replace("3.00\n\n", "3.00\n")), Aspect.ROWS)
    assert choice.endswith("归属未定，不入合计")
    assert why.startswith("缩进不一")


def test_subtotals_that_may_repeat_others_and_short_rows_are_told():
    """A subtotal below its rows is added to nothing; a row that ends early lacks its last cells."""
    table = read_one(
        "单位名称 | 项目名称 | 金额 | 上年",
        "甲 | A | 1.00 | 1.00",
        " | B | 1.00 | 1.00",
        " | 小计 | 2.00 | 2.00",
        "乙 | C | 1.00",
    )
    assert ("第 8 行不入合计", "小计在其各行之后，可能重复上面的行") in told(table, Aspect.ROWS)
    assert told(table, Aspect.CELLS) == [("第 9 行格数不足，末尾作缺失", "1 行比表头短")]


def test_rows_without_lines_are_counted_and_many_places_are_cut():
    """Rows of an extractor have no lines; of many places only the first are named."""
    rows = [["项目", "金额", "上年"], *[["甲", "1.00"]] * 2]
    table = read_rows(rows, title="支出总表", unit="万元")
    assert told(table, Aspect.CELLS)[0][0] == "2 行格数不足，末尾作缺失"
    assert "2 rows: cells are missing at the end" in in_english(table)[0]
    one = read_rows(rows[:2], title="支出总表", unit="万元")
    assert in_english(one)[0].startswith("1 row: cells")
    spread = [row for i in range(8) for row in ("甲 | 1.00", f"乙{i} | 1.00 | 1.00")]
    many = read_one("项目 | 金额 | 上年", *spread)
    assert told(many, Aspect.CELLS)[0][0] == "第 6、8、10、12、14、16 行等 8 行格数不足，末尾作缺失"


def test_continuations_of_rows_without_lines_are_counted():
    """Without lines only the number of blocks is told."""
    assert of_joined([[None, None], [None]], SAME).choice.zh == "接上 2 段续表"
    assert of_joined([[]], SAME).line is None
    assert of_separated((), []).line is None


def test_an_empty_table_tells_nothing_about_sums():
    """Without a figure columns and rows decide nothing."""
    table = read_one("项目 | 合计 | 基本支出 | 项目支出", "一、甲 | | | ", "（一）乙 | | | ")
    assert table.resolutions == ()


def test_the_document_tells_where_year_and_entity_come_from():
    """Year and entity of a document without title are taken from above a table, or not known."""
    found = read_text(
        document("项目 | 金额", "甲 | 1.00").replace("单位：万元", "部门名称：某局  单位：万元", 1)
    )
    said = {one.aspect: (one.choice.zh, one.evidence.zh) for one in found.resolutions}
    assert said[Aspect.YEAR] == ("年度作 2021", "文件开头没有认出，取自表前所写")
    plain = read_text("说明。\n" * 20 + "支出表\n部门名称：某局\n" + tabs("项目 | 金额", "甲 | 1.00"))
    said = {one.aspect: one.choice.zh for one in plain.resolutions}
    assert said == {Aspect.YEAR: "年度不明", Aspect.ENTITY: "部门作“某局”"}
    nothing = read_text(tabs("项目 | 金额", "甲 | 1.00"))
    assert {one.choice.zh for one in nothing.resolutions} == {"年度不明", "部门不明"}
    assert read_text("某局2021年部门预算\n").resolutions == ()


def test_names_of_kinds_of_expenditure_and_what_stands_below_them_are_told():
    """基本支出 in a row of its own belongs to the unit above, and the projects below it to it."""
    table = read_one(
        "单位编码 | 单位名称 | 项目名称 | 金额",
        "048 | 某局 | | 2.00",
        " | | 项目支出 | 2.00",
        " | | 某项目 | 1.00",
        " | | 某项目二 | 1.00",
    )
    ((choice, why),) = told(table, Aspect.ROWS)
    assert choice == "3 行归在上级的行之下"
    assert "基本支出、项目支出等名称单独成行（1 行）" in why
    assert "在单位、类别等名称之下（2 行）" in why


def flattened():
    """A flattened table of two subjects and a total, on two pages, with names broken over lines."""
    one, two = (900, 400, 300, 100, 500, 200, 300), (100, 100, 100, None, None, None, None)
    both = tuple(sum(filter(None, pair)) for pair in zip(one, two, strict=True))
    lines = (
        Line("category", "208", "社会保障和就业支出", one),
        Line("category", "210", "卫生健康支出", two),
    )
    budget = Budget(lines, Line("total", "", "合计", both), has_unit_codes=True)
    flat = Flat(split=False, broken=2, headings=0, pages=(1,), has_blank_rows=True, total_first=True)
    return only(flat.text(budget))


def test_a_text_without_borders_tells_how_its_headings_and_rows_were_found():
    """Pages, headings that run together, rows put together from lines, and blank cells that were put back."""
    table = flattened()
    assert told(table, Aspect.CONTINUATION) == [("第 23–49 行接作本表的续表", "表名和表头与前页相同")]
    assert told(table, Aspect.HEADINGS) == [
        ("连在一起的表头文字分为 9 栏", "按已知的栏名逐层读，只有一种分法能读完"),
        ("表头 2 层，共 9 栏", "合并的栏名：“基本支出” 3 栏、“项目支出” 3 栏"),
    ]
    assert told(table, Aspect.ROWS) == [
        ("第 43、48 行由几行文字拼成", "编码另起一行，数字结束一行，名称在其间")
    ]
    assert told(table, Aspect.CELLS) == [
        ("第 48 行补出空白格", "3 个数有 4 种放法合于本行，只有一种合于各行之和")
    ]


def test_two_digit_codes_without_a_category_are_not_told():
    """Without a category above them two digits complete nothing."""
    table = read_one("科目编码 | 科目名称 | 金额", "05 | 甲 | 1.00", "208 | 乙 | 1.00", "01 | 丙 | 1.00")
    assert [choice for choice, _ in told(table, Aspect.ROWS)][-1] == "第 8 行两位编码补全，如 01 → 20801"
