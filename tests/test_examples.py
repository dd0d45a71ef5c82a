"""The shipped examples do what they say, on any machine."""

import subprocess
import sys
from pathlib import Path

import pytest

import govbudget

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(*arguments):
    """The lines that an example script prints."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=EXAMPLES.parent
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "summary"), [("qinyang-2020", (629, 0, 3, 0, 252)), ("zhengzhou-2021", (984, 2, 26, 36, 109))]
)
def test_the_real_disclosures_have_their_golden_summaries(name, summary):
    """The transcribed disclosures give the counts that the documentation shows."""
    report = govbudget.check(govbudget.read_file(EXAMPLES / f"{name}.md"))
    assert tuple(report.summary.values()) == summary
    assert report.disclosure.unread == ()


def test_check_file_prints_findings_and_counts():
    """The script for files prints every finding with its place, its cause, and the counts."""
    lines = run("examples/check_file.py", "examples/zhengzhou-2021.md")
    assert lines[0].startswith(
        "error SUM-001 部门支出总体情况表, line 65: '2101301 城乡医疗救助 · 合计' prints 12,000,000元"
    )
    assert "one column too far left" in lines[1]
    assert [line.split() for line in lines[-5:]] == [
        ["passed:", "984"],
        ["rounding:", "2"],
        ["failed:", "26"],
        ["undecided:", "36"],
        ["not_applicable:", "109"],
    ]


def test_check_rows_tells_the_right_table_from_the_misread_one():
    """The script for rows finds the one changed digit."""
    assert run("examples/check_rows.py") == [
        "{'passed': 3}",
        "{'passed': 2, 'failed': 1}",
        "    “共计 · 2021年“三公”经费预算数”印为 3.20万元，而各分项之和为 2.70万元，相差 0.50万元",
    ]


def test_check_records_takes_at_most_ten_lines_to_build_a_disclosure():
    """The script for records checks its relations, and its tables are built in at most ten lines."""
    assert run("examples/check_records.py") == ["{'passed': 22, 'not_applicable': 1}"]
    text = (EXAMPLES / "check_records.py").read_text("utf-8")
    start, end = text.index("records = ["), text.index("report = ")
    assert text[start:end].count("\n") <= 10


def test_no_personal_data_is_shipped():
    """Nothing in the examples looks like a telephone number."""
    for path in EXAMPLES.iterdir():
        if path.is_file():
            digits = "".join(
                char if char.isdigit() else " " for char in path.read_text("utf-8").replace(",", "")
            )
            assert not any(len(run) == 11 and run.startswith("1") for run in digits.split()), path


def test_check_file_refuses_what_it_cannot_read_in_one_line():
    """A missing file is named with what to do, and without a file the script says how it is called."""
    for given, said in (
        (["none.md"], "none.md: there is no such file; check the path"),
        ([], "Usage: python"),
    ):
        done = subprocess.run(
            [sys.executable, EXAMPLES / "check_file.py", *given],
            capture_output=True,
            encoding="utf-8",
            cwd=EXAMPLES,
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
