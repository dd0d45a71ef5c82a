"""Files → text: sizes, encodings, and clear words for what is no text at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

from govbudget.disclosures import Disclosure
from govbudget.exceptions import ReadingError
from govbudget.reading._documents import read_text

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is taken for a disclosure; real ones have less than one MiB of text."""

_BINARY = {
    b"%PDF": ("a PDF", "extract its text or tables first (see examples/), then check that"),
    b"PK\x03\x04": (
        "a ZIP archive such as .xlsx or .docx",
        "export its sheets or text first, then check that",
    ),
    b"\xd0\xcf\x11\xe0": (
        "an old Office file such as .xls or .doc",
        "export its sheets or text first, then check that",
    ),
    b"\x89PNG": ("a picture", "run OCR first, then check the text"),
    b"\xff\xd8\xff": ("a picture", "run OCR first, then check the text"),
}
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def read_file(path: str | os.PathLike[str], *, encoding: str | None = None) -> Disclosure:
    """Read a disclosure from a text file: plain text or Markdown with tables, or one table as TSV or CSV.

    UTF-8 and UTF-16 (with a byte order mark) and GB18030 are told apart; anything else must be named.

    Args:
        path: The file.
        encoding: Its encoding, if it is none of these.

    Raises:
        ReadingError: It is missing, empty, binary, too large, or not in the encoding.
    """
    source = os.fspath(path)
    data = _bytes(Path(path), source)
    text = _decoded(data, source, encoding)
    if not text.strip():
        raise ReadingError(source, "the file is empty", "give a file with the text or tables of a disclosure")
    if Path(path).suffix.lower() == ".csv":
        text = _tabs(text, source)
    return read_text(text, source)


def _bytes(path: Path, source: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadingError(source, "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise ReadingError(source, "this is a folder", "give the files in it") from None
    except OSError as error:
        raise ReadingError(
            source, f"the file cannot be read ({error.strerror})", "check the permissions"
        ) from None
    if len(data) > MAX_BYTES:
        reason = f"the file has more than {MAX_BYTES // 2**20} MiB"
        raise ReadingError(source, reason, "give one disclosure a file, as text")
    return data


def _decoded(data: bytes, source: str, encoding: str | None) -> str:
    for magic, (what, remedy) in _BINARY.items():
        if data.startswith(magic):
            raise ReadingError(source, f"the file is {what}, not text", remedy)
    if encoding is None:
        encoding = _encoding(data, source)
    try:
        text = data.decode(encoding)
    except LookupError:
        raise ReadingError(
            source, f"the encoding {encoding!r} is not known", "name one such as gb18030"
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadingError(
            source, f"not {encoding} at byte {error.start}", "name the encoding", line
        ) from None
    return text.removeprefix("\ufeff")


def _encoding(data: bytes, source: str) -> str:
    """Tell UTF-8, UTF-16 and GB18030 apart, by their marks and by whether they decode to Chinese."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ReadingError(
            source, "the file is binary, not text", "extract its text first, then check that", line
        )
    if _decodes(data, "utf-8") is not None:
        return "utf-8"
    text = _decodes(data, "gb18030")
    if text is not None and _CHINESE.search(text):
        return "gb18030"
    reason = "the encoding is neither UTF-8 nor GB18030"
    raise ReadingError(source, reason, "convert the file to UTF-8, or name its encoding (--encoding)")


def _decodes(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _tabs(text: str, source: str) -> str:
    """Turn comma-separated rows into tab-separated lines, one line for each row."""
    import csv  # noqa: PLC0415 - seldom needed
    import io  # noqa: PLC0415

    lines = []
    try:
        for row in csv.reader(io.StringIO(text), strict=True):
            lines.append("\t".join(" ".join(cell.split()) for cell in row))  # noqa: PERF401 - the error needs the count
    except csv.Error as error:
        raise ReadingError(source, f"not CSV: {error}", "check the quotation marks", len(lines) + 1) from None
    return "\n".join(lines)
