"""What is told of the indicators of a form without cell borders: how its columns were found, and what was left aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govbudget.disclosures import Aspect, Indicator, Resolution
from govbudget.exceptions import Notice
from govbudget.reading.flat._lists import Draft, Lists, read_of
from govbudget.reading.tables._resolutions import rows_named


def problems_of(
    drafts: Sequence[Draft], lists: Lists | None, indicators: Sequence[Indicator]
) -> Iterator[Notice]:
    """Iterate over what the reader of the report should know.

    Args:
        drafts: The projects.
        lists: What was read of their indicators.
        indicators: The indicators that were read.
    """
    count, free = len(indicators), sum(not any(one.levels) for one in indicators)
    zh = f"文字已失去单元格边界，只读出没有疑义的 {count} 个指标"
    en = f"text that lost its cell borders: {count} indicators were read without doubt"
    if free:
        zh, en = (
            f"{zh}，其中 {free} 个属哪一级指标未定",
            f"{en}; to which group {free} of them belong is left open",
        )
    yield Notice(zh, en)
    if lists is None:
        yield Notice(
            "各栏的宽度不明，指标未读", "how wide the columns are is not clear: no indicator was read"
        )
    for draft, listed in zip(drafts, read_of(drafts, lists), strict=True):
        if listed.left and lists is not None:
            yield Notice(
                f"第 {draft.code.line} 行的项目有 {len(listed.left)} 段文字未读作指标：不止一种读法，或没有读法",
                f"of the project in line {draft.code.line}, {len(listed.left)} pieces of text were not read as indicators: "
                "there are several ways to read them, or none",
            )
        if len(listed.names) != 1:
            yield Notice(
                f"第 {draft.code.line} 行的项目名称可能续在下一页",
                f"the name of the project in line {draft.code.line} may go on on the next page",
            )


def resolutions_of(
    drafts: Sequence[Draft], lists: Lists | None, groups: Sequence[str]
) -> Iterator[Resolution]:
    """Iterate over what was resolved: how wide the columns are, and which names go on on the next page.

    Args:
        drafts: The projects.
        lists: What was read of their indicators.
        groups: The groups of indicators.
    """
    if lists is None:
        return
    known = [
        (group, widths[0])
        for group, widths in zip(groups, lists.widths, strict=True)
        if len(widths) == 1 and widths[0] is not None
    ]
    if known:
        zh = "、".join(f"{group} {size} 字" for group, size in known)
        en = ", ".join(f"{group} {size}" for group, size in known)
        read, every = len(drafts) - lists.unread, len(drafts)
        yield Resolution(
            Aspect.COLUMNS,
            Notice(f"三级指标每行的字数：{zh}", f"characters in a line of a name: {en}"),
            Notice(
                f"只有这样的栏宽能读通 {every} 个项目中的 {read} 个",
                f"only at these widths {read} of {every} projects can be read as rows",
            ),
        )
    broken = [
        draft.code.line
        for draft, listed in zip(drafts, lists.projects, strict=True)
        if len(listed.names) == 1 and listed.names[0] != draft.label
    ]
    if broken:
        named = rows_named(broken)
        yield Resolution(
            Aspect.ROWS,
            Notice(f"{named.zh}的项目名称续在下一页", f"{named.en}: the name goes on on the next page"),
            Notice(
                "其他读法不合栏宽，或不是项目表所列的名称",
                "it would not fit the columns otherwise, or is not what the table of projects names",
            ),
            broken[0],
        )
