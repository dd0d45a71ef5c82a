"""Topics: what the words before a figure are about; what is not understood is never guessed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.vocabulary import Topic, topics, vocabulary


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("甲局2022年收入总计", "revenue"),
        ("2022年支出预算", "expenditure"),
        ("收、支总计各", "revenue_and_expenditure"),
        ("2022年一般公共预算收支预算", "general_public_budget/revenue_and_expenditure"),
        ("2022年一般公共预算基本支出年初预算为", "general_public_budget/basic_expenditure"),
        ("一般公共预算财政拨款基本支出预算", "general_public_budget/basic_expenditure"),
        ("一般公共预算", "general_public_budget/budget"),
        ("基本支出财政拨款", "fiscal_appropriation/basic_expenditure"),
        ("社会保障和就业（类）支出".translate(str.maketrans("（）", "()")), "functional_8"),
        ("社会保障和就业支出", "functional_8"),
        ("一般公共预算拨款安排的“三公”经费", "three_public"),
        ("因公出国(境)费预算支出", "overseas"),
        ("公务用车购置及运行费支出", "vehicles"),
        ("2020年机关运行经费支出预算(不含人员经费)", "agency_operating"),
        ("政府采购货物预算", "procurement_goods"),
        ("货物类政府采购支出预算", "procurement_goods"),
        ("人大事务(款)行政运行(项)支出", "subject:人大事务/行政运行"),
        ("行政运行(项)", "subject:行政运行"),
        ("其他社会保障和就业支出", None),
        ("检察(款):2018年预算支出合计", None),
        ("甲项目支出", None),
        ("人员经费和公用经费", None),
        ("一般公共预算收入和支出", None),
        ("", None),
    ],
)
def test_words_name_their_topic(words, topic):
    """The topic is that of the words directly before the figure, with the scope that bounds it."""
    found = topics().find(words)
    assert (found and str(found)) == topic


def test_a_section_bounds_what_it_speaks_of():
    """An amount without a scope has that of its section; 收入 and 支出 of a narrower section are not those of the whole."""
    words = topics()
    expenditure, basic = words.topic("expenditure"), words.topic("basic_expenditure")
    assert (
        str(words.in_section(basic, "六、一般公共预算基本支出情况说明"))
        == "general_public_budget/basic_expenditure"
    )
    assert words.in_section(expenditure, "三、支出预算总体情况说明") == expenditure
    assert words.in_section(expenditure, "") == expenditure
    assert words.in_section(expenditure, "（三）绩效目标设置情况") is None
    assert words.in_section(expenditure, "（一）机关运行经费支出情况") is None
    assert words.within(words.topic("three_public"), "fiscal_appropriation").scope is None
    assert words.scope_in("一般公共预算和政府性基金") is None


def test_parts_that_are_the_whole_are_known():
    """Basic and project expenditure are all expenditure; one part, a doubled part or the total itself are not."""
    words = topics()
    total, basic, project = map(words.topic, ("expenditure", "basic_expenditure", "project_expenditure"))
    assert words.is_partition(total, [basic, project])
    assert not words.is_partition(total, [basic])
    assert not words.is_partition(total, [basic, basic])
    assert not words.is_partition(total, [basic, total])
    assert not words.is_partition(words.topic("procurement"), [basic, project])
    assert not words.is_partition(
        words.topic("three_public"), list(map(words.topic, ("overseas", "hospitality")))
    )
    revenue = [
        words.topic("revenue", scope) for scope in ("general_public_budget", "government_managed_funds")
    ]
    assert words.is_partition(words.topic("revenue"), revenue)
    assert not words.is_partition(
        words.topic("revenue"), [*revenue, words.topic("revenue", "fiscal_appropriation")]
    )
    owned, general, other = map(words.topic, ("vehicles_owned", "general_vehicles", "other_vehicles"))
    assert words.is_partition(owned, [general, other])
    assert not words.is_partition(owned, [general, words.topic("law_vehicles")])


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("我部门2021年没有使用政府性基金预算拨款安排的支出。", ["government_managed_funds"]),
        ("本部门无国有资本经营预算收入", ["state_capital_operations"]),
        ("2021年无“三公”经费预算安排的支出", [None]),
        ("本部门无此项支出", []),
        ("有无政府性基金支出", []),
        ("无财政拨款支出", []),
    ],
)
def test_what_there_is_none_of_is_read(text, denied):
    """A denial names a budget or the three public expenses; anything else is left alone."""
    assert [topic.scope for topic in topics().denials(text)] == denied


def test_the_data_are_sound():
    """Keys are unique, places name kinds of tables and topics, partitions name topics, and names are in both languages."""
    words = topics()
    kinds = {kind.key for kind in vocabulary().tables}
    keys = {*words.names, *words.scopes}
    assert all(zh and en for zh, en in (*words.names.values(), *words.scopes.values()))
    assert words.unscoped <= set(words.names)
    assert words.counted <= words.unscoped
    for name, places in words.places.items():
        scope, _, key = name.rpartition("/")
        assert key in keys
        assert not scope or scope in words.scopes
        assert {place.table for place in places} <= kinds
        assert all(place.flow in (None, "revenue", "expenditure") for place in places)
    for totals, parts, needs, _ in words.partitions:
        assert totals | parts <= set(words.names)
        assert needs <= parts


@pytest.mark.parametrize("key", sorted(topics().names))
def test_every_topic_is_found_by_its_own_name(key):
    """The Chinese name of a topic, as printed before a figure, is understood as that topic."""
    zh = topics().names[key][0].translate(str.maketrans("（）", "()"))
    assert topics().find(f"2022年{zh}").key == key


@given(
    st.text("一般公共预算支出基本项目政府性基金财政拨款收入总计的合（()款项类):：“三公”经费年", max_size=40)
)
def test_any_words_are_a_topic_or_none(words):
    """No words break the reading, and a topic always has a name and a known scope."""
    found = topics().find(words)
    assert found is None or isinstance(found, Topic)
    assert found is None or found.scope is None or found.scope in topics().scopes


def test_no_pattern_is_slow_on_long_text():
    """Repeating what a pattern looks for costs time in proportion to the length."""
    for name, pattern in topics().words.items():
        for unit in ("无政府性基金", "占", "(款)", "其中", "2021年比", "、", "增长5"):
            assert isinstance(pattern, re.Pattern), name
            sum(1 for _ in pattern.finditer(unit * 3000))
