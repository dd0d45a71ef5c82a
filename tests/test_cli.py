"""The command line: exit codes, one-line errors, both formats, both languages."""

import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from govbudget._arguments import _Parser
from govbudget.cli import main
from govbudget.rules import STANDARD

EXAMPLES = Path(__file__).parents[1] / "examples"
GOOD, BAD = str(EXAMPLES / "qinyang-2020.md"), str(EXAMPLES / "zhengzhou-2021.md")


def call(capsys, *arguments):
    """Exit code, standard output and standard error of one call."""
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_exit_codes_say_what_was_found(capsys, tmp_path):
    """0: nothing failed; 1: a finding of severity error; 2: unusable input, even beside usable files."""
    assert call(capsys, "check", GOOD)[0] == 0
    assert call(capsys, "check", BAD)[0] == 1
    assert call(capsys, "check", BAD, "--select", "SUM-006")[0] == 0
    assert call(capsys, "check", BAD, "--ignore", "sum-001", "--ignore", "SUM-002")[0] == 0
    code, out, err = call(capsys, "check", GOOD, str(tmp_path / "none.txt"), BAD)
    assert code == 2
    assert err.count("\n") == 1
    assert "qinyang" in out
    assert "zhengzhou" in out


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (None, "没有这个文件；请核对路径", "there is no such file; check the path"),
        (b"", "文件为空；请给出含预算公开文字或表格的文件", "the file is empty; give a file with"),
        (b"\x00\x01", "文件是二进制，不是文本", "the file is binary, not text; extract its text first"),
        (b"%PDF-1.7", "文件是PDF，不是文本", "the file is a PDF, not text"),
        (
            b"hello\nworld",
            "没有认出任何表格或预算数字",
            "no table and no figure of a budget is recognised",
        ),
    ],
)
def test_unusable_input_gets_one_line_with_place_and_remedy(capsys, tmp_path, content, zh, en):
    """A missing, empty, binary or meaningless file is named with what to do, in the language asked for."""
    path = tmp_path / "input.txt"
    if content is not None:
        path.write_bytes(content)
    for lang, words in (("zh", zh), ("en", en)):
        code, out, err = call(capsys, "check", str(path), "--lang", lang)
        assert (code, out) == (2, "")
        assert err.startswith(f"govbudget: {path}")
        assert words in err
        assert err.count("\n") == 1


def test_an_unknown_rule_is_refused_in_one_line(capsys):
    """A misspelt rule names the rules that there are, in the language asked for."""
    code, out, err = call(capsys, "check", GOOD, "--select", "SUM-009")
    assert (code, out) == (2, "")
    known = ", ".join(rule.id for rule in STANDARD)
    assert err == f"govbudget: 没有规则 SUM-009；现有规则：{known}\n"
    assert "there is no rule 'nope'" in call(capsys, "check", GOOD, "--ignore", "nope", "--lang", "en")[2]


