"""Files → text: sizes, encodings, and clear words for what is no text at all."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO

from govbudget.exceptions import Notice, ReadingError, UsageError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is taken for a disclosure; real ones have less than one MiB of text."""

_BINARY = {
    b"%PDF": Notice("PDF", "a PDF"),
    b"PK\x03\x04": Notice("压缩包（如 .xlsx、.docx）", "a ZIP archive such as .xlsx or .docx"),
    b"\xd0\xcf\x11\xe0": Notice(
        "旧版 Office 文件（如 .xls、.doc）", "an old Office file such as .xls or .doc"
    ),
    b"\x89PNG": Notice("图片", "a picture"),
    b"\xff\xd8\xff": Notice("图片", "a picture"),
}
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def load_text(
    path: str | os.PathLike[str], encoding: str | None = None, *, may_be_empty: bool = False
) -> str:
    """Return the text of a file.

    UTF-8 and UTF-16 (with a byte order mark) and GB18030 are told apart; anything else must be named.

    Args:
        path: The file.
        encoding: Its encoding, if it is none of these.
        may_be_empty: Whether a file without any text is no error.

    Raises:
        ReadingError: It is missing, empty, binary, too large, or not in the encoding.
    """
    source = path_text(path)
    if encoding is not None and not issubclass(type(encoding), str):
        msg = f"the encoding is {encoding!r}; give its name, such as gb18030, or None"
        raise UsageError(msg, zh=f"编码是 {encoding!r}；请给出其名称，如 gb18030，或 None")
    text = _decoded(_bytes(source), source, encoding)
    if not may_be_empty and not text.strip():
        remedy = "give a file with the text or tables of a disclosure"
        raise ReadingError(
            source, "the file is empty", remedy, zh="文件为空；请给出含预算公开文字或表格的文件"
        )
    return text


def path_text(path: object, what: str = "a file name") -> str:
    """Return a path as text.

    Args:
        path: The path.
        what: What to give, for the message.

    Raises:
        UsageError: It is none.
    """
    source = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(source, str):
        msg = f"{path!r} is no path; give {what}"
        raise UsageError(msg, zh=f"{path!r} 不是路径；请给出文件或文件夹的路径")
    return source


def _opened(source: str) -> BinaryIO:
    if not source:
        raise FileNotFoundError  # as a path it is the folder that the program runs in
    return Path(source).open("rb")


def _bytes(source: str) -> bytes:
    try:
        with _opened(source) as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, ValueError):  # a path with a character that no file can have
        raise ReadingError(
            source, "there is no such file", "check the path", zh="没有这个文件；请核对路径"
        ) from None
    except IsADirectoryError:
        raise ReadingError(
            source,
            "this is a folder without text, Markdown, TSV, CSV or JSON files",
            "give the files",
            zh="这是文件夹，其中没有文本、Markdown、TSV、CSV 或 JSON 文件；请直接给出文件",
        ) from None
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        zh = f"文件无法读取（{error.strerror}）；请检查权限"
        raise ReadingError(source, reason, "check the permissions", zh=zh) from None
    if len(data) > MAX_BYTES:
        reason = f"the file has more than {MAX_BYTES // 2**20} MiB"
        zh = f"文件超过 {MAX_BYTES // 2**20} MiB；请按每份公开文件一个文本文件给出"
        raise ReadingError(source, reason, "give one disclosure a file, as text", zh=zh)
    return data


def _decoded(data: bytes, source: str, encoding: str | None) -> str:
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            remedy = "extract its text or tables first (see examples/), then check that"
            zh = f"文件是{what.zh}，不是文本；请先提取文字或表格（见 examples/）再核对"
            raise ReadingError(source, f"the file is {what.en}, not text", remedy, zh=zh)
    if encoding is None:
        encoding = _encoding(data, source)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        zh = f"第 {error.start} 字节起不是 {encoding} 编码；请指明编码"
        raise ReadingError(
            source, f"not {encoding} at byte {error.start}", "name the encoding", line, zh=zh
        ) from None
    except (LookupError, ValueError):
        reason = f"the encoding {encoding!r} is not known"
        raise ReadingError(
            source, reason, "name one such as gb18030", zh=f"不认识编码 {encoding}；请用 gb18030 之类的名称"
        ) from None
    return text.removeprefix("\ufeff")


def _encoding(data: bytes, source: str) -> str:
    """Tell UTF-8, UTF-16 and GB18030 apart, by their marks and by whether they decode to Chinese."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and not data.startswith(b"\xff\xfe\x00\x00"):
        return "utf-16"
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        zh = "文件是二进制，不是文本；请先提取文字再核对"
        remedy = "extract its text first, then check that"
        raise ReadingError(source, "the file is binary, not text", remedy, line, zh=zh)
    if _decodes(data, "utf-8") is not None:
        return "utf-8"
    text = _decodes(data, "gb18030")
    if text is not None and _CHINESE.search(text):
        return "gb18030"
    reason = "the encoding is neither UTF-8 nor GB18030"
    zh = "编码既不是 UTF-8 也不是 GB18030；请转为 UTF-8，或用 --encoding 指明"
    raise ReadingError(source, reason, "convert the file to UTF-8, or name its encoding (--encoding)", zh=zh)


def _decodes(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def tabs(text: str, source: str) -> str:
    """Turn comma-separated rows into tab-separated lines, one line for each row.

    Args:
        text: The rows.
        source: The file, for the message.

    Raises:
        ReadingError: A quotation mark is not closed, or stands in the middle.
    """
    import csv  # noqa: PLC0415 - seldom needed
    import io  # noqa: PLC0415

    lines = []
    try:
        for row in csv.reader(io.StringIO(text), strict=True):
            lines.append("\t".join(" ".join(cell.split()) for cell in row))  # noqa: PERF401 - the error needs the count
    except csv.Error as error:
        zh = "不是合格的 CSV；请检查引号"
        raise ReadingError(
            source, f"not CSV: {error}", "check the quotation marks", len(lines) + 1, zh=zh
        ) from None
    return "\n".join(lines)
