"""Economic subjects that a text names for 人员经费 and 公用经费, honest and slipped ones."""

import json

import pytest
from attrs import evolve

import govbudget
from counted_work import calls_of
from deep_equality import difference
from govbudget import Outcome
from govbudget.disclosures.namings import codes_of, is_known, naming_key
from govbudget.disclosures.narrative import Naming
from govbudget.reports import reading_text
from govbudget.serialization import disclosures_json, read_disclosures
from govbudget.vocabulary import naming_words
from shared_material import CORPUS, SHARED, needs_shared

TITLE = "某局2021年部门预算\n"
RULES = govbudget.STANDARD.only("TXT-022", "TXT-023")
ROWS = (
    ("30101", "基本工资", "3.00"),
    ("30102", "津贴补贴", "2.00"),
    ("30103", "奖金", "1.00"),
    ("30107", "绩效工资", "1.00"),
    ("30199", "其他工资福利支出", "1.00"),
    ("30201", "办公费", "1.00"),
    ("30205", "水费", "1.00"),
    ("30206", "电费", "1.00"),
    ("30211", "差旅费", "1.00"),
    ("30213", "维修(护)费", "1.00"),
    ("30215", "会议费", "0.00"),
    ("30228", "工会经费", "1.00"),
    ("30301", "离休费", "1.00"),
    ("30305", "生活补助", ""),
)


def disclosure(text, rows=ROWS, title="2021年一般公共预算基本支出表"):
    """A text beside a table of basic expenditure."""
    table = govbudget.read_rows([("科目编码", "科目名称", "合计"), *rows], title=title, unit="万元")
    return evolve(govbudget.read_text(TITLE + text), tables=(table,))


def found(text, **given):
    """The rules and names of the findings of a text beside the table."""
    report = govbudget.check(disclosure(text, **given), RULES)
    return [(one.rule.id, one.reported) for one in report.findings]


def namings(text):
    """The lists of subjects that are read from a text."""
    statements = govbudget.read_text(TITLE + text).narrative.statements
    return [one for one in statements if isinstance(one, Naming)]


