"""Loads `data/topics.toml`, once, when it is first needed: what the narrative speaks of."""

from __future__ import annotations

import functools
import re
from typing import Any

from attrs import evolve, field, frozen

from govbudget.labels import normalise

_FUNCTIONAL = "functional_"
_SUBJECT = "subject:"
_FLOWS = ("revenue", "expenditure", "revenue_and_expenditure")
_FISCAL = "fiscal_appropriation"
_UNCERTAIN = "uncertain"
_BASIC = "basic_expenditure"
"""Bounds wages and the like to basic expenditure, of which they are a part."""
_LONGEST = 48
"""A topic is looked for in so many characters before its figure."""


@frozen
class Topic:
    """What a figure of the narrative is about, such as basic expenditure from the general public budget.

    Args:
        key: Its permanent name.
        zh: What it is called in Chinese.
        en: What it is called in English.
        scope: The budget or the money that it is bounded to, None for all.

    >>> str(Topic("basic_expenditure", "基本支出", "basic expenditure", "general_public_budget"))
    'general_public_budget/basic_expenditure'
    """

    key: str
    zh: str = field(eq=False)
    en: str = field(eq=False)
    scope: str | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it is clear what money, and whose, it is about; an item whose section is not named may be that of any."""
        return self.scope != _UNCERTAIN and not (self.key.startswith(_SUBJECT) and "/" not in self.key)

    @property
    def is_of_basic(self) -> bool:
        """Whether it is the part of wages and the like that belongs to basic expenditure."""
        return self.scope == _BASIC

    def uncertain(self) -> Topic:
        """Return the topic as that of some money of which the text does not say enough to compare it."""
        return evolve(self, scope=_UNCERTAIN)

    def __str__(self) -> str:
        return f"{self.scope}/{self.key}" if self.scope else self.key


@frozen
class Place:
    """Where tables print the amount of a topic.

    Args:
        table: The kind of table.
        row: What the label of its row must match, None for the row of the total.
        column: What the heading of its column must match, None for the column of the total.
        flow: The side of the table, "revenue" or "expenditure", if it has several.
    """

    table: str
    row: re.Pattern[str] | None
    column: re.Pattern[str] | None
    flow: str | None = None


@frozen
class Topics:
    """The words and patterns of `data/topics.toml`, compiled."""

    words: dict[str, re.Pattern[str]]
    names: dict[str, tuple[str, str]]
    scopes: dict[str, tuple[str, str]]
    pattern: re.Pattern[str]
    partitions: tuple[tuple[frozenset[str], frozenset[str], frozenset[str], bool], ...]
    places: dict[str, tuple[Place, ...]]
    unscoped: frozenset[str]
    counted: frozenset[str]
    shared: frozenset[str]

    def topic(self, key: str, scope: str | None = None) -> Topic:
        """Return a topic by its permanent name.

        Args:
            key: The permanent name.
            scope: The scope it is bounded to.
        """
        return Topic(key, *self.names[key], None if key in self.unscoped else scope)

    def within(self, topic: Topic, scope: str | None) -> Topic:
        """Return a topic bounded to a scope, unless it has one or a table of its own.

        Args:
            topic: The topic.
            scope: The scope, or None for no bound.
        """
        bounded = scope and topic.scope is None and topic.key not in self.unscoped
        return evolve(topic, scope=scope) if bounded else topic

    def find(self, phrase: str) -> Topic | None:
        """Return what a phrase that ends before a figure is about, or None if that is not understood.

        Args:
            phrase: The words before the figure, without blanks.

        >>> str(topics().find("2022年一般公共预算基本支出年初预算为")), topics().find("其他社会保障和就业支出")
        ('general_public_budget/basic_expenditure', None)
        """
        if "(项)" in phrase:
            return self._subject(phrase[-3 * _LONGEST :])
        text = self.words["aside"].sub("", phrase[-2 * _LONGEST :])[-_LONGEST:]
        chain: list[re.Match[str]] = []
        for match in self.pattern.finditer(text):
            if chain and not self.words["link"].fullmatch(text, chain[-1].end(), match.start()):
                chain = []
            chain.append(match)
        while (
            len(chain) > 1
            and chain[-2].lastgroup not in self.scopes
            and self._is_tail(text, chain[-1].start())
        ):
            chain.pop()  # the 支出 of 机关运行经费支出
        if not chain or not self._is_tail(text, chain[-1].end()):
            return None
        first, named = chain[0], [match for match in chain if match.lastgroup not in self.scopes]
        if not self.words["before"].search(text, 0, first.start()) or len(named) > 1:
            return None
        if str(chain[-1].lastgroup) in _FLOWS and self.words["foreign"].search(text, 0, first.start()):
            return None
        scope = next((match.lastgroup for match in chain if match.lastgroup in self.scopes), None)
        if named:
            return self.topic(str(named[0].lastgroup), scope)
        return Topic("budget", *self.scopes[str(scope)], scope)

    def in_section(self, topic: Topic, heading: str) -> Topic | None:
        """Return a topic as a section means it: bounded to its scope; None for 收入 or 支出 of something else.

        Args:
            topic: The topic that words name.
            heading: The heading of the section, without blanks.
        """
        if (
            topic.scope is None
            and topic.key in ("revenue", "expenditure", "revenue_and_expenditure")
            and heading
        ):
            narrower = {m.lastgroup for m in self.pattern.finditer(heading)} & self.unscoped
            if narrower or self.words["overall"].search(heading) is None:
                return None
        return self.within(topic, self.scope_in(heading))

    def in_place(self, topic: Topic, clause: str, under: str, *, after_fund: bool) -> Topic:
        """Return a topic as it stands, or as uncertain where it may be that of one fund, of one unit or of one line.

        Args:
            topic: The topic, bounded as far as its words and its section say.
            clause: The clause up to its figure.
            under: The heading of its section and what its list breaks down.
            after_fund: Whether the paragraph has named a fund before it.
        """
        is_open = topic.scope is None and topic.key not in self.unscoped
        if self.words["part"].search(clause) or (is_open and after_fund):
            return topic.uncertain()
        if topic.key not in self.shared or self.words["partial"].search(under) is None:
            return topic
        is_basic = is_open and under == self.names[_BASIC][0]
        return evolve(topic, scope=_BASIC) if is_basic else topic.uncertain()

    def scope_in(self, heading: str) -> str | None:
        """Return the scope that the heading of a section names, or None.

        Args:
            heading: The heading, without blanks.
        """
        found = {m.lastgroup for m in self.pattern.finditer(heading) if m.lastgroup in self.scopes}
        return found.pop() if len(found) == 1 else None

    def _subject(self, phrase: str) -> Topic | None:
        """Return the functional item that a phrase names, with the section above it if that is named and told apart."""
        found = self.words["subject"].search(phrase)
        if found is not None:
            item = found["item"]
            return Topic(f"{_SUBJECT}{found['section']}/{item}", item, item)
        lone = self.words["lone_subject"].search(phrase)
        return Topic(_SUBJECT + lone["item"], lone["item"], lone["item"]) if lone is not None else None

    def project(self, phrase: str) -> Topic | None:
        """Return the project whose name, and nothing else, stands before a figure in a list of projects.

        Args:
            phrase: The words before the figure, without blanks.

        >>> str(topics().project("分别是:物业管理经费预算为"))
        'project:物业管理经费'
        """
        found = self.words["project_name"].fullmatch(phrase)
        if found is None or self.words["projects_money"].fullmatch(phrase):
            return None
        name = found["name"]
        return Topic(f"project:{normalise(name)}", name, name)

    def denials(self, text: str) -> list[Topic]:
        """Return what a text says there is none of.

        Args:
            text: The text, without blanks.
        """
        found = (self.denied(match["what"]) for match in self.words["denial"].finditer(text))
        return [topic for topic in found if topic is not None]

    def denied(self, words: str) -> Topic | None:
        """Return what a sentence says there is none of: a whole budget, or the three public expenses.

        Args:
            words: The words between the denial and 支出 or 收入.
        """
        scope = self.scope_in(words)
        if scope is not None and scope != _FISCAL:
            return Topic("budget", *self.scopes[scope], scope)
        return self.topic("three_public") if "三公" in words else None

    def _is_tail(self, text: str, start: int) -> bool:
        return self.words["tail"].fullmatch(text, start) is not None

    def is_partition(self, total: Topic, parts: list[Topic], *, is_sample: bool = False) -> bool:
        """Tell whether parts of these topics are by their nature the whole of a total.

        Args:
            total: The topic of the total.
            parts: The topics of the parts.
            is_sample: Whether the words before them, such as 其中, do not promise that they are all.
        """
        keys = {part.key for part in parts}
        if len(set(parts)) < max(2, len(parts)) or total in parts:
            return False
        scopes = {part.scope for part in parts} - {None}
        if _FISCAL in scopes and len(scopes) > 1:
            return False  # 财政拨款 is made of the budgets beside it
        return any(
            total.key in totals and needs <= keys <= members and (is_closed or not is_sample)
            for totals, members, needs, is_closed in self.partitions
        )

    def is_functional(self, topic: Topic) -> bool:
        """Tell whether a topic is a category of the functional classification.

        Args:
            topic: The topic.
        """
        return topic.key.startswith(_FUNCTIONAL)


@functools.cache
def topics() -> Topics:
    """Return the topics, loaded from the package's data on first use."""
    import tomllib  # noqa: PLC0415 - see `vocabulary`
    from importlib import resources  # noqa: PLC0415

    data = tomllib.loads(resources.files(__package__).joinpath("data/topics.toml").read_text("utf-8"))
    labels = tomllib.loads(resources.files(__package__).joinpath("data/labels.toml").read_text("utf-8"))
    entries = [*data["topics"], *_functional(labels["rows"]["functional_categories"])]
    scopes = {entry["key"]: (entry["zh"], entry["en"]) for entry in data["scopes"]}
    # longer patterns first, so that of two that begin alike the longer is taken
    ordered = sorted(
        [*entries, *data["scopes"]], key=lambda entry: (not entry.get("first"), -_reach(entry["pattern"]))
    )
    functional = frozenset(entry["key"] for entry in _functional(labels["rows"]["functional_categories"]))
    return Topics(
        words={name: re.compile(pattern) for name, pattern in data["words"].items()},
        names={entry["key"]: (entry["zh"], entry["en"]) for entry in entries},
        scopes=scopes,
        pattern=re.compile("|".join(f"(?P<{entry['key']}>{entry['pattern']})" for entry in ordered)),
        partitions=(
            *(
                (
                    frozenset(p["total"]),
                    frozenset(p["parts"]),
                    frozenset(p["needs"]),
                    p.get("closed", False),
                )
                for p in data["partitions"]
            ),
            (frozenset({"expenditure"}), functional | {"carried_to_next_year"}, frozenset(), False),
        ),
        places=_places([*data["places"], *_functional_places(entries)]),
        unscoped=frozenset((*data["unscoped"], *data["counted"])),
        counted=frozenset(data["counted"]),
        shared=frozenset(data["shared"]),
    )


