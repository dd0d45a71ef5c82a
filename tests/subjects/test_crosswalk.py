"""The crosswalk between departmental and governmental economic subjects."""

from collections import Counter

import pytest
from attrs.exceptions import FrozenInstanceError

from govbudget.subjects import Grade, Kind, Payer, SubjectCode, crosswalk, payer_of

PAIRS = crosswalk().pairs


def key_of(pair):
    """The two codes of a pair."""
    return pair.governmental.value, pair.departmental.value


def test_both_indices_hold_every_pair_once():
    """The pairs of each code, put together, are all pairs, under their own code and in their order."""
    one = crosswalk()
    for index, side in ((one.by_departmental, "departmental"), (one.by_governmental, "governmental")):
        listed = [pair for pairs in index.values() for pair in pairs]
        assert Counter(map(key_of, listed)) == Counter(map(key_of, PAIRS))
        for code, pairs in index.items():
            assert pairs == tuple(pair for pair in PAIRS if getattr(pair, side).value == code)
    assert crosswalk() is one


@pytest.mark.parametrize("spell", [str, SubjectCode])
def test_find_agrees_with_the_lists(spell):
    """A pair is found from its codes exactly if it is in the list of either."""
    one = crosswalk()
    ours = sorted(one.by_departmental)
    theirs = sorted(one.by_governmental)
    for governmental in theirs:
        for departmental in ours:
            found = one.find(spell(governmental), spell(departmental))
            above = [p for p in one.governmental(spell(departmental)) if p.governmental.value == governmental]
            below = [p for p in one.departmental(spell(governmental)) if p.departmental.value == departmental]
            assert above == below == ([found] if found else [])


def test_unknown_codes_have_no_pairs():
    """Codes outside the crosswalk have empty lists."""
    one = crosswalk()
    assert one.find("50101", "30201") is None
    assert one.find("59801", "30101") is None
    assert one.governmental("39801") == one.departmental("59801") == ()
    assert one.governmental("39801", Payer.AGENCY) == ()


def test_kinds_are_as_computed_from_the_codes_alone():
    """One to one, split, merged and many to many follow from counting, within one kind of payer."""
    agency, institution = {"501", "502", "503", "504"}, {"505", "506"}

    def payer(code):
        return 1 if code[:3] in agency else 2 if code[:3] in institution else 3

    keys = [key_of(pair) for pair in PAIRS]
    goes_to = Counter((ours, payer(theirs)) for theirs, ours in keys)
    comes_from = Counter(theirs for theirs, _ in keys)
    names = {
        (False, False): "ONE_TO_ONE",
        (True, False): "SPLIT",
        (False, True): "MERGED",
        (True, True): "MANY_TO_MANY",
    }
    for pair in PAIRS:
        theirs, ours = key_of(pair)
        expected = names[goes_to[ours, payer(theirs)] > 1, comes_from[theirs] > 1]
        assert pair.kind is Kind[expected], pair


@pytest.mark.parametrize(
    ("category", "payer"),
    [
        ("501", Payer.AGENCY),
        ("502", Payer.AGENCY),
        ("503", Payer.AGENCY),
        ("504", Payer.AGENCY),
        ("505", Payer.INSTITUTION),
        ("506", Payer.INSTITUTION),
        *((str(category), Payer.ANY) for category in (*range(507, 515), 599)),
    ],
)
def test_the_category_says_who_pays(category, payer):
    """501 to 504 are for agencies, 505 and 506 for institutions, the rest for either."""
    assert payer_of(category) is payer_of(SubjectCode(category + "01")) is payer
    assert all(pair.payer is payer for pair in PAIRS if pair.governmental.value[:3] == category)


@pytest.mark.parametrize(
    ("departmental", "agency", "institution"),
    [
        ("30201", "50201", "50502"),
        ("30101", "50101", "50501"),
        ("30113", "50103", "50501"),
        ("30108", "50102", "50501"),
        ("30213", "50209", "50502"),
        ("31002", "50306", "50601"),
        ("30902", "50404", "50602"),
    ],
)
def test_a_departmental_subject_goes_to_one_for_each_kind_of_payer(departmental, agency, institution):
    """What an agency pays as 50201, an institution pays as 50502."""
    one = crosswalk()
    assert [p.governmental.value for p in one.governmental(departmental, Payer.AGENCY)] == [agency]
    assert [p.governmental.value for p in one.governmental(departmental, Payer.INSTITUTION)] == [institution]
    assert one.governmental(departmental, Payer.ANY) == ()
    assert {p.governmental.value for p in one.governmental(departmental)} == {agency, institution}


def test_payers_share_out_the_pairs_of_a_subject():
    """The pairs of each kind of payer, put together, are all pairs of a subject."""
    one = crosswalk()
    for code, pairs in one.by_departmental.items():
        shares = [pair for payer in Payer for pair in one.governmental(code, payer)]
        assert sorted(map(key_of, shares)) == sorted(map(key_of, pairs))


def test_pairs_are_frozen():
    """A pair cannot be changed."""
    with pytest.raises(FrozenInstanceError):
        PAIRS[0].grade = Grade.PUBLISHED
