"""Summaries of projects without cell borders: projects with their amounts, and indicators that can be parted in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget import read_text
from govbudget.reading.flat._pairs import read_pairs
from govbudget.reading.flat._pieces import Piece
from govbudget.relations import Reason

TITLE = "2022年度部门预算项目绩效目标表"
HEAD = (
    "部门名称：某局",
    "单位编码（项目编码） 项目单位（项目名称） 项目金额（万元） 绩效目标",
    "成本指标 产出指标 效益指标 满意度指标",
    "资金总额 政府预",
    "算资金 财政专户管理资金 单位资金",
    "三级指标 指标值 三级指标 指标值 三级指标 指标值 三级指标",
    "指标",
    "值",
)
CODE = "419001220000000000001"
OVERALL = (
    "2022年部门整体绩效目标表",
    "预算情况",
    "部门预算总额（万元） 9.0",
    "1、资金来源：（1）政府预算资金 9.0",
    "（2）财政专户管理资金",
    "（3）单位资金",
    "一级指标 二级指标 三级指标 指标值",
    "产出指标 数量指标 检查 ≥2次",
)


def read(*pages, before=()):
    """The form of the projects on some pages."""
    lines = [line for page in pages for line in (TITLE, *HEAD, *page)]
    tables = read_text("\n".join([*before, *lines]) + "\n").tables
    return tables[-1] if tables and tables[-1].title == TITLE else None


def listed(table):
    """The indicators of a form."""
    return [(one.project.name, *one.levels, one.name, one.target) for one in table.form.indicators]


def test_a_project_has_its_unit_its_name_and_its_amounts():
    """The unit stands above; a name may run over lines, and indicators may begin beside the amounts."""
    table = read(
        (
            "036 9.0 9.0",
            "036001",
            "某",
            "中心",
            "9.0 9.0",
            CODE,
            "检查",
            "工作 9.0 9.0 检查次数",
            "≥2次",
            "某群众满意度 ≥80%",
        )
    )
    (project,) = table.form.projects
    assert (project.name, project.code, project.entity) == ("检查工作", CODE, "某中心")
    assert str(project.funding[0].total.figure) == "9.0万元"
    assert [one.reason for one in project.funding[0].sources] == [Reason.ABSENT] * 3
    assert listed(table) == [
        ("检查工作", "", "检查次数", "≥2次"),
        ("检查工作", "满意度指标", "某群众满意度", "≥80%"),
    ]
    assert "没有疑义的 2 个指标" in table.problems[0].zh


def test_the_source_of_an_amount():
    """It is known if all amounts are printed, or if the department has one source only and both amounts are the same."""
    sources = {
        "9.0 9.0": ["9.0", "", ""],
        "9.0 8.0": ["", "", ""],
        "9.0 4.0 3.0 2.0": ["4.0", "3.0", "2.0"],
        "9.0": ["", "", ""],
    }
    for amounts, texts in sources.items():
        (project,) = read((CODE, "检查", amounts), before=OVERALL).form.projects
        cells = project.funding[0].sources
        assert [one.text for one in cells] == texts
        assert all((one.reason is Reason.ABSENT) is (texts[0] == "") for one in cells)
    apart = [line.replace("政府预算资金 9.0", "政府预算资金 8.0") for line in OVERALL]
    (project,) = read((CODE, "检查", "9.0 9.0"), before=apart).form.projects
    assert project.funding[0].sources[0].text == ""


def test_what_is_no_summary_is_left_unread():
    """Other headings, on one page or on each, no project, or a project without amounts."""
    assert read((CODE, "检查")) is None
    assert read(("检查次数 ≥2次",)) is None
    table = read((CODE, "检查", "9.0 9.0"), (CODE, *["甲"] * 12, "9.0 9.0"))
    assert [one.name for one in table.form.projects] == ["检查"]
    lines = [TITLE, *HEAD[:-1], "数", CODE, "检查", "9.0 9.0"]
    assert read_text("\n".join(lines)).tables == ()
    other = [TITLE, *HEAD, CODE, "检查", "9.0 9.0", TITLE, *HEAD[2:], "又及", "预算 12 表"]
    assert read_text("\n".join(other)).tables == ()


def pairs(*lines):
    """Names and values of the pieces on some lines."""
    pieces = [Piece(text, number) for number, line in enumerate(lines) for text in line.split()]
    return [(one.name, one.value) for one in read_pairs(pieces).pairs]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("服务费用 ≤83.8", "万元", "培训次数 ≥2次"), [("服务费用", "≤83.8万元"), ("培训次数", "≥2次")]),
        (("应检尽检人群", "核算检测费用", "保障", "100%"), [("应检尽检人群核算检测费用保障", "100%")]),
        (("医疗保险服", "务行为监管", "有效性", "有效性"), [("医疗保险服务行为监管有效性", "有效性")]),
        (("完成招采", "2023 年", "6 月底"), [("完成招采", "2023 年6 月底")]),
        (("DRG 覆盖医药", "机构数量", "≥9家"), [("DRG 覆盖医药机构数量", "≥9家")]),
        (
            ("经办服务体系 健全", "医保信息平台建设 改善"),
            [("经办服务体系", "健全"), ("医保信息平台建设", "改善")],
        ),
        (("短", "长一些的名称", "≥9家"), []),
        (("一二三四五六", "七八九十甲乙丙丁", "≥9家"), []),
        (("甲 ≥9家",), []),
        (("≥9家",), []),
        ((), []),
        (("检查次数 ≥2次", "培训次数 ≥3次", "没有值的名称"), [("检查次数", "≥2次")]),
    ],
)
def test_pieces_are_parted_where_a_name_can_end(lines, expected):
    """Lines of a name are equally wide but for the last, and a blank between Chinese characters parts two cells."""
    assert pairs(*lines) == expected


def test_what_can_be_parted_in_several_ways_is_left_aside():
    """A word may be a value, or the last line of a name."""
    lines = ("甲乙丙丁", "有效减轻", "有效保障", "提高", "检查次数 ≥2次")
    assert pairs(*lines) == [("检查次数", "≥2次")]
    assert pairs("保障基本医疗", "待遇稳定", "提高", "提高", "检查次数 ≥2次") == []


@given(
    st.lists(
        st.tuples(st.text("检查次数培训宣传", min_size=2, max_size=20), st.integers(1, 10**6)), max_size=8
    ),
    st.integers(4, 8),
)
def test_names_that_are_broken_where_a_line_is_full_are_put_together(items, width):
    """What is read was printed, and nothing is read twice."""
    lines = []
    for name, value in items:
        lines += [name[i : i + width] for i in range(0, len(name), width)]
        lines.append(f"≥{value}次")
    assert pairs(*lines) == [(name, f"≥{value}次") for name, value in items]
