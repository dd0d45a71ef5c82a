"""Names in the wild against official names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.subjects import Agreement, Classification, agreement, name_key, procurement_catalogue, rows_of

OFFICIAL = sorted({row.name for kind in Classification for row in rows_of(kind)})
CATEGORIES = sorted({row.name for row in procurement_catalogue().categories.values()})

official_names = st.sampled_from(OFFICIAL)


@pytest.mark.parametrize(
    ("printed", "official", "expected"),
    [
        ("教育支出", "教育支出", "EXACT"),
        ("维修(护)费", "维修（护）费", "EXACT"),
        ("维修〔护〕费", "维修（护）费", "EXACT"),
        ("因公出国(境)费用", "因公出国（境）费用", "EXACT"),
        ("工资奖金津补贴_行政", "工资奖金津补贴", "EXACT"),
        ("商品和服务支出_事业", "商品和服务支出", "EXACT"),
        ("机关事业单位基本\n养老保险缴费支出", "机关事业单位基本养老保险缴费支出", "EXACT"),
        ("  行政　运行 ", "行政运行", "EXACT"),
        ('"两房"建设', "“两房”建设", "EXACT"),
        ("一、一般公共服务支出", "一般公共服务支出", "EXACT"),
        ("二十一、住房保障支出", "住房保障支出", "EXACT"),
        ("（一）工资福利支出", "工资福利支出", "EXACT"),
        ("(十二)、工资福利支出", "工资福利支出", "EXACT"),
        ("8、住房公积金", "住房公积金", "EXACT"),
        ("12.住房公积金", "住房公积金", "EXACT"),
        ("教育(类)支出", "教育支出", "TAIL"),
        ("社会保障(类)支出", "社会保障支出", "TAIL"),
        ("社会保障和就业（类）", "社会保障和就业支出", "TAIL"),
        ("行政事业单位养老支出（款）", "行政事业单位养老支出", "TAIL"),
        ("教育支出(类)", "教育", "TAIL"),
        ("行政单位医疗（项）", "行政单位医疗", "TAIL"),
        ("教育", "教育支出", "TAIL"),
        ("一、教育(类)支出", "教育支出", "TAIL"),
        ("机关事业单位基本养老保险缴费支", "机关事业单位基本养老保险缴费支出", "TRUNCATED"),
        ("机关事业单位基本养老", "机关事业单位基本养老保险缴费支出", "TRUNCATED"),
        ("社会保障和", "社会保障和就业支出", "TRUNCATED"),
        ("社会保", "社会保障和就业支出", "DIFFERENT"),
        ("社会", "社会保障和就业支出", "DIFFERENT"),
        ("社会保障(类)支出", "社会保障和就业支出", "DIFFERENT"),
        ("奖金", "津贴补贴", "DIFFERENT"),
        ("办公费", "办公经费", "DIFFERENT"),
        ("事业运行", "行政运行", "DIFFERENT"),
        ("机关事业单位基本养老保险缴费支出", "机关事业单位基本养老保险缴费支", "DIFFERENT"),
        ("养老保险缴费支出", "机关事业单位基本养老保险缴费支出", "DIFFERENT"),
        ("", "教育支出", "DIFFERENT"),
        ("工资奖金津补贴_其他", "工资奖金津补贴", "DIFFERENT"),
    ],
)
def test_printed_names_agree_with_official_ones_as_they_should(printed, official, expected):
    """Real spellings, cut-off names and levels in brackets agree; other names and short beginnings do not."""
    found = agreement(printed, official)
    assert found is Agreement[expected]
    assert found.is_same == (expected != "DIFFERENT")


@pytest.mark.parametrize("names", [OFFICIAL, CATEGORIES], ids=["subjects", "procurement"])
def test_every_official_name_agrees_with_itself(names):
    """Agreement is reflexive on every official name, and the key of a key is the key."""
    assert len(names) > 1000
    assert [name for name in names if agreement(name, name) is not Agreement.EXACT] == []
    assert [name for name in names if not name_key(name) or name_key(name_key(name)) != name_key(name)] == []


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("八、“社会保障缴费” _行政", "社会保障缴费"),
        ("一、", "一、"),
        ("（二）", "(二)"),
        ("（一）维修（护）费", "维修(护)费"),
        ("三公经费", "三公经费"),
        ("2022年项目", "2022年项目"),
        ("津贴_行政补", "津贴_行政补"),
        ("：", ""),
    ],
)
def test_a_key_loses_ordinal_and_suffix_only(printed, key):
    """Only a real ordinal in front and _行政 or _事业 behind go; an ordinal alone stays."""
    assert name_key(printed) == key


@given(official_names, st.sampled_from(["", "一、", "十二、", "（三）", "4.", "5、"]), st.data())
def test_layout_never_changes_a_name(name, ordinal, data):
    """Ordinal, blanks, line breaks, width of brackets and suffix leave the agreement exact."""
    place = data.draw(st.integers(0, len(name)))
    blank = data.draw(st.sampled_from(["", " ", "\n", "\u3000", "\xa0"]))
    suffix = data.draw(st.sampled_from(["", "_行政", "_事业", " _行政"]))
    printed = ordinal + name[:place] + blank + name[place:] + suffix
    printed = printed.replace("（", "(").replace("）", ")") if data.draw(st.booleans()) else printed
    assert agreement(printed, name) is Agreement.EXACT


@given(official_names, official_names)
def test_the_full_agreements_are_symmetric(one, two):
    """Exact and tail agreement do not depend on which name was printed."""
    found, back = agreement(one, two), agreement(two, one)
    if Agreement.TRUNCATED not in (found, back):
        assert found is back
    if one != two:
        assert Agreement.TRUNCATED not in (found, back) or found is not back


@given(official_names, st.data())
def test_beginnings_of_four_characters_or_more_are_taken(name, data):
    """A cut-off name of at least four characters is the same name, a shorter one only if no more than 支出 is gone."""
    length = data.draw(st.integers(0, len(name) - 1))
    found = agreement(name[:length], name)
    if len(name_key(name[:length])) >= 4:
        assert found.is_same
    elif found.is_same:
        assert found is Agreement.TAIL


def test_agreements_are_ordered_best_first():
    """Sorting by value puts the better agreement first."""
    assert sorted(Agreement, key=lambda one: one.value) == [
        Agreement.EXACT,
        Agreement.TAIL,
        Agreement.TRUNCATED,
        Agreement.DIFFERENT,
    ]