HONEST = [
    "人员经费5万元，主要包括：基本工资、津贴补贴、奖金、绩效工资。",
    "人员经费5万元。主要包括：基本工资、津贴补贴、奖金、社会保障缴费、绩效工资等支出。",
    "（一）人员经费 5 万元，占 60%，主要包括：基本工资、津贴补贴、奖励金、绩效工资。",
    "人员经费主要包括：基本工资、津贴补贴、奖金、伙食补助费、抚恤金、救济费、助学金、提租补贴、购房补贴。",
    "人员经费5万元，主要包括：基本工资、津贴补贴、绩效工资、奖学金、激励金。",
    "人员经费5万元，主要包括：基本工资、津贴补助、绩效工资、其它工资福利支出。",
    "人员经费5万元，主要包括：基础工资、津贴补贴、奖金、绩效工资。",
    "人员经费5万元，主要包括：基本工资、津补贴、奖金、绩效工资。",
    "人员经费5万元，主要包括：津贴补贴、奖金、绩效工资、离休金、退休金、生活补贴。",
    "人员经费5万元，主要包括：基本工资、津贴补贴、绩效工资、离退休费。",
    "人员经费5万元，主要包括：基本工资、津贴补贴、绩效工资、住房公积金、医疗费、住房公积金。",
    "人员经费5万元，主要包括：工资福利支出（基本工资、津贴补贴、奖金）、对个人和家庭的补助（离休费、生活补助）。",
    "人员经费5万元，主要包括：基本工资3万元、津贴补贴2万元、资金1万元、奖金1万元。",
    "人员经费包括工资福利支出、资金。",
    "人员经费5万元，用于保障在职人员的工作、生活、资金。",
    "基本支出5万元，主要包括：基本工资、津贴补贴、资金、绩效工资。",
    "公用经费5万元，主要包括：办公费、水费、电费、差旅费、维修（护）费、会议费。",
    "公用经费5万元，主要包括：办公费、水费、热费、差旅费、维修费、会务费。",
    "公用经费5万元，主要包括：办公费、水电费、油费、差旅费、工会经费。",
    "公用经费5万元，主要包括：办案费、水费、电费、差旅费、工作经费。",
    "公用经费5万元，主要包括：办公费、印制费、旅差费、维修(护)费、其他交通费、其他商品和服务支出。",
    "公用经费5万元，主要包括：办公费、办公设备购置、专用设备购置、办公设备购置。",
    "公用经费5万元，主要包括：办公费、水费、电费、差旅费、公用房会租费。",
    "公用支出5万元，主要用于：办公费、水费、电费；其他支出5万元，用于办公费、资金。",
    "机关运行经费：指各部门的公用经费，包括办公及印刷费、邮电费、差旅费、会议费、福利费、办公用房水电费。",
    "公用经费5万元，主要包括：工会经费、差旅费、会仪费、水费、办公费。",
    "公用经费5万元，主要包括：办公费、水费、电费、差旅费、会仪费、工会经费。",
    "人员经费5万元，主要包括：资金、水利费、公共费。",
    "人员经费5万元，主要包括：资金、抚恤金、退休费。",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_lists_are_not_found(text):
    """Older and local names, subjects without a row or amount, names of which several codes are known."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人员经费5万元，主要包括：基本工资、津贴补贴、资金、绩效工资。", [("TXT-022", "资金")]),
        ("人员经费5万元。主要包括：基本工资、津贴补贴、资金、抚恤金等。", [("TXT-022", "资金")]),
        ("人员经费5万元，主要包括：资金、绩效工资、抚恤金。", [("TXT-022", "资金")]),
        ("公用经费5万元，主要包括：办公费、水费、电费、差施费、会议费。", [("TXT-022", "差施费")]),
        ("公用经费5万元，主要包括：办公费、电费、维休（护）费、工会经费。", [("TXT-022", "维休(护)费")]),
        (
            "人员经费5万元，主要包括：基本工资、津贴补贴、资金、绩效工资、其他工资褔利支出。",
            [("TXT-022", "资金"), ("TXT-022", "其他工资褔利支出")],
        ),
        ("人员经费5万元，主要包括：基本工资、津贴补贴、奖金、医疗费、奖金。", [("TXT-023", "奖金")]),
        ("公用经费5万元，主要包括：办公费、水费、公务交通补贴、水费。", [("TXT-023", "水费")]),
        (
            "人员经费5万元，主要包括：基本工资、其他工资福利支出、奖金、其它工资福利支出、奖金。",
            [("TXT-023", "其它工资福利支出"), ("TXT-023", "奖金")],
        ),
    ],
)
def test_slips_are_found(text, expected):
    """A name one character from that of the row that belongs there, and a name that stands twice."""
    assert found(text) == expected


def test_a_listed_name_that_the_table_pays_passes():
    """Names with an amount are judged one by one, those without row, without amount or with zero are not; the list as such has no repeats."""
    text = "人员经费5万元，主要包括：基本工资、奖金、抚恤金、生活补助、会议费。"
    assert govbudget.check(disclosure(text), RULES.only("TXT-022")).summary[Outcome.PASSED] == 2
    assert govbudget.check(disclosure(text), RULES.only("TXT-023")).summary[Outcome.PASSED] == 1
    other = disclosure(text, title="2021年部门支出总表")
    assert govbudget.check(other, RULES.only("TXT-022")).summary[Outcome.PASSED] == 0
    assert (
        found("人员经费5万元，主要包括：基本工资、津贴补贴、资金、绩效工资。", title="2021年部门支出总表")
        == []
    )


def test_a_name_that_may_be_of_two_rows_is_left_open():
    """差务费 is one character from two rows that both stand between the names around it."""
    rows = [
        *ROWS[:8],
        ("30209", "物业管理费", "1.00"),
        ("30211", "差旅费", "1.00"),
        ("30226", "劳务费", "1.00"),
        ("30228", "工会经费", "1.00"),
    ]
    text = "公用经费5万元，主要包括：办公费、{}、工会经费、水费。"
    assert found(text.format("差旅费、差务费"), rows=rows) == [("TXT-022", "差务费")]
    assert found(text.format("劳旅费、劳务费"), rows=rows) == [("TXT-022", "劳旅费")]
    assert found(text.format("劳旅费"), rows=rows) == []
    assert found(text.format("差务费"), rows=rows) == []


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ([("项目", "合计")], ()),
        ([("部门预算经济分类", "政府预算经济分类", "合计")], ("工资奖金津补贴",)),
    ],
)
def test_rows_without_codes_are_found_by_their_labels(head, other):
    """A table that prints names alone is a table of economic subjects all the same, also beside governmental ones."""
    table = govbudget.read_rows(
        [*head, ("基本工资", *other, "3.00"), ("奖金", *other, "1.00"), ("绩效工资", *other, "1.00")],
        title="2021年一般公共预算基本支出表",
        unit="万元",
    )
    text = "人员经费5万元，主要包括：基本工资、资金、绩效工资。"
    given = evolve(govbudget.read_text(TITLE + text), tables=(table,))
    assert [one.reported for one in govbudget.check(given, RULES).findings] == ["资金"]


def test_a_finding_names_the_row_and_the_lines():
    """The row of the table and its title are named, the place is the line of the name, not that of the list."""
    text = "人员经费5万元。主要包括：基本工资、\n津贴补贴、资金、绩效工资、基本工资。"
    misnamed, twice = govbudget.check(disclosure(text), RULES).findings
    assert misnamed.locations[0].line == twice.locations[0].line == 3
    assert misnamed.message == {
        "zh": "文字列举的“资金”不是经济科目，应为“奖金”（《2021年一般公共预算基本支出表》“30103 奖金”行）",
        "en": "The text lists '资金', which is no economic subject and should be '奖金' "
        "(row '30103 奖金' of “2021年一般公共预算基本支出表”)",
    }
    assert twice.message == {
        "zh": "“基本工资”在同一列举中出现两次，前一次在第 2 行",
        "en": "'基本工资' stands twice in one list, before on line 2",
    }
    assert misnamed.severity is twice.severity is govbudget.Severity.HINT


def test_what_is_read_of_a_list():
    """Numbers of pages and the words after the last name go; brackets that hold names are opened; a list ends where amounts begin."""
    text = "公用经费5万元。主要包括：办公费、水费、\n7\n电费、维修（护）费、商品和服务支出（差旅费、会议费）、—8—等支出。"
    (one,) = namings(text)
    assert one.names == ("办公费", "水费", "电费", "维修(护)费", "商品和服务支出", "差旅费", "会议费")
    assert one.lines == (2, 2, 4, 4, 4, 4, 4)
    assert one.location.line == 2
    (other, last) = namings(
        "人员经费5万元，主要包括：基本工资、奖金、绩效工资，公用经费5万元，主要包括：办公费、水费、电费"
    )
    assert other.names == ("基本工资", "奖金", "绩效工资")
    assert last.names == ("办公费", "水费", "电费")


def test_the_list_is_written_and_read_as_json_and_shown():
    """JSON gives back names and lines, and refuses others than one line for every name."""
    read = govbudget.read_text(TITLE + "人员经费5万元，主要包括：基本工资、奖金、绩效工资。")
    written = disclosures_json([read])
    (again,) = read_disclosures(written)
    assert [one.names for one in again.narrative.statements if isinstance(one, Naming)] == [
        ("基本工资", "奖金", "绩效工资")
    ]
    assert "基本工资、奖金、绩效工资" in reading_text(read)
    assert disclosures_json([again]) == written
    assert difference(read, again) is None
    data = json.loads(written)
    data["documents"][0]["statements"][-1]["lines"].append(None)
    with pytest.raises(govbudget.ReadingError, match="lines has 4 entries for 3 names"):
        read_disclosures(json.dumps(data))


def test_names_and_their_keys():
    """What is written for one another is one; what is known of names."""
    assert naming_key("其它工资福利支出") == naming_key("其他工资福利")
    assert codes_of(naming_key("办公设备购置")) == {"30902", "31002"}
    assert codes_of("资金") == frozenset()
    assert all(
        is_known(naming_key(one))
        for one in ("奖金", "社会保障缴费", "工资奖金津补贴", "机关事业单位基本养老")
    )
    assert not any(is_known(one) for one in ("资金", "差施费", "机关"))


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("资金", "奖金", True),
        ("奖金", "奖金", False),
        ("奖励金", "奖金", False),
        ("离休金", "离休费", False),
        ("热费", "电费", False),
        ("差施费", "差旅费", True),
        ("差施资", "差旅费", False),
    ],
)
def test_a_slip_is_one_character(name, other, expected):
    """Other lengths, several characters and characters of one meaning are no slips."""
    assert naming_words().is_slip(name, other) is expected


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        ("", "人员经费包括"),
        ("", "人员经费"),
        ("人员经费包括", "奖金、"),
        ("人员经费包括", "某"),
        ("人员经费包括", "（"),
        ("", "人员经费包括" + "、".join(["奖金", "津贴", "资金"] * 20) + "、"),
    ],
)
def test_the_work_grows_with_the_length_of_the_text(head, piece):
    """Text four times as long takes about four times the work."""
    govbudget.check(disclosure(head + piece), RULES)
    few, many = (
        calls_of(lambda text=head + piece * count: govbudget.check(disclosure(text), RULES))
        for count in (100, 400)
    )
    assert many < 6 * few


EXPECTED = {
    "jiangsu_renda_2019_budget": [("TXT-023", 291, "奖金")],
    "jiangsu_zhengxie_2018_budget": [("TXT-022", 278, "资金"), ("TXT-022", 303, "资金")],
    "jiangsu_zhengxie_2019_budget": [("TXT-022", 320, "资金"), ("TXT-022", 345, "资金")],
}


@needs_shared
@pytest.mark.parametrize("name", CORPUS)
def test_lists_of_the_further_documents(name):
    """All findings were read by eye; every other list is honest."""
    read = govbudget.read_file(SHARED / "corpus" / name / "text.txt")
    report = govbudget.check(read, RULES)
    assert [(one.rule.id, one.locations[0].line, one.reported) for one in report.findings] == EXPECTED.get(
        name, []
    )


@needs_shared
def test_lists_of_the_seeds():
    """Three of the seeds print no such list, and those of the others are honest."""
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        assert govbudget.check(govbudget.read_file(path), RULES).findings == ()
