"""Consistent budgets: entries from which every table of a disclosure is added up.

A budget is a list of entries: so much, for this unit and this functional subject, from that source, for that use. A table of the
official form is a view of them, its rows and columns are conditions on entries, and a cell is the sum of those that satisfy both.
So all tables of one budget agree with each other before anything is rounded for print. Nothing here comes from the library.
"""

from attrs import frozen
from hypothesis import strategies as st

FUNCTIONS = {
    "201": "一般公共服务支出",
    "20103": "政府办公厅（室）及相关机构事务",
    "2010301": "行政运行",
    "2010302": "一般行政管理事务",
    "2010350": "事业运行",
    "205": "教育支出",
    "20508": "进修及培训",
    "2050803": "培训支出",
    "208": "社会保障和就业支出",
    "20801": "人力资源和社会保障管理事务",
    "2080107": "社会保险业务管理事务",
    "2080109": "社会保险经办机构",
    "20805": "行政事业单位养老支出",
    "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出",
    "210": "卫生健康支出",
    "21011": "行政事业单位医疗",
    "2101101": "行政单位医疗",
    "2101103": "公务员医疗补助",
    "21015": "医疗保障管理事务",
    "2101501": "行政运行",
    "2101504": "信息化建设",
    "2101550": "事业运行",
    "212": "城乡社区支出",
    "21208": "国有土地使用权出让收入安排的支出",
    "2120801": "征地和拆迁补偿支出",
    "2120899": "其他国有土地使用权出让收入安排的支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
    "2210203": "购房补贴",
    "223": "国有资本经营预算支出",
    "22301": "解决历史遗留问题及改革成本支出",
    "2230105": "国有企业退休人员社会化管理补助支出",
    "229": "其他支出",
    "22960": "彩票公益金安排的支出",
    "2296013": "用于城乡医疗救助的彩票公益金支出",
}
"""Functional subjects of all three levels, with their names."""

ECONOMICS = {
    "301": "工资福利支出",
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30103": "奖金",
    "30108": "机关事业单位基本养老保险缴费",
    "302": "商品和服务支出",
    "30201": "办公费",
    "30211": "差旅费",
    "30212": "因公出国（境）费用",
    "30217": "公务接待费",
    "30231": "公务用车运行维护费",
    "303": "对个人和家庭的补助",
    "30302": "退休费",
    "30305": "生活补助",
    "310": "资本性支出",
    "31002": "办公设备购置",
    "31013": "公务用车购置",
}
"""Departmental economic subjects of both levels, with their names."""

USES = {"301": "wages", "302": "goods", "303": "family", "310": "capital"}
BASIC = frozenset(USES.values())
PROJECTS = ("办公楼维修", "信息化建设（二期）", "2021年医疗救助补助", "中央财政[2020]524号专项", "培训 会议")
UNITS = ("某局机关", "某市保险中心", "某局第2服务站（筹）")
FUND_SUBJECTS, CAPITAL_SUBJECTS = ("212", "229"), ("223",)


@frozen
class Entry:
    """So much money for one thing.

    Args:
        unit: Which unit spends it, counted from 0.
        function: The item of the functional classification.
        source: "fiscal" and "other" (general public budget), "fund", "capital", "special" or "own".
        use: "wages", "family", "goods" or "capital" (basic expenditure); "running" or "target" (projects).
        economic: The departmental economic subject; empty for projects.
        project: The name of the project; empty for basic expenditure.
        is_carried: Whether it is left from the year before.
        amount: In 分; it may be negative.
    """

    unit: int
    function: str
    source: str
    use: str
    economic: str
    project: str
    is_carried: bool
    amount: int

    @property
    def is_basic(self) -> bool:
        """Whether it is basic expenditure."""
        return self.use in BASIC


@frozen
class Budget:
    """What a department plans for a year.

    Args:
        entity: Its name.
        units: The names of its units; without any, the department is its only unit and no rows of units are printed.
        entries: The entries.
    """

    entity: str
    units: tuple[str, ...]
    entries: tuple[Entry, ...]

    def codes(self, names: dict[str, str], of: str) -> list[str]:
        """Subjects with entries, with all subjects above them, in the order of their codes.

        Args:
            names: The classification.
            of: "function" or "economic".
        """
        used = {getattr(entry, of) for entry in self.entries}
        return sorted(code for code in names if any(one.startswith(code) for one in used if one))


@st.composite
def _amounts(draw, grain: int, *, signed: bool, small: bool) -> int:
    """Small numbers first, so that many are equal and many placements are possible; one in ten is negative, if any may be."""
    few = st.one_of(st.integers(1, 3), st.sampled_from((5, 10, 20)))
    size = draw(few if small else st.one_of(st.integers(1, 9), few, st.integers(1, 10**7)))
    sign = -1 if signed and draw(st.integers(0, 9)) == 0 else 1
    return sign * size * grain


@st.composite
def entries(draw, units: int, grain: int, *, small: bool = False) -> Entry:
    """One entry, in whole multiples of a grain (in 分); only small ones add up in many ways."""
    function = draw(st.sampled_from([code for code in FUNCTIONS if len(code) == 7]))
    if function.startswith(FUND_SUBJECTS):
        source = "fund"
    elif function.startswith(CAPITAL_SUBJECTS):
        source = "capital"
    else:
        source = draw(st.sampled_from(("fiscal", "fiscal", "fiscal", "other", "special", "own")))
    economic = project = ""
    if source in ("fund", "capital") or draw(st.booleans()):
        project = draw(st.sampled_from(PROJECTS))
        use = "running" if PROJECTS.index(project) % 2 else "target"  # a project is of one kind
    else:
        economic = draw(st.sampled_from([code for code in ECONOMICS if len(code) == 5]))
        use = USES[economic[:3]]
    is_carried = draw(st.integers(0, 5)) == 0
    # only what is part of every whole may be negative: "其中" and tables of one fund say that a part does not exceed its whole
    signed = source == "fiscal" and not is_carried
    amount = draw(_amounts(grain, signed=signed, small=small))
    return Entry(
        draw(st.integers(0, units - 1)), function, source, use, economic, project, is_carried, amount
    )


@st.composite
def consistent_budgets(draw, grains=(1, 10**4, 10**6), max_entries=14) -> Budget:
    """Any budget of up to three units.

    Args:
        draw: Given by Hypothesis.
        grains: What amounts are whole multiples of, in 分; where it is less than the last printed place, amounts are rounded.
        max_entries: How many entries at most.
    """
    units = draw(st.integers(0, len(UNITS)))
    grain = draw(st.sampled_from(grains))
    entry = entries(max(units, 1), grain, small=draw(st.integers(0, 2)) == 0)
    found = draw(st.lists(entry, min_size=1, max_size=max_entries))
    return Budget("某局", UNITS[:units], tuple(found))
