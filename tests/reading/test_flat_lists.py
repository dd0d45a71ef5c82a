"""The indicators of projects without cell borders: read from widths, rows and gaps, or left aside."""

import pytest
from attrs import evolve
from hypothesis import given, settings

from flat_lists import GROUPS, HEAD, TITLE, Made, Shape, made_projects, printed, shapes
from govbudget import read_text
from govbudget.disclosures import Aspect
from govbudget.reading.flat._cells import is_name, is_value
from govbudget.reading.flat._pieces import ENDLESS, Room, room_of
from govbudget.reading.flat._widths import Widths, fewest_failures, sizes_of

SHAPE = Shape((5, 6, 5, 4), (3, 3, 3, 3), 7, 30)
FULL_ROW = (
    (("聘请专家费用标准", "≤500元"),),
    (("宣传资料印刷数量", "≥10000份"), ("专题培训次数", "≥2次"), ("集中宣传活动次数", "全覆盖")),
    (("提高医保基金使用效率", "提高"), ("欺诈骗保行为有效遏制", "有效")),
    (("参保群众满意度", "≥80%"),),
)
CERTAIN = Made("打击欺诈骗保工作经费", FULL_ROW)
OPEN = Made("公车购置", ((), (("数量", "1辆"),), (), ()))
UNKNOWN = Made(
    "宣传工作", ((), (("宣传资料印刷数量", "≥3次"), ("营造社会氛围", "浓厚")), (), (("群众满意", "100%"),))
)
TABLE = """项目支出预算表
单位：万元
项目名称\t合计
{}\t9.0
"""


def read(text):
    """The form of the projects of a text."""
    tables = read_text(text).tables
    return tables[-1] if tables and tables[-1].title == TITLE else None


def listed(table, number=0):
    """The indicators of a project with their groups."""
    project = table.form.projects[number]
    return [(*one.levels, one.name, one.target) for one in table.form.indicators if one.project is project]


def is_part(found, whole):
    """Whether all that was found is there in the same order, with groups that are the same where they are told."""
    rest = iter(whole)
    return all(any(one[1:] == other[1:] and one[0] in ("", other[0]) for other in rest) for one in found)


@settings(max_examples=25)
@given(made_projects(), shapes())
def test_what_is_read_of_a_flattened_form_is_what_was_printed(projects, shape):
    """Every indicator that is read was printed so in its project, of the group that is told; nothing is read twice."""
    table = read(printed(projects, shape))
    assert [one.code[-4:] for one in table.form.projects] == [f"{i:04}" for i in range(len(projects))]
    for number, (made, project) in enumerate(zip(projects, table.form.projects, strict=True)):
        assert is_part(listed(table, number), made.listed())
        assert project.name == made.name or (made.name.startswith(project.name) and len(table.problems) > 1)


def test_rows_and_widths_tell_the_groups():
    """A name that is broken where it is full shows its column, and a row holds its groups from left to right."""
    table = read(printed([CERTAIN], SHAPE))
    assert listed(table) == CERTAIN.listed()
    assert [one.zh for one in table.problems] == ["文字已失去单元格边界，只读出没有疑义的 7 个指标"]
    (found,) = table.resolutions
    assert (found.aspect, found.choice.zh) == (
        Aspect.COLUMNS,
        "三级指标每行的字数：成本指标 5 字、产出指标 6 字、效益指标 5 字、满意度指标 4 字",
    )
    assert found.evidence.zh == "只有这样的栏宽能读通 1 个项目中的 1 个"


@pytest.mark.parametrize("page", range(1, 12))
def test_a_row_that_is_broken_at_the_end_of_a_page_is_put_together(page):
    """The cells that are full at the end of a page go on at the top of the next one, in their order."""
    text = printed([evolve(CERTAIN, name="打击欺诈骗保")], evolve(SHAPE, page=page))
    found = listed(read(text))
    assert is_part(found, CERTAIN.listed())
    assert page < 6 or found == CERTAIN.listed()


def test_what_may_be_of_several_groups_has_none():
    """A short name alone in its row may stand in any column; one of satisfaction is of the group of that name if it may be."""
    table = read(printed([OPEN, evolve(OPEN, groups=((), (), (), (("群众满意", "100%"),)))], SHAPE))
    assert listed(table) == [("", "数量", "1辆")]
    assert listed(table, 1) == [("满意度指标", "群众满意", "100%")]
    assert "2 个指标，其中 1 个属哪一级指标未定" in table.problems[0].zh
    assert table.resolutions == ()


