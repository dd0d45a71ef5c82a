"""Claims: every amount and percentage of the narrative, with its sentence and its exact place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govbudget.amounts import Amount, Unit
from govbudget.percentages import Percentage
from govbudget.reading import read_text


def claims_of(text):
    return read_text(text, "a.txt").claims


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("收入预算4242万元，增长73%。", ["4242万元", "73%"]),
        ("安排 779.5 万元，其中 1,234.50元、8.8亿元", ["779.5万元", "1234.50元", "8.8亿元"]),
        ("占 98.8％", ["98.8%"]),
        ("编制211人，车辆2辆，2021年，第3条，第2项", ["2"]),
        ("每1,2万元", []),
        ("编号12.345.6万元", []),
        ("", []),
    ],
)
def test_amounts_and_percentages_are_claims(text, figures):
    """A number with a unit of money or a percent sign is stated; so is a count of things; years and broken numbers are not."""
    assert [str(claim.figure) for claim in claims_of(text)] == figures


def test_figures_keep_their_decimals_and_units():
    """A claim is as exact as it is printed."""
    (amount, percentage) = claims_of("支出982.00万元，占23%")
    assert amount.figure == Amount("982.00", Unit.WAN_YUAN)
    assert percentage.figure == Percentage("23")


def test_a_claim_stands_in_its_sentence():
    """The text of a claim is the sentence around it, without those before and after."""
    text = "总计100万元。其中：基本支出40万元，占比40%；项目支出60万元！"
    assert [claim.text for claim in claims_of(text)] == [
        "总计100万元",
        "其中：基本支出40万元，占比40%",
        "其中：基本支出40万元，占比40%",
        "项目支出60万元",
    ]


def test_a_claim_has_its_line_and_span():
    """The span is that of the figure in its line, and the location names file and line."""
    (claim,) = claims_of("第一行\n\n支出1,000.00 万元。")
    assert (claim.location.source, claim.location.line) == ("a.txt", 3)
    assert "支出1,000.00 万元。"[slice(*claim.span)] == "1,000.00 万元"


def test_tables_make_no_claims():
    """Cells are cells; only the narrative claims."""
    assert claims_of("支出总表\n项目\t金额\n甲\t1.00万元\n|乙|2.00万元|") == ()


@given(
    st.lists(
        st.tuples(st.text("甲支出，。；占", max_size=6), st.integers(0, 10**9), st.integers(0, 4)), max_size=5
    )
)
def test_what_is_written_into_prose_is_read_from_it(pieces):
    """Amounts written into sentences come back in order, with the sentence that contains each."""
    amounts = [Amount.of(coefficient, decimals, Unit.WAN_YUAN) for _, coefficient, decimals in pieces]
    line = "".join(
        f"{prose}预算{amount.shown}" for (prose, _, _), amount in zip(pieces, amounts, strict=True)
    )
    found = claims_of(line)
    assert [claim.figure for claim in found] == amounts
    for claim in found:
        assert line[slice(*claim.span)].replace(" ", "") in claim.text.replace(" ", "")
        assert claim.text in line
        assert "。" not in claim.text
