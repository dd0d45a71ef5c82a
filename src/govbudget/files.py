"""Files → disclosures: text, one table as TSV or CSV, and JSON of either kind."""

from __future__ import annotations

import os
from pathlib import Path

from govbudget.disclosures import Disclosure
from govbudget.exactjson import parse_json
from govbudget.exceptions import Notice, ReadingError
from govbudget.reading import load_text, read_table_data, read_text, tabs

_REMEDY = Notice(
    "请给出 govbudget read --format json 的输出，或表格列表（见文档 JSON 一页）",
    "give what govbudget read --format json writes, or a list of tables (see the page on JSON)",
)


def read_file(path: str | os.PathLike[str], *, encoding: str | None = None) -> Disclosure:
    """Read the disclosure of a file: text or Markdown with tables, one table as TSV or CSV, or JSON.

    JSON is what govbudget wrote of a disclosure, or tables as an extractor returns them.

    UTF-8 and UTF-16 (with a byte order mark) and GB18030 are told apart; anything else must be named.

    Args:
        path: The file.
        encoding: Its encoding, if it is none of these.

    Raises:
        ReadingError: It is missing, empty, binary, too large, not in the encoding or malformed, or it holds several disclosures.
    """
    found = read_documents(path, encoding=encoding)
    if len(found) != 1:
        reason, remedy = f"the file holds {len(found)} documents", "read them all with read_documents"
        zh = f"文件含 {len(found)} 份文件；请用 read_documents 全部读出"
        raise ReadingError(os.fspath(path), reason, remedy, zh=zh)
    return found[0]


def read_documents(path: str | os.PathLike[str], *, encoding: str | None = None) -> tuple[Disclosure, ...]:
    """Read all disclosures of a file; only JSON that govbudget wrote may hold several.

    Args:
        path: The file.
        encoding: Its encoding, if it is not UTF-8, UTF-16 or GB18030.

    Raises:
        ReadingError: It is missing, empty, binary, too large, not in the encoding, or malformed.
    """
    text = load_text(path, encoding)
    source, suffix = os.fspath(path), Path(path).suffix.lower()
    if suffix == ".json":
        return _read_json(text, source)
    return (read_text(tabs(text, source) if suffix == ".csv" else text, source),)


def _read_json(text: str, source: str) -> tuple[Disclosure, ...]:
    from govbudget.serialization import disclosures_of, is_disclosures  # noqa: PLC0415 - seldom needed

    node = parse_json(text, source, _REMEDY)
    if not is_disclosures(node.value):
        return (read_table_data(node),)
    found = disclosures_of(node)
    if not found:
        node["documents"].refuse("没有文件", "holds no document")
    return found