def test_a_project_with_a_value_that_is_no_known_word_is_left_aside():
    """Its text is counted, and its numbers have no place; the other projects are read."""
    table = read(printed([CERTAIN, UNKNOWN, CERTAIN], SHAPE))
    assert listed(table) == listed(table, 2) == CERTAIN.listed()
    assert listed(table, 1) == []
    assert [one.zh for one in table.problems[1:]] == [
        "第 79 行的项目有 7 段文字未读作指标：不止一种读法，或没有读法"
    ]
    assert [(one.texts, one.row) for one in table.unplaced] == [(("100%",), "宣传工作")]
    assert table.resolutions[0].evidence.zh == "只有这样的栏宽能读通 3 个项目中的 2 个"


def test_nothing_is_read_if_most_projects_cannot_be():
    """Then the rows of the form are not what they are taken for."""
    table = read(printed([UNKNOWN, CERTAIN, UNKNOWN], SHAPE))
    assert table.form.indicators == () != table.form.projects
    assert table.problems[1].zh == "各栏的宽度不明，指标未读"
    assert table.resolutions == ()


def test_names_that_are_broken_at_too_many_widths_tell_nothing():
    """Of a form with more widths than columns of names can have, no indicator is read."""
    names = [("甲" * (30 + size) + "乙", "≥3次") for size in range(16)]
    text = "".join(f"{name[:-1]}\n\n{name[-1]}\n{value}\n\n" for name, value in names)
    table = read(f"{TITLE}\n{HEAD}419001220000000000001\n\n某项目\n\n9.0 9.0\n\n{text}")
    assert table.form.indicators == ()


def test_a_search_that_takes_too_long_is_given_up():
    """A text of words that may all be names and values is left aside."""
    text = "提高\n\n" * 200
    table = read(f"{TITLE}\n{HEAD}419001220000000000001\n\n某项目\n\n9.0 9.0\n\n{text}")
    assert table.form.indicators == ()
    assert "200 段文字" in table.problems[1].zh


def test_the_name_of_a_project_that_is_left_aside_may_go_on_on_the_next_page():
    """It may if its last line is full."""
    for name, is_open in (("宣传工作经费项目经费某局", False), ("宣传工作经费项目经费某局委办", True)):
        text = printed([CERTAIN, evolve(UNKNOWN, name=name)], evolve(SHAPE, page=8))
        problems = [one.zh for one in read(text).problems[2:]]
        assert problems == (["第 79 行的项目名称可能续在下一页"] if is_open else [])


NAME = "省级财政二〇二二年中央专项彩票公益金支持城乡居民医疗救助资金的预算"


def test_a_name_that_goes_on_on_the_next_page_is_the_one_of_another_table():
    """Where what follows may be of the name of the project or of an indicator, the table of projects decides, if it names one."""
    groups = ((), (("医疗救助对象", "≥10份"),), (("保障城乡居民基本医疗权益", "保障"),), ())
    made = Made(NAME, groups)
    text = printed([CERTAIN, made], evolve(SHAPE, page=8))
    open_name, named = read(text), read(TABLE.format(NAME) + text)
    assert open_name.form.projects[1].name == "省级财政二〇二二年中央专项彩"
    assert "名称可能续在下一页" in open_name.problems[-1].zh
    assert [name for _, name, _ in listed(open_name, 1)] == ["医疗救助对象"]
    assert named.form.projects[1].name == NAME
    assert listed(named, 1) == made.listed()
    assert named.resolutions[1].choice.zh == "第 83 行的项目名称续在下一页"


def test_a_page_that_ends_below_the_amounts():
    """The indicators begin on the next page, after what goes on of the name of the project."""
    for rest, name in (("", "某专项资金项目"), ("的经费\n\n", "某专项资金项目的经费")):
        body = "宣传资料印刷\n\n数量\n≥10份\n\n聘请专家费\n≤500\n\n元\n\n"
        text = f"{TITLE}\n{HEAD}419001220000000000001\n\n某专项资金项目\n\n9.0 9.0\n\n{TITLE}\n{HEAD}{rest}{body}"
        table = read(text)
        assert [one[1:] for one in listed(table)] == [("宣传资料印刷数量", "≥10份"), ("聘请专家费", "≤500元")]
        assert table.form.projects[0].name == name


