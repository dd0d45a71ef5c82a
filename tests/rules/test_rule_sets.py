"""Rule sets are immutable values; rules of one's own take few lines."""

import attrs
import pytest

import govbudget
from govbudget import STANDARD, AtMost, RuleError, RuleSet, Same, Severity, check, read_rows, rule
from govbudget.relations import Outcome
from govbudget.rules import Card, Rule


def ids(rules):
    """The ids of a set, in order."""
    return [one.id for one in rules]


def test_selecting_takes_ids_names_and_families():
    """`only` and `without` split a set by id, name or family, and keep the order."""
    assert ids(STANDARD.only("SUM-003", "column-breakdown")) == ["SUM-001", "SUM-003"]
    sums = STANDARD.only("sum")
    assert ids(sums) == [f"SUM-00{i}" for i in range(1, 8)]
    assert ids(sums.without("SUM-001", "of-which")) == [*(f"SUM-00{i}" for i in (2, 4, 5, 6, 7))]
    assert ids(STANDARD.only("SUB")) == [f"SUB-00{i}" for i in range(1, 10)]
    others = ("SUM", "TIE", "DOC", "PRO", "PCT", "TXT", "TGT")
    assert ids(STANDARD.without(*others)) == ids(STANDARD.only("SUB"))


def test_selection_is_a_partition():
    """What `only` takes and what `without` leaves are the whole set, and the set itself is unchanged."""
    before = ids(STANDARD)
    assert len(before) == len(STANDARD)
    for one in STANDARD:
        assert set(STANDARD.only(one.id)) | set(STANDARD.without(one.id)) == set(STANDARD)
    assert ids(STANDARD) == before


def test_union_keeps_order_and_counts_once():
    """`|` appends what is new, from a set or a single rule."""
    first, second = STANDARD.only("SUM-001"), STANDARD.only("SUM-002")
    assert ids(second | first) == ["SUM-002", "SUM-001"]
    assert ids(first | STANDARD) == ids(STANDARD)
    assert ids(first | second["SUM-002"]) == ["SUM-001", "SUM-002"]
    with pytest.raises(TypeError):
        first | "SUM-002"


def test_an_unknown_rule_is_refused_with_the_known_ones():
    """A misspelt id names the rules that there are."""
    with pytest.raises(RuleError, match=r"no rule 'SUM-999'; the rules are SUM-001, SUM-002"):
        STANDARD.only("SUM-999")
    with pytest.raises(RuleError, match="no rule 'nonsense'"):
        STANDARD.without("nonsense")


def test_two_rules_cannot_share_an_id():
    """A set with one id twice is refused."""
    twin = attrs.evolve(STANDARD["SUM-001"], card=attrs.evolve(STANDARD["SUM-001"].card, name="twin"))
    with pytest.raises(RuleError, match="two rules are called SUM-001"):
        STANDARD | twin


@pytest.mark.parametrize(("rule_id", "name"), [("sum-1", "x"), ("MY-001", "Bad Name"), ("MY-1", "x")])
def test_malformed_names_are_refused(rule_id, name):
    """Ids are a family and three digits, names small letters with hyphens."""
    with pytest.raises(RuleError, match="malformed"):
        rule(rule_id, name, "…")


def test_an_unknown_severity_is_refused():
    """A severity is error, warning or hint."""
    with pytest.raises(RuleError, match="severity 'fatal' is not known"):
        rule("MY-001", "x", "…", severity="fatal")


def test_a_set_can_be_graded():
    """All rules of a set can be made hints at once."""
    assert {one.card.severity for one in STANDARD.graded(Severity.HINT)} == {Severity.HINT}


def test_rules_hold_in_their_years():
    """A rule that is in force for some years is left out for others; an unknown year leaves nothing out."""
    card = Card("MY-001", "x", {"zh": "", "en": ""}, {"zh": "", "en": ""}, since=2019, until=2021)
    limited = Rule(card, "disclosure", lambda disclosure: iter(()))
    assert [limited.holds_in(year) for year in (2018, 2019, 2021, 2022, None)] == [
        False,
        True,
        True,
        False,
        True,
    ]
    old = govbudget.Disclosure(year=2018)
    assert check(old, limited).entries == ()
    assert len(check(govbudget.Disclosure(), limited).entries) == 1


def test_a_rule_of_ones_own_takes_five_lines():
    """A function that yields relations becomes a rule; its finding has a message in both languages and its severity."""

    @rule("MY-001", "reception-at-most-total", "公务接待费不超过合计", severity="warning")
    def reception(table):
        for side in table.sides:
            rows = {row.label: side.cell(row.index, 0) for row in side.rows}
            yield AtMost((rows["公务接待费"],), rows["合计"])

    rows = [["项目", "预算数"], ["合计", "3.00"], ["公务接待费", "3.20"]]
    table = read_rows(rows, title="“三公”经费支出表", unit="万元")
    (finding,) = check(table, reception).findings
    assert finding.severity is Severity.WARNING
    assert finding.message["zh"] == "“合计 · 预算数”印为 3.00万元，而不应超过它的为 3.20万元，超出 0.20万元"
    assert finding.message["en"].startswith(
        "'合计 · 预算数' prints 3.00万元, but what must not exceed it is 3.20万元"
    )
    assert check(table, STANDARD | reception).has_errors
    assert not check(table, [reception]).has_errors


def test_a_rule_can_speak_of_the_whole_disclosure():
    """A rule of disclosure scope is run once and may relate several tables."""
    one = read_rows([["项目", "预算数"], ["合计", "3.00"]], title="部门支出总体情况表", unit="万元")
    two = read_rows([["项目", "预算数"], ["合计", "30001"]], title="部门收入总体情况表", unit="元")

    @rule("MY-002", "same-total", "两表合计一致", scope="disclosure")
    def same(disclosure):
        cells = [table.sides[0].cell(0, 0) for table in disclosure.tables]
        yield Same(*cells)

    report = check(govbudget.Disclosure([one, two]), RuleSet((same,)))
    assert report.summary[Outcome.ROUNDING] == 1
    assert report.ledger[0].table is None
    assert "30,001" in next(report.judgements())[1].relation.second.figure.shown
