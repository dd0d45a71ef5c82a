"""How much work a call does, counted instead of timed: the same on every machine, however busy it is."""

import sys


def calls_of(work):
    """Return how many functions of Python a call enters."""
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