def _reach(pattern: str) -> int:
    """The length of the longest of the alternatives of a pattern, roughly."""
    return max(len(re.sub(r"[^\u4e00-\u9fff]", "", one)) for one in pattern.split("|"))


def _functional(names: list[str]) -> list[dict[str, Any]]:
    """The functional categories as topics: 社会保障和就业支出, 社会保障和就业（类）支出 …"""
    found = []
    for number, name in enumerate(map(normalise, names)):
        stem = re.escape(name.removesuffix("支出"))
        pattern = rf"{stem}(?:\(类\))?支出(?:\(类\))?|{stem}\(类\)" if name.endswith("支出") else stem
        found.append({"key": f"{_FUNCTIONAL}{number}", "zh": name, "en": name, "pattern": pattern})
    return found


def _functional_places(entries: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Functional categories stand as rows, in the summaries and in the tables of the budgets."""
    tables: dict[str, list[tuple[str, str | None]]] = {
        "": [("revenue_and_expenditure_summary", "expenditure"), ("expenditure_summary", None)],
        "general_public_budget/": [("general_public_budget_expenditure", None)],
        "fiscal_appropriation/": [
            ("fiscal_appropriation_expenditure", None),
            ("fiscal_appropriation_summary", "expenditure"),
        ],
    }
    return [
        {
            "topic": scope + entry["key"],
            "table": table,
            "row": re.escape(entry["zh"]),
            **({"flow": flow} if flow else {}),
        }
        for entry in entries
        if entry["key"].startswith(_FUNCTIONAL)
        for scope, places in tables.items()
        for table, flow in places
    ]


def _places(entries: list[dict[str, str]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for entry in entries:
        row, column = (re.compile(entry[key]) if key in entry else None for key in ("row", "column"))
        found.setdefault(entry["topic"], []).append(Place(entry["table"], row, column, entry.get("flow")))
    return {key: tuple(places) for key, places in found.items()}
