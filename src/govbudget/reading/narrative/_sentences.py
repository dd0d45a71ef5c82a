"""One paragraph → its figures with topics, shares, movements and lists; what is not understood stays without a topic."""

from __future__ import annotations

import re
from collections import deque

from attrs import Factory, define

from govbudget.disclosures.narrative import Direction, Role
from govbudget.reading.narrative._costings import Costed, read_costings
from govbudget.reading.narrative._figures import Stated, measures_in, stated_figures
from govbudget.reading.narrative._named_subjects import named_subject
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import Topic, topics

_LONGEST_LEAD = 120
"""What did not change is looked for in so many characters before the words that say so."""
_LONGEST_ASIDE = 60
"""Whether a change leaves something out is looked for in so many characters."""

_LISTED = (Role.AMOUNT, Role.COUNT)
_OF_ONE = (Role.PRICE, Role.QUANTITY)
_FLOWS = ("revenue", "expenditure", "revenue_and_expenditure")
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")


@define(eq=False)
class Moved:
    """A movement while it is being read."""

    at: int
    topic: Topic | None = None
    current: Stated | None = None
    base: int | None = None
    difference: Stated | None = None
    rate: Stated | None = None
    prior: Stated | None = None
    year: int | None = None
    is_further: bool = False
    direction: Direction | None = None
    base_measure: frozenset[str] = frozenset()


@define(eq=False)
class Listed:
    """A list while it is being read."""

    at: int
    total: Stated | None
    in_brackets: bool = False
    by_class: bool = False
    is_main: bool = False
    is_sample: bool = False
    parts: list[Stated] = Factory(list)
    shares: dict[int, Stated] = Factory(dict)


