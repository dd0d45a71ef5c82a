"""The words by which a text shows how it was made, from `data/lapses.toml`."""

from __future__ import annotations

import functools
import re

from govbudget.vocabulary._loading import load


@functools.cache
def lapse_words() -> dict[str, re.Pattern[str]]:
    """Return the patterns by name, loaded from the package's data on first use."""
    return {name: re.compile(pattern) for name, pattern in load("lapses.toml")["words"].items()}
