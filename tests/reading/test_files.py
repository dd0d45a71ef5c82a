"""Files: what is text is read whatever its encoding; what is not is refused in one line that says what to do."""

import codecs
import pickle
from pathlib import Path

import pytest

from govbudget import ReadingError
from govbudget.files import read_file
from govbudget.reading import _files, read_text
from reading_builders import document, figures, labels

TEXT = document("项目 | 金额", "甲 | 1.00", "合计 | 1.00")


@pytest.fixture
def write(tmp_path):
    """Write bytes to a file and return its path."""

    def write(data: bytes, name: str = "a.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def refusal(path, **options):
    """Return the error of reading a file, after checking the manners that all such errors have."""
    with pytest.raises(ReadingError) as caught:
        read_file(path, **options)
    error = caught.value
    for lang in ("zh", "en"):
        message = error.say(lang)
        assert len(message.splitlines()) == 1
        assert message.startswith(error.place)
    assert error.zh
    assert error.source == str(path)
    assert error.say("zh").startswith(f"{error.place}：")
    assert "；" in error.say("zh")
    assert error.say("en") == str(error) == f"{error.place}: {error.reason}; {error.remedy}"
    return error


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16-be", "gb18030", "gbk", "windows lines"],
)
def test_encodings_are_told_apart(write, data):
    """UTF-8, UTF-16 and GB18030 files give the same disclosure as their text, with the path as source."""
    path = write(data)
    disclosure = read_file(path)
    assert disclosure.source == str(path)
    (table,) = disclosure.tables
    (expected,) = read_text(TEXT).tables
    assert (table.title, table.lines) == (expected.title, expected.lines)
    assert labels(table.sides[0]) == labels(expected.sides[0])
    assert figures(table.sides[0]) == figures(expected.sides[0])


def test_a_path_may_be_text(write):
    """Any path-like object will do."""
    assert read_file(str(write(TEXT.encode()))).tables


def test_a_named_encoding_is_taken(write):
    """What cannot be told apart can be named."""
    path = write(TEXT.encode("utf-16-le"))
    assert refusal(path).reason == "the file is binary, not text"
    assert read_file(path, encoding="utf-16-le").year == 2021


@pytest.mark.parametrize("name", ["big5-nonsense", "hex", "undefined", "\0"])
def test_an_encoding_that_is_none_is_refused(write, name):
    """An unknown name, and a codec that does not give text, are refused with a name that would do."""
    error = refusal(write(TEXT.encode()), encoding=name)
    assert error.reason == f"the encoding {name!r} is not known"
    assert "gb18030" in error.remedy
    assert "gb18030" in error.zh


def test_a_wrong_encoding_names_byte_and_line(write):
    """A file that is not in the encoding named says where it first goes wrong."""
    error = refusal(write(b"a\nb\n\xff"), encoding="utf-8")
    assert (error.place, error.line, error.reason) == (f"{error.source}:3", 3, "not utf-8 at byte 4")
    assert error.zh == "第 4 字节起不是 utf-8 编码；请指明编码"


def test_utf32_is_not_taken_for_utf16(write):
    """Its mark begins like that of UTF-16; read so, every other character would be lost."""
    error = refusal(write(TEXT.encode("utf-32")))
    assert "\n" not in str(error)


def test_truncated_utf16_is_refused(write):
    """Half a character at the end is no text."""
    assert "utf-16" in refusal(write(TEXT.encode("utf-16")[:-1])).reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("café\n".encode("latin-1"), "the encoding is neither UTF-8 nor GB18030"),
        (b"\xff", "the encoding is neither UTF-8 nor GB18030"),
        (b"\x80\x80 plain", "the encoding is neither UTF-8 nor GB18030"),
    ],
)
def test_other_encodings_are_not_guessed(write, data, reason):
    """Bytes that give no Chinese text in any encoding known are refused."""
    error = refusal(write(data))
    assert error.reason == reason
    assert "--encoding" in error.remedy
    assert "--encoding" in error.zh


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"%PDF-1.7\n", "PDF", "a PDF"),
        (b"PK\x03\x04rest", "压缩包", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "旧版 Office 文件", "an old Office file"),
        (b"\x89PNG\r\n", "图片", "a picture"),
        (b"\xff\xd8\xff\xe0", "图片", "a picture"),
    ],
)
def test_files_that_are_no_text_are_named(write, data, zh, en):
    """PDF, archives, Office files and pictures are recognised by their first bytes, whatever encoding is named."""
    for options in ({}, {"encoding": "latin-1"}):
        error = refusal(write(data, "a.md"), **options)
        assert error.reason.startswith(f"the file is {en}")
        assert error.zh.startswith(f"文件是{zh}")
        assert "extract" in error.remedy


