"""JSON → disclosures: what `disclosures_json` wrote is read back whole."""

from __future__ import annotations

from govbudget.disclosures import Disclosure, DisclosureKind, Unread
from govbudget.exactjson import Node, brief, parse_json
from govbudget.exceptions import Notice
from govbudget.serialization._documents import DISCLOSURE_SCHEMA, REPORT_SCHEMA
from govbudget.serialization._read_forms import read_forms
from govbudget.serialization._read_narrative import read_narrative
from govbudget.serialization._read_tables import read_table
from govbudget.serialization._read_values import lines, notice, resolution

_REMEDY = Notice(
    "请重新用 govbudget read --format json 写出", "write it again with govbudget read --format json"
)


def read_disclosures(text: str, source: str | None = None) -> tuple[Disclosure, ...]:
    """Read disclosures from JSON text that `disclosures_json` wrote; nothing that was read is lost.

    Args:
        text: The text.
        source: Where it comes from, for messages.

    Raises:
        ReadingError: It is not JSON, or not of this shape.

    >>> from govbudget import read_text
    >>> from govbudget.serialization import disclosures_json
    >>> (one,) = read_disclosures(disclosures_json([read_text('支出总表', 'a.txt')]))
    >>> one.source
    'a.txt'
    """
    return disclosures_of(parse_json(text, source or "<json>", _REMEDY))


def is_disclosures(value: object) -> bool:
    """Tell whether JSON data has a schema of govbudget, or is the data of one document; tables of an extractor are neither.

    Args:
        value: The data.
    """
    if not isinstance(value, dict):
        return False
    is_file = "schema" in value and not {"tables", "rows"} & value.keys()
    return is_file or {"kind", "tables", "statements"} <= value.keys()


def disclosures_of(node: Node) -> tuple[Disclosure, ...]:
    """Return the disclosures of JSON data.

    Args:
        node: What `disclosures_json` writes, or `disclosure_data` of one document.

    Raises:
        ReadingError: The data is not of this shape.
    """
    node = Node(node.value, node.source, _REMEDY)
    if isinstance(node.value, dict) and "schema" not in node.value:
        return (_disclosure(node),)
    schema = node["schema"].text()
    if schema == REPORT_SCHEMA:
        node["schema"].refuse(
            f"是“{schema}”，即核对结果，不含表格内容", f"is {schema!r}: a report, without the tables' cells"
        )
    if schema != DISCLOSURE_SCHEMA:
        shown = brief(schema)
        node["schema"].refuse(
            f"是“{shown}”，不是 {DISCLOSURE_SCHEMA}", f"is {shown!r}, not {DISCLOSURE_SCHEMA}"
        )
    return node["documents"].each(_disclosure)


def _disclosure(node: Node) -> Disclosure:
    source = node["source"].maybe(Node.text)
    tables = list(node["tables"])
    forms = read_forms(node, tables)
    return Disclosure(
        [read_table(table, form) for table, form in zip(tables, forms, strict=True)],
        source=source,
        title=node["title"].maybe(Node.text),
        entity=node["entity"].maybe(Node.text),
        year=node["year"].maybe(Node.number),
        kind=node["kind"].member(DisclosureKind),
        narrative=read_narrative(node, source),
        unread=node["unread"].each(_unread),
        resolutions=node["resolutions"].each(resolution),
    )


def _unread(node: Node) -> Unread:
    return Unread(
        node["title"].text(),
        notice(node["reason"]),
        node["lines"].maybe(lines),
        node["rows"].each(lambda row: row.each(Node.text)),
        node["numbers"].number(),
    )