@define(eq=False)
class Reader:
    """Reads one paragraph from left to right.

    Args:
        paragraph: The paragraph.
        year: The budget year.
        figures: Its figures.
        costings: The products that it states.
        movements: What they say of changes.
        lists: What they break down.
        open_lists: The lists that may go on, the innermost last.
        proportions: Shares with their parts.
    """

    paragraph: Paragraph
    year: int | None
    figures: list[Stated] = Factory(list)
    costings: list[Costed] = Factory(list)
    movements: list[Moved] = Factory(list)
    lists: list[Listed] = Factory(list)
    open_lists: list[Listed] = Factory(list)
    proportions: list[tuple[Stated, Stated | None, Listed | None]] = Factory(list)
    sentence: list[Stated] = Factory(list)
    previous: list[Stated] = Factory(list)
    named_year: int | None = None
    in_reason: bool = False
    base: int | None = None
    measured: frozenset[str] = frozenset()
    pending: Moved | None = None
    latest: dict[Topic, Stated] = Factory(dict)
    listed: set[int] = Factory(set)

    def read(self) -> None:
        """Read the paragraph."""
        self.figures = stated_figures(self.paragraph)
        self.costings = read_costings(self.paragraph, self.figures)
        self.named_year = self.year
        levels = deque(topics().words["level"].finditer(self.paragraph.text))
        for i, one in enumerate(self.figures):
            while levels and levels[0].start() < one.start:
                self._level(levels.popleft(), self.figures[i - 1].end if i else 0)
            self._cross(one, self.figures[i + 1] if i + 1 < len(self.figures) else None)
            self._take(one)
            self.sentence.append(one)
            if one.role is Role.AMOUNT and one.topic is not None and one.year == self.year:
                self.latest[one.topic] = one
        for match in levels:
            self._level(match, self.figures[-1].end if self.figures else 0)

    def _level(self, match: re.Match[str], end: int) -> None:
        """Note that a sentence says that something did not change, against a year that it names."""
        text = self.paragraph.text[max(end, match.start() - _LONGEST_LEAD) : match.start()]
        segment = text[max(map(text.rfind, "。！？；")) + 1 :]
        words = topics().words
        is_reason = words["reason"].search(segment) or (self.in_reason and segment == text)
        if (
            is_reason
            or words["comparison"].search(segment) is None
            or words["adjusted"].search(segment) is not None
        ):
            return
        kept = self.sentence, self.previous
        if any(mark in text for mark in "。！？"):
            self.sentence, self.previous = [], self.sentence or self.previous
        moved = self.movement_of(segment, match.start(), self.sentence)
        moved.direction = Direction.LEVEL
        moved.year = self._year_named(segment, self.named_year if segment == text else self.year)
        self.movements.append(moved)
        self.sentence, self.previous = kept

    @property
    def main(self) -> Stated | None:
        """The figure that the paragraph begins with, if it is an amount."""
        first = self.figures[0] if self.figures else None
        is_amount = first is not None and first.role is Role.AMOUNT and not first.ends_sentence
        return first if is_amount else None

    def _cross(self, one: Stated, following: Stated | None) -> None:
        """Note the ends of sentences, lists and reasons that stand before a figure."""
        words = topics().words
        if one.ends_sentence:
            self.previous, self.sentence = self.sentence or self.previous, []
            self.named_year, self.in_reason = self.year, False
            if not self._goes_on(one, following):
                self.open_lists = []
        elif "；" in one.lead:
            if self.in_reason and not words["further_reason"].match(one.segment):
                self.in_reason = False
            while len(self.open_lists) > 1:
                self.open_lists.pop()
        if ")" in one.lead and self.open_lists and self.open_lists[-1].in_brackets:
            self.open_lists.pop()
        if words["reason"].search(one.segment):
            self.in_reason = True
        self._note_years(one)

    def _goes_on(self, one: Stated, following: Stated | None) -> bool:
        """Tell whether a list of parts with shares, each a sentence of its own, goes on."""
        last = self.open_lists[-1] if self.open_lists else None
        return (
            last is not None
            and one.role is Role.AMOUNT
            and following is not None
            and following.role is Role.SHARE
            and len(last.shares) == len(last.parts) > 0
            and one.segment.count("，") == 0
        )

    def _note_years(self, one: Stated) -> None:
        """The year that a sentence names, but not that of a comparison, is the year of its figures."""
        self.named_year = self._year_named(one.segment, self.named_year)

    @staticmethod
    def _year_named(segment: str, otherwise: int | None) -> int | None:
        years = _YEAR.findall(topics().words["comparison"].sub("#", segment))
        return int(years[-1]) if years else otherwise

    def _take(self, one: Stated) -> None:
        if one.role in _OF_ONE:
            one.year = self.named_year
        elif self.in_reason:
            one.role = Role.REASON
        elif one.role in (Role.AMOUNT, Role.COUNT):
            self._amount(one)
        elif one.role is Role.SHARE:
            self._share(one)
        elif one.role in (Role.DIFFERENCE, Role.RATE):
            self._change(one)

    def _compared_with(self, one: Stated) -> bool:
        """Note an amount that follows 比…年预算数: that of the year compared with, never the current one."""
        if topics().words["compared"].search(one.segment[one.segment.rfind("，") + 1 :]) is None:
            return False
        moved = self.movement_of(one.segment, one.start, self.sentence)
        current = [x for x in self.sentence if x.role is Role.AMOUNT]
        if len(current) > 1 or one.figure.exact:
            moved.current = moved.topic = None
        moved.prior, one.year, one.role, one.topic = one, self.base, Role.OTHER, moved.topic
        self.pending = moved
        return True

    def _amount(self, one: Stated) -> None:
        if self._compared_with(one):
            return
        self._open(one)
        one.year = self.named_year
        found = topics().find(one.phrase) or named_subject(one.phrase, self.year)
        if found is not None and (found.key in topics().counted) is not one.figure.exact:
            found = None
        if topics().words["adjusted"].search(one.segment[one.segment.rfind("；") + 1 :]) is not None:
            found = None
        total = None
        if self.open_lists and self._is_part(one, self.open_lists[-1]):
            self.open_lists[-1].parts.append(one)
            self.listed.add(id(one))
            total = self.open_lists[-1].total
        if total is None or total.topic is None:
            one.topic = self._in_place(found, one.start)
            return
        one.year = total.year
        if found is not None and found.key == "budget" and total.topic.key in _FLOWS:
            found = topics().topic(total.topic.key, found.scope)
        found = found and topics().within(found, total.topic.scope)
        one.topic = self._in_place(found, one.start, total.topic.zh)

    def _in_place(self, found: Topic | None, at: int, total: str | None = None) -> Topic | None:
        """Return what words mean in this paragraph: bounded by the section, or by the total of their list."""
        section = self.paragraph.section
        topic = found and (topics().in_section(found, section) if total is None else found)
        text = self.paragraph.text
        clause = text[max(text.rfind(mark, 0, at) for mark in "。；") + 1 : at]
        return topic and topics().in_place(
            topic, clause, total or section, after_fund=self.paragraph.fund_named <= at
        )

    @staticmethod
    def _is_part(one: Stated, listed: Listed) -> bool:
        """Whether a figure can be a part of a list: money of money, and things counted in one unit."""
        like = listed.total or (listed.parts[0] if listed.parts else None)
        return like is None or (
            like.figure.exact is one.figure.exact and (not one.figure.exact or like.unit == one.unit)
        )

    def _open(self, one: Stated) -> None:
        """Open a list where the words before a figure do so."""
        words, segment = topics().words, one.segment
        openers = list(words["opener"].finditer(segment))
        before = self._last(*_LISTED)
        opened = segment.rfind("(")
        in_brackets = (
            opened > segment.rfind(")") and segment[:opened].endswith(("", "其中")) and before is not None
        )
        if openers and not segment[openers[-1].end() :].count("，"):
            total = self._head(one, before)
            prefix = segment[: openers[-1].start()]
            by_class = words["classified"].search(prefix) is not None
            listed = Listed(
                one.start, None if by_class else total, in_brackets, by_class, "主要" in openers[-1][0]
            )
            listed.is_sample = words["sample"].search(segment[: openers[-1].end()]) is not None
        elif in_brackets and not segment[:opened].strip("，、"):
            listed = Listed(one.start, before, in_brackets=True)
        else:
            return
        self.lists.append(listed)
        self.open_lists.append(listed)

    def _head(self, one: Stated, before: Stated | None) -> Stated | None:
        """Return the figure that a list breaks down: the amount before it, or that of the sentence before."""
        if before is not None:
            return before if before.figure.exact == one.figure.exact else None
        earlier = [x for x in self.previous if x.role in _LISTED and x.figure.exact == one.figure.exact]
        outside = [x for x in earlier if id(x) not in self.listed]
        if len(outside) == 1:
            return outside[0]
        return earlier[-1] if earlier else None

    def _last(self, *roles: Role) -> Stated | None:
        return next((one for one in reversed(self.sentence) if one.role in roles), None)

    def _share(self, one: Stated) -> None:
        last = self.sentence[-1] if self.sentence else None
        part = last if last is not None and last.role is Role.AMOUNT else None
        listed = self.open_lists[-1] if self.open_lists else None
        if listed is not None and part is not None and listed.parts and listed.parts[-1] is part:
            listed.shares[id(part)] = one
        else:
            listed = None
        if part is not None:
            one.topic, one.year = part.topic, part.year
        self.proportions.append((one, part, listed))

    def _change(self, one: Stated) -> None:
        moved = self.movements[-1] if self.movements else None
        is_rate = one.role is Role.RATE
        if is_rate and moved is not None and moved.rate is None and self._follows(moved.difference):
            moved.rate = one
        else:
            moved = self._movement(one)
            moved.year = self.named_year
            before = self.movements[-1:] if not one.ends_sentence else []
            moved.is_further = any(
                x.topic == moved.topic and x.current is moved.current and x.base != moved.base for x in before
            )
            self.movements.append(moved)
            moved.difference, moved.rate = (None, one) if is_rate else (one, None)
            moved.direction = one.direction
        if self._is_adjusted(one) or self._is_of_plan(one, moved):
            moved.topic = moved.current = moved.prior = None
        one.topic, one.year = moved.topic, moved.year

    def _is_adjusted(self, one: Stated) -> bool:
        """Whether a change is of other amounts than those that are stated, such as 剔除结转因素，增加10万元."""
        text, words = self.paragraph.text, topics().words
        low = max(0, one.start - _LONGEST_ASIDE)
        before = text[max(low, *(text.rfind(mark, low, one.start) + 1 for mark in "。；！？")) : one.start]
        after = text[one.end : one.end + _LONGEST_ASIDE] if text.startswith("(", one.end) else ""
        return any(words["adjusted"].search(part) for part in (before, after.partition(")")[0]))

    def _is_of_plan(self, one: Stated, moved: Moved) -> bool:
        """Whether a change is one against an amount that was planned; against the plan without amount it is of no year before."""
        plan, last = topics().words["than_plan"], self.sentence[-1] if self.sentence else None
        if plan.search(one.segment) is not None:
            moved.base = moved.prior = None
        return last is not None and plan.search(last.segment[last.segment.rfind("，") + 1 :]) is not None

    def _follows(self, difference: Stated | None) -> bool:
        """Whether nothing but figures in brackets stands between a difference and here."""
        for one in reversed(self.sentence):
            if one is difference:
                return True
            if not one.in_brackets:
                return False
        return False

    def _movement(self, one: Stated) -> Moved:
        segment = one.segment
        change = topics().words["direction"].search(segment)
        assert change is not None  # noqa: S101 - its role was read from it
        if "上年" in change[0]:
            self.base, self.measured = self._base(change[0]), measures_in(change[0])
        pending, before = self.pending, segment[: change.start()]
        if (
            pending is not None
            and self.sentence[-1:] == [pending.prior]
            and topics().words["generic"].fullmatch(before)
        ):
            pending.at = one.start
            return pending
        return self.movement_of(before, one.start, self.sentence)

    def movement_of(self, text: str, at: int, sentence: list[Stated]) -> Moved:
        """Return what the words before a change say: its subject and the year compared with.

        Args:
            text: The words from the figure or sentence end before, up to the word of the change.
            at: The position of the change.
            sentence: The figures of the sentence before it.
        """
        words = topics().words
        compared = None
        for match in words["comparison"].finditer(text):
            compared = match
        if compared is not None:
            self.base, self.measured = self._base(compared["base"]), measures_in(compared[0])
        after = text[compared.end() if compared else 0 :]
        before = text[: compared.start()] if compared else ""
        for clause in (after[after.rfind("，") + 1 :], before[before.rfind("，") + 1 :]):
            if not words["generic"].fullmatch(clause):
                topic = self._in_place(topics().find(clause.lstrip("，、")), at)
                return self._moved(at, topic, self.latest.get(topic) if topic else None)
        subject = self._subject(sentence)
        if subject is None:
            return self._moved(at, None, None)
        return self._moved(at, subject.topic, subject if subject.year == self.year else None)

    def _moved(self, at: int, topic: Topic | None, current: Stated | None) -> Moved:
        return Moved(at, topic, current, self.base, base_measure=self.measured)

    def _base(self, text: str) -> int | None:
        if text.startswith("20"):
            return int(text[:4])
        return self.year - 1 if self.year is not None else None

    def _subject(self, sentence: list[Stated]) -> Stated | None:
        """Return the amount whose change is stated without naming it."""
        for one in reversed(sentence):
            if one.role is Role.AMOUNT and not one.in_brackets:
                return one
        earlier = [one for one in self.previous if one.role is Role.AMOUNT]
        outside = [one for one in earlier if id(one) not in self.listed]
        if len(outside) == 1:
            return outside[0]
        return earlier[0] if len(earlier) == 1 else None
