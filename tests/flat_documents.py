"""Small tables without cell borders, written by hand, and what is read of them as text."""

from govbudget import read_text
from govbudget.relations import Reason

CODES = "科目编码 科目名称 合计 人员经费 公用经费"
NAMES = ("科目编码 科目名称 合计 基本支出 项目支出", "小计 人员经费 公用经费")
TITLE = "2022 年部门支出预算表"
SIDES = ("收入 支出", "项目 金额 项目 金额")


def document(*lines, title=TITLE, head=NAMES):
    """The text of one table."""
    return "\n".join([title, "部门名称：某局 单位：万元", *head, *lines]) + "\n"


def read(*lines, title=TITLE, head=NAMES):
    """The only table of a text, or None if it is unread."""
    disclosure = read_text(document(*lines, title=title, head=head))
    assert len(disclosure.tables) + len(disclosure.unread) == 1
    return disclosure.tables[0] if disclosure.tables else None


def printed(table, side=0):
    """The rows of a side as text: code, label, and cells, "?" for those that stay open."""
    part = table.sides[side]
    return [
        " | ".join(
            [row.code or "", row.label]
            + [
                "" if cell is None else "?" if cell.reason is Reason.ABSENT else cell.text
                for cell in part.matrix[row.index]
            ]
        )
        for row in part.rows
    ]


SUMMARY = (
    "一、一般公共预算 6.00 五、教育支出",
    "其中：财政拨款 六、科学技术支出 7.00",
    "二、政府性基金预算拨款收入 1.00 七、其他支出",
    "八、预备费",
    "本 年 收 入 合 计 7.00 本 年 支 出 合 计 7.00",
    "上年结转 年终结转结余",
    "收入总计 7.00 支出总计 7.00",
)
