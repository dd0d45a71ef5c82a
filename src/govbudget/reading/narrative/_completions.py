"""What was spent against what was planned, as final accounts tell it: 年初预算为…，支出决算为…，完成年初预算的…%，决算数小于预算数."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attrs import Factory, define

from govbudget.disclosures.narrative import Direction, Role
from govbudget.percentages import Percentage
from govbudget.reading.narrative._figures import Stated, measures_in
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import topics

_OF = {
    "年初": ("opening", "planned"),
    "调整": ("adjusted",),
    "调整后": ("adjusted",),
    "全年": ("planned", "adjusted"),
}
_LONGEST_GAP = 200
"""Words that compare what was spent with the plan stand so near to the amounts."""
_LONGEST_WORDS = 24
"""What a rate is of is read from so many characters before it."""


@define(eq=False)
class Completed:
    """A comparison with the plan while it is being read.

    Args:
        at: Where it is stated.
        planned: What was planned.
        spent: What was spent.
        rate: The share of the plan that was spent, if one is stated.
        direction: Whether the words say that more, less or as much was spent.
    """

    at: int
    planned: Stated
    spent: Stated
    rate: Stated | None = None
    direction: Direction | None = None


@define(eq=False)
class _Amounts:
    """Amounts that follow each other and speak of one thing: what was planned for it, and what was spent."""

    members: dict[str, Stated] = Factory(dict)

    @property
    def start(self) -> int:
        return min(one.start for one in self.members.values())

    @property
    def end(self) -> int:
        return max(one.end for one in self.members.values())

    def planned(self, of: str | None) -> Stated | None:
        """Return what words such as 年初预算 mean; None where the amounts leave it open."""
        kinds = [kind for kind in self.members if kind != "final"]
        if of is None:
            return self.members[kinds[0]] if len(kinds) == 1 else self.members.get("planned")
        return next((self.members[kind] for kind in _OF[of] if kind in self.members), None)


def find_completions(figures: list[Stated], paragraph: Paragraph) -> Iterator[Completed]:
    """Yield the comparisons with the plan that a paragraph states; their rates become shares of the plan.

    Args:
        figures: Its figures, with their roles.
        paragraph: The paragraph.
    """
    amounts: list[Stated] = []
    groups: list[_Amounts] = []
    for one in figures:
        if one.role is Role.AMOUNT:
            _add(one, groups)
            amounts.append(one)
        elif isinstance(one.figure, Percentage) and one.role is Role.OTHER and not one.ends_sentence:
            match = topics().words["completion"].search(one.segment[-_LONGEST_WORDS:])
            found = _completed(groups[-1], match, one.start) if match and groups else None
            if found is not None:
                one.role, one.topic, one.year = Role.SHARE, found.planned.topic, found.spent.year
                found.rate = one
                yield found
    yield from _compared(groups, paragraph.text)


def _compared(groups: list[_Amounts], text: str) -> Iterator[Completed]:
    """Yield what words such as 决算数小于预算数 say of the amounts that stand last before them, in this or the sentence before."""
    starts = [group.start for group in groups]
    for match in topics().words["against_plan"].finditer(text):
        number = bisect_left(starts, match.start()) - 1
        if number < 0:
            continue
        end = groups[number].end
        is_near = end <= match.start() <= end + _LONGEST_GAP and text.count("。", end, match.start()) < 2
        found = _completed(groups[number], match, match.start()) if is_near else None
        if found is not None and _is_of(groups[number], text[end : match.start()]):
            found.direction = next(one for one in _DIRECTIONS if match[one.value])
            yield found


def _is_of(group: _Amounts, words: str) -> bool:
    """Tell whether the words before a comparison name nothing else than the amounts that stand last before them."""
    clause = words[max(map(words.rfind, "，。；:、")) + 1 :]
    if topics().words["of_plan"].fullmatch(clause) is not None:
        return True
    members = sorted(group.members.values(), key=lambda one: one.start)
    named = topics().find(clause)
    if named is not None:
        return named in [one.topic for one in members]
    return clause in members[0].lead


_DIRECTIONS = (Direction.UP, Direction.DOWN, Direction.LEVEL)


def _add(one: Stated, groups: list[_Amounts]) -> None:
    """Add an amount to the group before it if it names nothing of its own; else begin another."""
    is_carried = topics().words["carried"].search(one.phrase) is not None
    measures = frozenset[str]() if is_carried else measures_in(one.phrase)
    kind = next((kind for kind in ("final", "adjusted", "opening", "planned") if kind in measures), None)
    goes_on = (
        topics().words["of_plan"].fullmatch(one.phrase) and not one.ends_sentence and "；" not in one.lead
    )
    if (
        kind is not None
        and goes_on
        and groups
        and kind not in groups[-1].members
        and "" not in groups[-1].members
    ):
        groups[-1].members[kind] = one
    else:
        groups.append(_Amounts({kind: one} if kind is not None else {"": one}))


def _completed(group: _Amounts, match: re.Match[str], at: int) -> Completed | None:
    spent, planned = group.members.get("final"), group.planned(match["of"])
    return None if planned is None or spent is None else Completed(at, planned, spent)
