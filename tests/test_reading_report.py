"""The report on how a document was read: golden for the shipped examples, key lines of the real documents, both languages, JSON."""

import json
from pathlib import Path

import pytest

from govbudget import Disclosure, ExtractedTable, UsageError, read_file, read_records, read_tables, read_text
from govbudget.cli import main
from govbudget.disclosures import Aspect, Resolution
from govbudget.exceptions import Notice
from govbudget.reading import read_folder
from govbudget.reports import reading_report
from govbudget.serialization import coverage_data, disclosure_data, resolution_data
from govbudget.serialization._hooks import plain_converter
from shared_material import CORPUS, SHARED, needs_shared, seed

ROOT = Path(__file__).parents[1]
EXAMPLES = ("qinyang-2020", "zhengzhou-2021")
GOLDEN = ROOT / "tests" / "golden"


def example(name):
    """A shipped example, read as from the root of the project."""
    return read_text((ROOT / "examples" / f"{name}.md").read_text("utf-8"), f"examples/{name}.md")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_have_their_golden_reports(name, lang):
    """Every line of the reports of the examples was read by hand and is true."""
    golden = (GOLDEN / f"reading-{name}.{lang}.txt").read_text("utf-8")
    assert reading_report(example(name), lang=lang) + "\n" == golden


TOTALS = {
    "jiyuan-2022": "读出表格 12 张，未读 0 处。表中的数共 623 个：放入单元格 622 个，读出的表中未放入 1 个，未读部分 0 个",
    "linfen-2021": "读出表格 22 张，未读 0 处。表中的数共 448 个：放入单元格 448 个，读出的表中未放入 0 个，未读部分 0 个",
    "nanyang-2021": "读出表格 10 张，未读 0 处。表中的数共 655 个：放入单元格 655 个，读出的表中未放入 0 个，未读部分 0 个",
    "qinyang-2020": "读出表格 12 张，未读 0 处。表中的数共 317 个：放入单元格 317 个，读出的表中未放入 0 个，未读部分 0 个",
    "zhengzhou-2021": "读出表格 26 张，未读 0 处。表中的数共 443 个：放入单元格 443 个，读出的表中未放入 0 个，未读部分 0 个",
}

KEY_LINES = {
    "jiyuan-2022": [
        "  续表    第 1504–1571、1572–1645、1646–1695 行接作本表的续表。依据：表名和表头与前页相同",
        "  表头    连在一起的表头文字分为 20 栏。依据：按已知的栏名逐层读，只有一种分法能读完",
        "  单元格  第 530、536、542、548 行补出空白格。依据：5 个数只有一种放法合于本行及其他表所列",
        "  单元格  第 581、583、599 行补出空白格。依据：4 个数有 4 种放法合于本行，只有一种合于各行之和",
        "      第 624 行 2101599 其他医疗保障管理事务支出: 60.30",
        "  1 个数未放入单元格：第 2 个数 60.30 多余：它不属于任何一栏，其余各数与本行及各行之和相符",
        "[12] 2022 年度部门预算项目绩效目标表",
    ],
    "linfen-2021": [
        "  部门    部门不明。依据：文件开头和表前都没有认出",
        "  行      第 52–57、59–67、69–70 行两位编码补全，如 01 → 20801。依据：同级编码递增，只有一种读法",
        "  列      栏“备注”作金额。依据：“备注”栏中是数字，表头可能错位",
    ],
    "nanyang-2021": [
        "  续表    第 388–406、414–432、440–444 行接作本表的续表。依据：表名和表头与前页相同",
        "  表头    第 237、264 行不作数据。依据：只有栏次（1 2 3）或星号",
        "  表头    第 262–263 行不作数据。依据：与表头的一行相同",
        "  列      右侧：一般公共预算支出/小计 ⊇ 其中:财政拨款。依据：印有“其中”，不要求列全",
    ],
    "qinyang-2020": [
        "  分合    分作并排的 2 侧：第 1–2、3–14 栏。依据：名称栏“项目”又在金额栏之右",
        "  行      左侧：7 行归在上级的行之下。依据：没有序号的行，其上有序号（7 行）",
    ],
    "zhengzhou-2021": [
        "  续表    第 389–397 行接作本表的续表。依据：表名和表头与前页相同",
        "  行      13 行归在上级的行之下。依据：在单位、类别等名称之下（13 行）",
    ],
}


@needs_shared
@pytest.mark.parametrize("name", TOTALS)
def test_the_real_documents_have_their_key_lines(name):
    """What was ambiguous in the real documents is told with its evidence, and how much was read."""
    lines = reading_report(read_file(seed(name))).split("\n")
    assert lines[1] == TOTALS[name]
    for line in KEY_LINES[name]:
        assert line in lines, line


@needs_shared
@pytest.mark.parametrize("name", CORPUS)
def test_every_number_of_the_corpus_is_counted_once(name):
    """What is placed, left and unread adds up table by table, and no number of a table that was read is unread."""
    disclosure = read_file(SHARED / "corpus" / name / "text.txt")
    found = disclosure.coverage()
    assert found.printed == found.placed + found.unplaced + found.unread > 0
    assert found.placed == sum(table.coverage().placed for table in disclosure.tables)
    assert found.unread == sum(part.numbers for part in disclosure.unread)


