"""The arguments of the command line, and what is said of a call that cannot be understood, in one line and two languages."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

from govbudget._version import __version__
from govbudget.exceptions import Notice
from govbudget.intervals import Rounding

_REMEDY = Notice("全部参数见 govbudget {command}--help", "see govbudget {command}--help for all arguments")
_WRONG = (
    (r"unrecognized arguments: (.*)", "没有这样的参数：{}"),
    (r"the following arguments are required: PATH", "没有给出文件或文件夹"),
    (r"the following arguments are required: command", "没有给出命令 check 或 read"),
    (r"argument command: invalid choice: (.*?) \(choose from (.*)\)", "没有命令 {}，可用的是 {}"),
    (r"argument (\S+): invalid choice: (.*?) \(choose from (.*)\)", "参数 {} 没有 {} 这一选项，可用的是 {}"),
    (r"argument (\S+): invalid int value: (.*)", "参数 {} 的值 {} 不是整数"),
    (r"argument (\S+): expected one argument", "参数 {} 后没有给出值"),
    (r"argument (\S+): ignored explicit argument (.*)", "参数 {} 不带值，而给出了 {}"),
    (r"ambiguous option: (\S+) could match (.*)", "参数 {} 不明确，可能是 {}"),
)
"""What the standard library says of a wrong call, and the same in Chinese."""


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a call, in the language that was asked for."""

    lang = "zh"

    def error(self, message: str) -> NoReturn:
        """End the process with code 2.

        Args:
            message: What is wrong, in English.
        """
        wrong = Notice(_in_chinese(message), message).say(self.lang)
        command = "".join(f"{word} " for word in self.prog.split()[1:])
        remedy = _REMEDY.say(self.lang).format(command=command)
        told = f"{wrong}；{remedy}" if self.lang == "zh" else f"{wrong}; {remedy}"
        self.exit(2, f"govbudget: {' '.join(told.split())}\n")


def _in_chinese(message: str) -> str:
    for pattern, told in _WRONG:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            return told.format(*match.groups())
    return f"不能这样调用（{message}）"


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options of a call; a call that cannot be understood ends the process with code 2.

    Args:
        arguments: The arguments, those of the process if not given.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    return _parser(_language(given)).parse_args(given)


def _language(arguments: list[str]) -> str:
    """Return the language that a call asks for, before it is known whether the call can be understood."""
    is_english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    return "en" if is_english else "zh"


def _parser(lang: str) -> _Parser:
    parser = _Parser(
        prog="govbudget", description="Check published Chinese government department budgets (部门预算公开)."
    )
    parser.lang = lang
    parser.add_argument("--version", action="version", version=f"govbudget {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    checked = "check files: which sums hold, which cannot be true, what is undecided"
    checking = commands.add_parser("check", help=checked)
    checking.add_argument(
        "--select",
        action="append",
        metavar="RULE",
        help="only these rules or families, such as TIE,DOC-001; may be repeated",
    )
    checking.add_argument(
        "--ignore", action="append", metavar="RULE", help="not these rules or families; may be repeated"
    )
    checking.add_argument(
        "--rounding",
        choices=[mode.value for mode in Rounding],
        default="half-up",
        help="how the documents round",
    )
    checking.add_argument("--year", type=int, help="the budget year of documents that do not say it")
    checking.add_argument(
        "--chart",
        action="append",
        default=[],
        metavar="CLASSIFICATION=FILE",
        help="a complete official chart of the budget year, such as functional=2021.csv; may be repeated",
    )
    together = "also compare the documents with each other: years, final accounts, units of a department"
    checking.add_argument("--together", action="store_true", help=together)
    reading = commands.add_parser("read", help="show what was read, to compare it with the document")
    for command in (checking, reading):
        command.lang = lang
        _add_shared(command)
    return parser


def _add_shared(command: argparse.ArgumentParser) -> None:
    """The arguments that both commands have."""
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="text, Markdown, TSV, CSV or JSON files, or folders of them"
    )
    command.add_argument(
        "--explain-reading",
        action="store_true",
        help="tell how every table was read: what was resolved, on what evidence, and what was left unread",
    )
    tables = "take the TSV and CSV files of a folder for the tables of one document"
    command.add_argument("--tables", action="store_true", help=tables)
    command.add_argument("--format", choices=["text", "json"], default="text")
    command.add_argument("--lang", choices=["zh", "en"], default="zh", help="language of the text")
    command.add_argument("--encoding", help="the files' encoding, if it is not UTF-8, UTF-16 or GB18030")