def test_other_binary_files_are_refused_with_their_line(write):
    """A byte of zero outside UTF-16 shows that a file is no text."""
    error = refusal(write(b"\x7fELF\nabc\n\x00"))
    assert (error.reason, error.line) == ("the file is binary, not text", 3)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_refused(write, data):
    """Nothing but blanks is an empty file, with or without a mark of order."""
    assert refusal(write(data)).reason == "the file is empty"


def test_a_missing_file_is_refused(tmp_path):
    """The path is named."""
    error = refusal(tmp_path / "missing.txt")
    assert error.reason == "there is no such file"
    assert error.zh == "没有这个文件；请核对路径"


def test_a_folder_is_refused(tmp_path):
    """A folder is no file."""
    error = refusal(tmp_path)
    assert error.reason.startswith("this is a folder")
    assert error.zh.startswith("这是文件夹")


def test_a_path_through_a_file_is_refused(write):
    """A path that leads nowhere gives the reason of the system."""
    error = refusal(write(TEXT.encode()) / "b.txt")
    assert error.reason == "the file cannot be read (Not a directory)"


def test_a_path_that_no_system_has_is_refused(tmp_path):
    """A path with a character that no file can have is no such file."""
    assert refusal(tmp_path / "a\0b").reason == "there is no such file"


def test_a_forbidden_file_is_refused(write, monkeypatch):
    """Missing permissions are said to be missing."""

    def forbidden(self, *args, **options):
        raise PermissionError(13, "Permission denied", str(self))

    path = write(TEXT.encode())
    monkeypatch.setattr(Path, "open", forbidden)
    error = refusal(path)
    assert error.reason == "the file cannot be read (Permission denied)"
    assert error.zh == "文件无法读取（Permission denied）；请检查权限"


def test_a_huge_file_is_refused_before_it_is_decoded(write, monkeypatch):
    """More bytes than a disclosure can have are not read; exactly as many are."""
    monkeypatch.setattr(_files, "MAX_BYTES", len(TEXT.encode()))
    assert read_file(write(TEXT.encode())).tables
    error = refusal(write(TEXT.encode() + b"\n"))
    assert error.reason == "the file has more than 0 MiB"
    assert error.remedy == "give one disclosure a file, as text"


def test_comma_separated_rows_are_a_table(write):
    """Commas part cells in a file that ends in .csv; quotation marks keep commas, line breaks and tabs in a cell."""
    rows = '支出总表,,\n,,单位：元\n科目编码,科目名称,金额\n201,"一般公共\n服务支出","1,234.00"\n202,"外\t交",0.50\n'
    (table,) = read_file(write(rows.encode("gb18030"), "a.CSV")).tables
    assert table.title == "支出总表"
    assert labels(table.sides[0]) == ["201 一般公共 服务支出", "202 外 交"]
    assert figures(table.sides[0]) == [["1234.00元"], ["0.50元"]]


def test_malformed_csv_is_refused_with_its_row(write):
    """A quotation mark that is not closed, or stands in the middle, is not repaired."""
    error = refusal(write('科目编码,金额\n201,"1.00" 元\n'.encode(), "a.csv"))
    assert error.line == 2
    assert error.reason.startswith("not CSV: ")
    assert error.zh == "不是合格的 CSV；请检查引号"


def test_commas_part_nothing_in_other_files(write):
    """Only the name of the file says that commas part cells."""
    assert read_file(write("项目,金额\n甲,1.00\n".encode())).tables == ()


def test_errors_survive_pickling(write):
    """An error that crosses a process keeps its place and its words."""
    error = refusal(write(b"a\0"))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own error
    assert (copy.place, copy.reason, copy.remedy) == (error.place, error.reason, error.remedy)
    assert copy.say("en") == error.say("en")