@needs_shared
@pytest.mark.parametrize("name", CORPUS)
def test_a_text_and_its_extracted_tables_print_as_many_numbers(name):
    """Counted in the text of a document and in the tables that an extractor cut of it, the numbers are the same.

    Of 人大 2017 the extractor cut two amounts into two tables each, and one figure is a whole number, which only a column tells; of 检察 2018
    two figures stand beside the columns of their headings, one of them a 0 that the text does not print.
    """
    folder = SHARED / "corpus" / name
    more = {"jiangsu_renda_2017_budget": 3, "jiangsu_jiancha_2018_budget": 1}.get(name, 0)
    assert (
        read_folder(folder / "tables").coverage().printed
        == read_file(folder / "text.txt").coverage().printed + more
    )


def flattened():
    """A document with numbers that have no place, of many rows, and an unread table."""
    names = [f"项目{i}\t{i}.00\t1.00" for i in range(1, 9)]
    rows = "\n".join(["项目\t金额\t备注", *names, "合计\t36.00\t无", "乙\t1.00\t无", *["丙\t1.00\t无"] * 8])
    return read_text(f"支出总表\n单位：元\n{rows}\n\n另见。\n9.00\t8.00\n")


def test_numbers_without_a_place_are_listed_by_reason():
    """The first rows with such numbers are named, the rest is counted."""
    report = reading_report(flattened()).split("\n")
    assert "  8 个数未放入单元格：所在栏是文字，不是金额" in report
    assert "      第 4 行 项目1: 1.00" in report
    assert "      另有 2 行" in report
    assert report[-1] == "  （无标题）  第 24 行  数 2 个  表头没有说明行列含义"


def test_many_numbers_of_one_row_are_cut():
    """A row of many numbers without a place shows the first of them."""
    row = "\t".join(["甲", *["1.00"] * 12, "2.00"])
    headings = "\t".join(["项目名称", *["规格"] * 12, "金额"])
    report = reading_report(read_text(f"支出总表\n单位：元\n{headings}\n{row}\n"))
    assert ": " + "  ".join(["1.00"] * 8) + " …" in report


def test_tables_of_records_are_told_without_lines():
    """A table of no known kind, without lines and without anything to resolve."""
    table = read_records([{"name": "甲", "金额": "1.00"}], title="某表", unit="元")
    assert reading_report(Disclosure([table])).split("\n")[2:] == [
        "",
        "[1] 某表",
        "  认作种类不明的表，元，1 行 × 1 栏，1 个数放入 1 个",
    ]


def test_a_title_that_names_its_kind_in_other_words_is_not_said_to_have_them():
    """收入支出 stands for 收支, which the title does not have."""
    text = "部门收入支出总表\n单位：元\n项目\t金额\n甲\t1.00\n"
    assert "  认作收支总表，元，第 4 行，1 行 × 1 栏，1 个数放入 1 个" in reading_report(
        read_text(text)
    ).split("\n")


def test_a_table_without_title_is_not_said_to_have_words_in_it():
    """The title of a table that its headings tell is the name of its kind; no words of a title tell it."""
    head = [
        ["项目", "", "", "", "支出预算", "", ""],
        ["功能分类科目编码", "", "", "功能分类科目名称", "合计", "基本支出", "项目支出"],
    ]
    rows = [*head, ["类", "款", "项", "", "", "", ""], ["", "", "", "合计", "3.00", "1.00", "2.00"]]
    disclosure = read_tables(
        [ExtractedTable([*rows, ["201", "", "", "一般公共服务支出", "3.00", "1.00", "2.00"]])]
    )
    report = reading_report(disclosure, lang="en")
    assert "taken for: expenditure summary, rows" in report
    assert "because it has no title, and only such tables have these headings" in report


def test_there_are_two_languages():
    """Any other language is refused."""
    with pytest.raises(UsageError, match="no language"):
        reading_report(Disclosure(), lang="fr")
    assert reading_report(Disclosure(), lang="en").endswith("in parts not read: 0")


@pytest.mark.parametrize("aspect", Aspect)
def test_resolutions_survive_json(aspect):
    """What is written of a resolution is all that it says."""
    one = Resolution(aspect, Notice("两位编码补全", "codes completed"), Notice("次序", "order"), 7)
    data = json.loads(json.dumps(resolution_data(one)))
    assert plain_converter.structure(data, Resolution) == one


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_json_of_what_was_read_has_resolutions_and_coverage(name):
    """Every resolution of every table is there, and the counts are those of the tables."""
    disclosure = example(name)
    data = disclosure_data(disclosure)
    assert data["coverage"] == coverage_data(disclosure.coverage())
    for table, written in zip(disclosure.tables, data["tables"], strict=True):
        assert written["resolutions"] == [resolution_data(one) for one in table.resolutions]
        assert written["coverage"]["placed"] == sum(1 for _ in table.cells())
        assert written["unplaced"] == []


def test_the_command_line_explains_the_reading(capsys):
    """`read` shows the report instead of the tables, `check` before its own; two documents are kept apart."""
    paths = [str(ROOT / "examples" / f"{name}.md") for name in EXAMPLES]
    assert main(["read", "--explain-reading", *paths]) == 0
    read = capsys.readouterr().out
    assert read.count("读出表格") == 2
    assert "141.47" not in read
    assert main(["check", "--explain-reading", "--lang", "en", paths[0]]) == 0
    checked = capsys.readouterr().out
    assert checked.index("tables read: 8") < checked.index("relations:")
    assert main(["check", paths[0]]) == 0
    assert "读出表格" not in capsys.readouterr().out
    main(["check", "--explain-reading", "--together", *paths])
    assert capsys.readouterr().out.count("读出表格") == 2
