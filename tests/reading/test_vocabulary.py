"""The vocabulary: every entry of its data is valid and means what it says; lookups compare normal forms."""

import re
import tomllib
from importlib import resources

import pytest

from govbudget.amounts import Unit
from govbudget.disclosures import Flow
from govbudget.labels import normalise
from govbudget.vocabulary import ColumnRole, vocabulary

DATA = tomllib.loads(resources.files("govbudget.vocabulary").joinpath("data/labels.toml").read_text("utf-8"))
PATTERNS = [
    DATA["totals"]["pattern"],
    DATA["totals"]["of_which"],
    *(column["pattern"] for column in DATA["columns"]),
    *DATA["optional"].values(),
    DATA["breakdowns"]["pattern"],
    *DATA["three_public"].values(),
]
KINDS = vocabulary().tables


def test_the_vocabulary_is_loaded_once():
    """All lookups share one immutable vocabulary, of the edition that the data states."""
    assert vocabulary() is vocabulary()
    assert vocabulary().edition == DATA["edition"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_are_written_for_normal_forms(pattern):
    """A pattern compiles, and asks for no full-width bracket or blank, which no normal form has."""
    re.compile(pattern)
    assert not set(pattern) & set("（）：　 “”")


@pytest.mark.parametrize("words", [DATA["totals"]["carried"], *DATA["rows"].values()])
def test_lists_of_labels_have_no_doubles(words):
    """Every label is listed once, and in normal form."""
    assert len(set(words)) == len(words)
    assert [normalise(word) for word in words] == words


@pytest.mark.parametrize("column", DATA["columns"], ids=lambda column: column["role"])
def test_every_role_is_known_to_the_library(column):
    """The roles of the data are those of the enumeration."""
    assert ColumnRole(column["role"])


@pytest.mark.parametrize("entry", DATA["tables"], ids=lambda entry: entry["kind"])
def test_every_kind_of_table_is_well_formed(entry):
    """A kind has a permanent name, names in both languages, words in normal form, and a known flow."""
    assert re.fullmatch(r"[a-z_]+", entry["kind"])
    assert entry["zh"]
    assert entry["en"].isascii()
    assert entry["all"]
    assert all(word == normalise(word) for word in entry["all"])
    assert entry.get("flow") in (None, *(flow.value for flow in Flow))
    assert set(entry) <= {"kind", "zh", "en", "all", "flow", "form"}


def test_permanent_names_are_unique():
    """No two kinds share a name."""
    assert len({kind.key for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_is_recognised_by_its_own_name(kind):
    """The Chinese name of a kind is a title of that kind, whatever stands around it."""
    assert vocabulary().table_kind(kind.zh) is kind
    assert vocabulary().table_kind(f"2021年某局“{kind.zh}”（续）") is kind
    assert vocabulary().kind(kind.key) is kind


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("2021年部门收支总体情况表", "revenue_and_expenditure_summary"),
        ("2021年部门收入总体情况表", "revenue_summary"),
        ("2021年预算支出总表", "expenditure_summary"),
        ("2021年财政拨款预算收支总体情况表", "fiscal_appropriation_summary"),
        ("2021年一般预算支出预算表", "general_public_budget_expenditure"),
        ("一般公共预算支出预算表（功能科目）", "general_public_budget_expenditure"),
        ("一般公共预算安排基本支出分经济科目表", "basic_expenditure"),
        ("财政拨款基本支出预算表（经济科目）", "fiscal_appropriation_basic"),
        ("财政拨款支出预算表（功能科目）", "fiscal_appropriation_expenditure"),
        ("2021年“三公”经费预算财政拨款情况统计表", "three_public"),
        ("“三公”经费、会议费、培训费支出预算表", "three_public"),
        ('2021年一般公共预算"三公"经费支出情况表', "three_public"),
        ("2021年机关运行经费预算财政拨款情况统计表", "agency_operating"),
        ("政府采购预算资金明细表", "procurement"),
        ("财政拨款政府性基金支出预算表", "government_managed_funds"),
        ("国有资本经营预算支出情况表", "state_capital_operations"),
        ("2022 年支出经济分类汇总表", "economic_expenditure"),
        ("市级部门（单位）整体支出绩效目标申报表", "performance_overall"),
        ("市级预算部门（单位）项目支出绩效目标申报表", "performance_projects"),
        ("项目支出预算表", "project_expenditure"),
        ("部门基本情况", None),
        ("", None),
    ],
)
def test_titles_of_real_disclosures_have_their_kinds(title, key):
    """Titles as printed in Henan, Shanxi and Jiangsu are of the kind that a reader would say."""
    kind = vocabulary().table_kind(title)
    assert (kind.key if kind else None) == key


@pytest.mark.parametrize(
    "label",
    [
        "合计",
        "合　计",
        "总计",
        "小计",
        "共计",
        "本年收入合计",
        "支出总计：",
        "当年收入合计",
        "收支总计",
        "预算合计数",
        "合计额",
    ],
)
def test_totals_are_totals_however_they_are_spaced(label):
    """A row so called sums other rows; a column so called sums its neighbours."""
    assert vocabulary().is_total(label)


@pytest.mark.parametrize(
    "label", ["合计（公务接待费）", "会计", "统计信息事务", "基本支出", "资金总额", "", "计"]
)
def test_what_only_resembles_a_total_is_no_total_row(label):
    """Names that contain such characters are names."""
    assert not vocabulary().is_total(label)


@pytest.mark.parametrize(
    ("label", "is_total"),
    [
        ("合 计", True),
        ("政府预算资金合计", True),
        ("预算总计", True),
        ("资金总额", True),
        ("小计", True),
        ("合计（万元）", True),
        ("一般公共预算", False),
        ("合计数", False),
    ],
)
def test_total_columns_end_with_the_word(label, is_total):
    """A heading may say what it totals before the word, and in what unit behind it."""
    assert vocabulary().is_total_column(label) is is_total


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("单位编码", "org_code"),
        ("部门（单位）代码", "org_code"),
        ("单位编码 (项目编码)", "org_code"),
        ("科目编码", "subject_code"),
        ("类", "subject_code"),
        ("款", "subject_code"),
        ("项", "subject_code"),
        ("功能分类科目编码", "subject_code"),
        ("部门预算经济分类科目编码", "subject_code"),
        ("功能科目代码", "subject_code"),
        ("采购数量", "quantity"),
        ("数量（台）", "quantity"),
        ("单价（元）", "price"),
        ("占比", "percentage"),
        ("增长率（%）", "percentage"),
        ("比上年增减", "comparison"),
        ("上年预算数", "comparison"),
        ("执行数", "comparison"),
        ("备 注", "text"),
        ("计量单位", "text"),
        ("采购品目大类", "text"),
        ("三级指标", "text"),
        ("项 目", "name"),
        ("单位（科目名称）", "name"),
        ("支出用途", "name"),
        ("项目单位(项目名称)", "name"),
        ("经济科目名称", "name"),
        ("功能分类科目名称", "name"),
        ("合计", None),
        ("金额", None),
        ("2021年", None),
        ("一般公共预算", None),
        ("", None),
    ],
)
def test_headings_say_what_their_columns_hold(label, role):
    """Real headings have the role that their cells have; amounts are what nothing else is."""
    found = vocabulary().column_role(label)
    assert (found.value if found else None) == role