def test_bad_options_exit_with_2(capsys):
    """An option that does not exist is a usage error, as is a call without a command."""
    for arguments in (["check"], [], ["check", GOOD, "--format", "xml"]):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 2
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out.startswith("govbudget 0.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "没有给出命令 check 或 read；全部参数见 govbudget --help"),
        (["chekc"], "没有命令 'chekc'，可用的是 'check', 'read'；全部参数见 govbudget --help"),
        (["check"], "没有给出文件或文件夹；全部参数见 govbudget check --help"),
        (["check", GOOD, "--foo"], "没有这样的参数：--foo；全部参数见 govbudget --help"),
        (["check", GOOD, "--year", "x"], "参数 --year 的值 'x' 不是整数；全部参数见 govbudget check --help"),
        (["check", GOOD, "--chart"], "参数 --chart 后没有给出值；全部参数见 govbudget check --help"),
        (
            ["read", GOOD, "--lang", "de"],
            "参数 --lang 没有 'de' 这一选项，可用的是 'zh', 'en'；全部参数见 govbudget read --help",
        ),
        (
            ["read", GOOD, "--tables=1"],
            "参数 --tables 不带值，而给出了 '1'；全部参数见 govbudget read --help",
        ),
        (
            ["check", GOOD, "--t"],
            "参数 --t 不明确，可能是 --together, --tables；全部参数见 govbudget check --help",
        ),
        (
            ["check", "--year", "x", "--lang", "en"],
            "argument --year: invalid int value: 'x'; see govbudget check --help for all arguments",
        ),
        (
            ["check", GOOD, "--lang=en", "--foo"],
            "unrecognized arguments: --foo; see govbudget --help for all arguments",
        ),
    ],
)
def test_a_wrong_call_is_told_in_one_line_and_in_both_languages(capsys, arguments, said):
    """What is wrong and where to look, in the language that the call asks for."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    captured = capsys.readouterr()
    told = captured.err.replace("'", "")  # how choices are quoted depends on the version of Python
    assert (stopped.value.code, captured.out) == (2, "")
    assert told == f"govbudget: {said}\n".replace("'", "")


def test_what_the_standard_library_says_otherwise_is_kept(capsys):
    """A message that has no Chinese one is quoted."""
    with pytest.raises(SystemExit):
        _Parser(prog="govbudget").error("odd")
    assert capsys.readouterr().err == "govbudget: 不能这样调用（odd）；全部参数见 govbudget --help\n"


def test_the_json_of_a_check_has_the_promised_shape(capsys):
    """Every promised field is there, with figures as text."""
    code, out, _ = call(capsys, "check", BAD, GOOD, "--format", "json")
    data = json.loads(out)
    assert code == 1
    assert data["schema"] == "govbudget/report/1"
    first, second = data["documents"]
    assert first["source"] == BAD
    assert (first["entity"], first["year"], second["year"]) == ("郑州市医疗保障局", 2021, 2020)
    assert first["summary"] == {
        "passed": 984,
        "rounding": 2,
        "failed": 26,
        "undecided": 36,
        "not_applicable": 109,
    }
    assert len(first["tables"]) == 11
    assert sum(table["summary"]["passed"] for table in first["tables"]) == 835
    finding = first["findings"][0]
    assert finding["rule"] == "SUM-001"
    assert finding["name"] == "column-breakdown"
    assert finding["severity"] == "error"
    assert set(finding["message"]) == {"zh", "en"}
    assert finding["locations"][0] == {
        "table": "部门支出总体情况表",
        "row": "2101301 城乡医疗救助",
        "column": "合计",
        "line": 65,
    }
    assert (finding["reported"], finding["expected"], finding["difference"]) == (
        "12000000元",
        "24000000元",
        "-12000000元",
    )
    assert finding["equation"] == "12,000,000 = 12,000,000 + 12,000,000"
    assert "移正后本行各式均成立" in finding["cause"]["zh"]
    assert [one["rule"] for one in second["findings"]] == ["TIE-014", "DOC-001", "DOC-001"]


def test_the_json_of_a_reading_shows_every_cell(capsys):
    """Rows, columns, codes, amounts and lines can be compared with the document."""
    code, out, _ = call(capsys, "read", GOOD, "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert data["schema"] == "govbudget/disclosure/1"
    table = data["documents"][0]["tables"][1]
    (side,) = table["sides"]
    assert [column["label"] for column in side["columns"]][:3] == ["总计", "合计", "小计"]
    row = side["rows"][1]
    assert (row["label"], row["code"], row["line"]) == ("社会保障和就业支出", "208", 41)
    assert row["cells"][0] == {"text": "5.95", "figure": "5.95万元", "reason": None}
    assert row["cells"][5] is None


def test_the_text_of_a_reading_is_aligned(capsys):
    """`read` shows each table with lines, codes, labels and cells; amounts of a column end at one position."""
    from govbudget.labels import width

    code, out, _ = call(capsys, "read", GOOD)
    assert code == 0
    lines = out.splitlines()
    start = next(i for i, line in enumerate(lines) if "部门支出总体情况表" in line)
    rows = [line for line in lines[start + 3 : start + 20] if line.endswith(".95") or "131.40" in line]
    assert "第 41 行" in out
    places = {width(line[: line.index("5.95") + 4]) for line in rows if "5.95" in line}
    assert len(places) == 1


def test_the_text_report_speaks_both_languages(capsys):
    """The summary, the findings and the undecided are there in Chinese and in English."""
    zh = call(capsys, "check", BAD)[1]
    assert "共 1048 项关系：相符 984" in zh
    assert "不符 26 处（错误 22，警告 3，提示 1）" in zh
    assert "[错误] SUM-001 横向合计" in zh
    assert "无法判断 36 处" in zh
    en = call(capsys, "check", BAD, "--lang", "en")[1]
    assert "1048 relations: 984 hold exactly" in en
    assert "findings: 26 (errors 22, warnings 3, hints 1)" in en
    assert "[error] SUM-001 sums across the columns" in en
    assert "undecided: 36" in en


def test_no_findings_never_reads_as_checked(capsys, tmp_path):
    """A document with nothing to check says so instead of saying that nothing was found."""
    path = tmp_path / "flat.txt"
    path.write_text("2022 年部门支出预算表\n单位：万元\n合计 7.00 3.00\n", "utf-8")
    code, out, _ = call(capsys, "check", str(path))
    assert code == 0
    assert "没有可以核对的关系：不能说明文件没有错误。" in out
    assert "未能读取的内容 1 处" in out


def test_a_folder_stands_for_its_files(capsys, tmp_path):
    """Text, Markdown, TSV and CSV files of a folder are checked in order; a folder without any is refused."""
    (tmp_path / "sub").mkdir()
    for name in ("b.md", "sub/a.txt"):
        (tmp_path / name).write_text(Path(GOOD).read_text("utf-8"), "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    code, out, _ = call(capsys, "check", str(tmp_path), "--format", "json")
    assert code == 0
    assert [Path(one["source"]).name for one in json.loads(out)["documents"]] == ["b.md", "a.txt"]
    (tmp_path / "empty").mkdir()
    assert call(capsys, "check", str(tmp_path / "empty"))[0] == 2


def test_other_encodings_are_told_apart_or_named(capsys, tmp_path):
    """GB18030 is recognised; another encoding can be named."""
    text = Path(GOOD).read_text("utf-8")
    for name, encoding in (("gb.txt", "gb18030"), ("wide.txt", "utf-32")):
        (tmp_path / name).write_bytes(text.encode(encoding))
    assert call(capsys, "check", str(tmp_path / "gb.txt"))[0] == 0
    assert call(capsys, "check", str(tmp_path / "wide.txt"))[0] == 2
    assert call(capsys, "check", str(tmp_path / "wide.txt"), "--encoding", "utf-32")[0] == 0


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        return True


def test_progress_is_one_line_on_a_terminal_and_only_there(capsys, monkeypatch):
    """Many files on a terminal keep one line up to date; a pipe and a single file get none."""
    assert call(capsys, "check", GOOD, GOOD)[2] == ""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    main(["check", GOOD, GOOD])
    assert stream.getvalue().split("\r\x1b[K") == ["", f"[1/2] {GOOD}", f"[2/2] {GOOD}", ""]
    stream.truncate(0)
    main(["check", GOOD])
    assert "[1/1]" not in stream.getvalue()


def test_several_documents_are_set_apart(capsys):
    """A line of its own separates the reports of several files."""
    out = call(capsys, "check", GOOD, GOOD)[1]
    assert out.count("─" * 72) == 1


def test_python_m_and_a_closed_pipe(tmp_path):
    """`python -m govbudget` works, and a reader that goes away early causes no traceback."""
    command = [sys.executable, "-m", "govbudget", "check", BAD]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "\\u" in done.stdout
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_broken_pipe_ends_quietly(monkeypatch, tmp_path):
    """When nobody reads the output any more the command stops without a word."""
    from govbudget import cli

    def gone(options):
        raise BrokenPipeError

    redirected = []
    monkeypatch.setattr(cli, "_check", gone)
    monkeypatch.setattr(cli.os, "dup2", lambda *handles: redirected.append(handles))
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main(["check", GOOD]) == 0
    assert len(redirected) == 1


def test_official_charts_and_the_year_can_be_given(capsys, tmp_path):
    """A complete chart turns unknown codes into errors; one that cannot be used is refused in one line."""
    budget, chart = tmp_path / "a.txt", tmp_path / "2021.csv"
    budget.write_text(
        "部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\n2109876\t某某事务\t1.00\n", "utf-8"
    )
    chart.write_text("code,name\n210,卫生健康支出\n", "utf-8")
    assert call(capsys, "check", str(budget), "--year", "2021")[0] == 0
    code, out, _ = call(capsys, "check", str(budget), "--year", "2021", "--chart", f"functional={chart}")
    assert code == 1
    assert "不在该年度的完整科目表中" in out
    for arguments, remedy in (
        (["--chart", f"functional={chart}"], "2021.csv：不知道预算年度；请用 --year 给出"),
        (["--chart", f"functional={chart}", "--lang", "en"], "give it with --year"),
        (["--year", "2021", "--chart", str(chart)], "请写作 科目分类=文件"),
        (["--year", "2021", "--chart", str(chart), "--lang=en"], "give CLASSIFICATION=FILE"),
        (["--year", "2020", "--chart", "function=a.csv"], "没有科目分类 'function'；请给出 revenue"),
        (["--year", "2020", "--chart", "functional=no.csv"], "no.csv：没有这个文件；请核对路径"),
    ):
        code, out, err = call(capsys, "check", str(budget), *arguments)
        assert code == 2
        assert remedy in err
        assert err.count("\n") == 1


def test_the_module_is_the_command(monkeypatch, capsys):
    """`python -m govbudget` runs the command and exits with its code."""
    monkeypatch.setattr(sys, "argv", ["govbudget", "check", GOOD])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("govbudget", run_name="__main__")
    assert stopped.value.code == 0
    assert "632" in capsys.readouterr().out


def test_a_full_disk_is_said_in_one_line(monkeypatch, capsys, tmp_path):
    """When the output cannot be written the command says so and exits with 2."""
    from govbudget import cli

    def full(options):
        raise OSError(28, "No space left on device")

    redirected = []
    monkeypatch.setattr(cli, "_check", full)
    monkeypatch.setattr(cli.os, "dup2", lambda *handles: redirected.append(handles))
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert main(["check", GOOD]) == 2
    assert len(redirected) == 1
    assert capsys.readouterr().err == "govbudget: 输出：不能使用（No space left on device）\n"


def test_selections_that_leave_no_rule_are_refused(capsys):
    """Checking nothing would look like a clean document."""
    code, out, err = call(capsys, "check", GOOD, "--select", "SUM-001", "--ignore", "SUM-001")
    assert (code, out) == (2, "")
    assert "规则" in err or "no rule is left" in err
    assert err.count("\n") == 1


def test_a_path_that_is_too_long_is_named(capsys):
    """The complaint is about the path, not about the output."""
    path = "a" * 5000
    code, out, err = call(capsys, "check", path)
    assert (code, out) == (2, "")
    assert err.startswith(f"govbudget: {path}")
    assert err.count("\n") == 1


def test_an_empty_path_and_a_folder_called_like_a_document_are_no_files(capsys, tmp_path):
    """An empty argument does not stand for the current folder, nor a folder with a suffix for a document."""
    code, _, err = call(capsys, "check", "")
    assert code == 2
    assert err.count("\n") == 1
    (tmp_path / "old.txt").mkdir()
    (tmp_path / "old.txt" / "a.md").write_bytes(Path(GOOD).read_bytes())
    assert call(capsys, "check", str(tmp_path))[0] == 0


def test_documents_are_compared_with_each_other_on_demand(capsys, tmp_path):
    """With --together a further report speaks of all documents; without, each is checked by itself."""
    for name, year, head, row in (
        ("a.txt", 2021, "合计", "9"),
        ("b.txt", 2022, "上年预算数\t合计", "8\t10"),
    ):
        text = f"某局{year}年部门预算\n{year}年支出总表\n单位：万元\n\n科目编码\t科目名称\t{head}\n\t合计\t{row}\n"
        (tmp_path / name).write_text(text, "utf-8")
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert "TIE-102" not in call(capsys, "check", *paths)[1]
    code, out, _ = call(capsys, "check", "--together", *paths)
    assert code == 0
    assert "[警告] TIE-102" in out
    for lone in (paths[:1], [paths[0]] * 2):
        code, out, err = call(capsys, "check", "--together", *lone)
        assert (code, err.count("\n")) == (2, 1)
        assert "份文件" in err
        assert "document" in call(capsys, "check", "--together", "--lang", "en", *lone)[2]
        assert "TIE-102" not in out
    only = call(capsys, "check", "--together", "--select", "TIE-102", *paths)
    assert "[警告] TIE-102" in only[1]
    assert "TIE-102" not in call(capsys, "check", "--together", "--select", "DOC,SUM", *paths)[1]
    assert "TIE-102" not in call(capsys, "check", "--together", "--ignore", "DOC, tie-102,", *paths)[1]
    assert call(capsys, "check", "--select", "TIE-102", *paths)[0] == 2
    data = json.loads(call(capsys, "check", "--together", "--format", "json", *paths)[1])
    assert [len(document["tables"]) for document in data["documents"]] == [1, 1, 0]
