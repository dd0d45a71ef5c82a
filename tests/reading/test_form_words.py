"""The words of performance forms are data: they are in normal form, and the official names are recognised."""

import tomllib
from importlib import resources

import pytest

from govbudget.vocabulary import form_words

DATA = tomllib.loads(resources.files("govbudget.vocabulary").joinpath("data/forms.toml").read_text("utf-8"))


def patterns():
    """All patterns that are matched against normal forms; those of numbered cells are matched as printed."""
    for name, part in DATA.items():
        for entry in part if isinstance(part, list) else [part]:
            if isinstance(entry, dict) and name != "numbered":
                yield from (value for value in entry.values() if isinstance(value, str))


def test_patterns_are_in_normal_form():
    """A pattern with a blank, a full-width bracket or a quotation mark could never match a label."""
    assert len(list(patterns())) > 40
    assert [one for one in patterns() if set(one) & set("（）：，　 “”")] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("产出指标", "数量指标"),
        ("产出目标", "成本"),
        ("效益指标", "可持续影响指标"),
        ("效果目标", "满意度"),
        ("满意度指标", "服务对象满意度指标"),
        ("投入与目标管理", "财务管理"),
        ("影响力目标", "其它"),
    ],
)
def test_second_levels_belong_to_first_levels(first, second):
    """The names of the forms are known on their level, and blanks inside them do not matter."""
    words = form_words()
    assert words.is_first(" ".join(first))
    assert words.is_second(second)
    assert not words.is_first(second)
    assert words.belongs(first, second)
    assert not words.contradicts(first, second)


def test_unknown_names_neither_belong_nor_contradict():
    """What is not known is not wrong."""
    words = form_words()
    assert words.contradicts("投入管理指标", "数量指标")
    assert not words.belongs("特别指标", "数量指标")
    assert not words.contradicts("特别指标", "数量指标")


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("其中：中央财政资金", "source"),
        ("单位自筹", "source"),
        ("县级（区、县级市）财政资金", "source"),
        ("实施期资金总额：", "implementation"),
        ("项目本年度金额（元）", "annual"),
        ("项目资金 (万元)", "other"),
        ("项目概况", None),
    ],
)
def test_labels_of_heads(cell, label):
    """Labels are recognised with colons, blanks, units and full-width brackets."""
    assert form_words().label(cell) == label


@pytest.mark.parametrize("cell", ["负责人：", "项目负责人", "联系人", "联系电话:", "填报日期：", "经办人"])
def test_persons_are_recognised(cell):
    """Their rows are left out."""
    assert form_words().is_person(cell)
