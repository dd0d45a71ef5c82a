"""The words of reasons, from `data/reasons.toml`."""

from __future__ import annotations

import functools
import re

from govbudget.vocabulary._loading import load


@functools.cache
def reason_words() -> dict[str, re.Pattern[str]]:
    """Return the patterns by name, loaded from the package's data on first use."""
    return {name: re.compile(pattern) for name, pattern in load("reasons.toml")["words"].items()}