def test_labels_are_codes_names_and_texts():
    """What says what a row is about is a label; of these, remarks alone do not open another side."""
    labels = {role for role in ColumnRole if role.is_label}
    assert {role.value for role in labels} == {"ordinal", "org_code", "subject_code", "name", "text"}
    assert {role for role in ColumnRole if role.starts_side} == labels - {ColumnRole.TEXT}


@pytest.mark.parametrize(
    ("label", "expected"),
    [("其中:财政拨款", (True, "财政拨款")), ("财政拨款", (False, "财政拨款")), ("其中", (True, ""))],
)
def test_of_which_is_stripped(label, expected):
    """ "其中" is told and taken off."""
    assert vocabulary().strip_of_which(label) == expected


@pytest.mark.parametrize(
    ("key", "labels"),
    [
        ("overseas", ["因公出国（境）费", "因公出国（境）费用", "因公出国(境)支出"]),
        ("hospitality", ["公务接待费", "公务接待支出"]),
        ("vehicles", ["公务用车费", "公务用车购置及运行维护费", "公务用车购置和运行费"]),
        ("vehicle_purchase", ["公务用车购置费", "公务车购置", "公务用车购置"]),
        ("vehicle_operation", ["公务用车运行维护费", "公务用车运行费"]),
    ],
)
def test_each_of_the_three_public_expenses_is_named_once(key, labels):
    """Every printed name is that of one concept and of no other."""
    for label in labels:
        matching = [
            name for name, pattern in vocabulary().three_public.items() if pattern.fullmatch(normalise(label))
        ]
        assert matching == [key]


def test_units_of_columns_are_units_of_money():
    """Every stated unit has a name by which it is found again."""
    assert [Unit.named(unit.value) for unit in Unit if unit.value] == [Unit.YUAN, Unit.WAN_YUAN, Unit.YI_YUAN]