def test_text_without_blank_lines_is_read_by_widths_alone():
    """Where the lines of a broken heading follow each other, a blank line tells nothing."""
    head = HEAD.replace("\n\n", "\n")
    text = printed([CERTAIN], SHAPE).replace(HEAD, head)
    assert is_part(listed(read(text)), CERTAIN.listed())
    close = text.replace("\n\n", "\n")
    assert is_part(listed(read(close)), CERTAIN.listed())


def test_a_number_alone_on_its_line_is_a_value_and_at_the_end_of_a_page_that_of_the_page():
    """A value without unit is no page number, and a page number no value."""
    made = Made("某工作", ((), (("宣传资料印刷数量", "60"), ("专题培训次数", "≥2次")), (), ()))
    text = printed([made], SHAPE)
    assert "\n60\n" in text
    assert listed(read(text.rstrip() + "\n\n12\n")) == listed(read(text))
    assert [one[1:] for one in listed(read(text))] == [("宣传资料印刷数量", "60"), ("专题培训次数", "≥2次")]


def test_what_follows_the_form_is_no_part_of_it():
    """The next part of the document ends the last page."""
    text = printed([CERTAIN], SHAPE) + "第四部分 名词解释\n\n一般公共预算：指财政资金\n"
    assert listed(read(text)) == CERTAIN.listed()


@pytest.mark.parametrize(
    ("lines", "sizes"),
    [
        (["宣传资料印刷", "数量"], [6]),
        (["系统正常运", "行，保证参保", "权益"], [5, 6]),
        (["DRG 覆盖医药", "机构数量"], [4, 5, 6, 7, 8]),
        (["≥10000", "份"], [2, 3, 4, 5]),
        (["宣传"], []),
        (["甲乙", "甲乙丙丁"], []),
    ],
)
def test_a_cell_is_broken_where_the_next_character_does_not_fit(lines, sizes):
    """Chinese characters are all as wide, letters and digits narrower by what is not known; no line begins with a comma."""
    assert list(room_of(lines).sizes()) == sizes


def test_the_room_of_a_cell():
    """A column may be as wide as its room says."""
    assert not room_of(["甲乙", "甲乙丙丁"]).is_possible
    assert [size for size in (4, 5, 6, 7, None) if Room(500, 700).fits(size)] == [5, 6]
    assert [size for size in (4, 5, 6, None) if Room(500, ENDLESS).fits(size)] == [5, 6, None]


def test_choices_of_widths():
    """Every choice of a width for each group is a bit; those that fail the fewest projects are kept."""
    widths = Widths(2, [4, 5, None])
    assert widths.all == 2**9 - 1
    five = widths.fitting(0, Room(500, 600))
    assert (widths.of_group(0, five), widths.of_group(1, five)) == ([5], [4, 5, None])
    assert widths.fitting(0, Room(500, 600)) == five
    assert fewest_failures([0b011, 0b010, 0b110], 0b111) == (0b010, 0)
    assert fewest_failures([0b001, 0b010, 0b010], 0b111) == (0b010, 1)
    assert fewest_failures([], 0b1) == (0b1, 0)
    assert sizes_of([Room(500, 600), Room(400, ENDLESS)]) == [5, None]
    assert sizes_of([Room(100, 2000)]) is None


@pytest.mark.parametrize(
    "text", ["≥2次", "100%", "2023 年6 月底", "提高", "显著提升", "优秀", "每季度展开", "全覆盖"]
)
def test_values(text):
    """Figures with their units, and words that say how much, when or how well."""
    assert is_value(text)


@pytest.mark.parametrize(
    "text",
    [
        "浓厚",
        "提高市属",
        "数量≥3次",
        "参保群众满意度",
        "显著",
        "",
        "/",
        "≥",
        "很长的一段没有指标值的说明文字",
    ],
)
def test_what_is_no_known_value(text):
    """Other words, and a value with something before it."""
    assert is_value(text) is (text == "显著")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("检查", True), ("DRG 培训次数", True), ("检", False), ("≥2次", False), ("12", False)],
)
def test_names(text, expected):
    """A name has two letters or more and is no figure."""
    assert is_name(text) is expected


def test_the_groups_of_the_generated_forms():
    """The generator prints the groups that the headings name."""
    assert " ".join(GROUPS) in HEAD
