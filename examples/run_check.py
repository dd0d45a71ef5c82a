"""What the scripts for files share: read a file, check it, print the report, and return the exit code."""

import sys
from collections.abc import Callable

import govbudget
from govbudget.reports import report_text


def run(read: Callable[[str], govbudget.Disclosure], path: str) -> int:
    """Return 0 if nothing failed, 1 if some finding is an error, and 2, with one line, if the file cannot be read.

    Args:
        read: Reads the file.
        path: The file.
    """
    try:
        disclosure = read(path)
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the library that opens it
        message = " ".join(str(error).split()) or repr(error)
        print(message if path in message else f"{path}: {message}", file=sys.stderr)
        return 2
    report = govbudget.check(disclosure)
    print(report_text(report))
    return int(report.has_errors)
