"""What the scripts for files share: read a file, check it, print the report, and return the exit code."""

import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import govbudget
from govbudget.reports import report_text


def main(read: Callable[[str], govbudget.Disclosure], usage: str | None) -> int:
    """Check the file that the command line names; without one print how to call the script, and return 2.

    Args:
        read: Reads the file.
        usage: How to call the script.
    """
    if len(sys.argv) == 2:
        return run(read, sys.argv[1])
    print(usage, file=sys.stderr)
    return 2


def run(read: Callable[[str], govbudget.Disclosure], path: str) -> int:
    """Return 0 if nothing failed, 1 if some finding is an error, and 2, with one line, if the file cannot be read.

    Args:
        read: Reads the file.
        path: The file.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # of the libraries, about what does not matter here
            disclosure = read(path)
    except govbudget.GovBudgetError as error:
        print(error if path in str(error) else f"{path}: {error}", file=sys.stderr)
        return 2
    except Exception as error:  # noqa: BLE001 - a damaged file may fail anywhere in the library that opens it
        print(f"{path}: {damage(path)} ({' '.join(repr(error).split())})", file=sys.stderr)
        return 2
    report = govbudget.check(disclosure)
    print(report_text(report))
    return int(report.has_errors)


def damage(path: str) -> str:
    """Say what is wrong with a file that could not be opened, and what to do."""
    if Path(path).is_dir():
        return "this is a folder; give a file in it"
    if not Path(path).exists():
        return "there is no such file; check the path"
    try:
        head = Path(path).read_bytes()[:4]
    except OSError:
        return "the file may not be read; check the permission to read it"
    if not head:
        return "the file is empty; fetch it again"
    if head == b"\xd0\xcf\x11\xe0":
        return "an old Office file, or one with a password; save it as .xlsx or .docx, without a password"
    return "the file is damaged or of another kind; open it in its own program, and save it anew without a password"
