"""How many projects have performance targets, and how much money: 本部门共 5 个项目实行绩效目标管理，涉及财政性资金 10 万元."""

from __future__ import annotations

from govbudget.disclosures.narrative import Role
from govbudget.reading.narrative._figures import Stated
from govbudget.reading.narrative._paragraphs import Paragraph
from govbudget.vocabulary import topics

_AHEAD = 160
"""What a sentence says after a figure is looked for in so many characters."""


def name_projects(figures: list[Stated], paragraph: Paragraph) -> None:
    """Name the counts of projects with targets, the amounts directly after them, and those of the projects that are listed then.

    Args:
        figures: The figures of a paragraph, with their roles.
        paragraph: The paragraph.
    """
    words = topics().words
    if words["performance"].search(paragraph.section + paragraph.text) is None:
        return
    before: Stated | None = None
    is_list = False
    for one in figures:
        if one.topic is None and one.role is Role.COUNT and _counts(one, paragraph):
            one.topic = topics().topic("performance_projects")
        elif one.topic is None and one.role is Role.AMOUNT and before is not None and _follows(one):
            one.topic = topics().topic("performance_funds")
        elif one.topic is None and one.role is Role.AMOUNT and is_list:
            one.topic = topics().project(one.phrase)
        is_count = one.topic is not None and one.topic.key == "performance_projects"
        before = one if is_count else None
        is_list = is_list or is_count


def _follows(one: Stated) -> bool:
    """Whether an amount stands directly after a count, in the same sentence, and names nothing of its own."""
    is_next = not one.ends_sentence and one.lead.count("，") == 1
    return is_next and topics().words["projects_money"].fullmatch(one.phrase) is not None


def _counts(one: Stated, paragraph: Paragraph) -> bool:
    """Whether a count is of the projects with targets, by its sentence and the words around it."""
    words, text = topics().words, paragraph.text
    if one.unit not in "个项":
        return False
    end = text.find("。", one.end, one.end + _AHEAD)
    rest = text[one.end : end if end >= 0 else one.end + _AHEAD]
    sentence = one.segment + rest
    is_about = words["performance"].search(paragraph.section + sentence) is not None
    if not is_about or words["projects_not"].search(one.segment + rest.partition("，")[0]):
        return False
    if rest.startswith("项目"):
        return words["projects_after"].search(one.phrase) is not None
    return words["projects_before"].search(one.phrase) is not None
