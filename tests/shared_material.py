"""Where the real documents are, if they are beside the checkout; tests that need them skip where they are not."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(),
    reason="the real documents (../shared/seeds) are not beside this checkout",
)


def seed(name):
    """The path of one of the five seed documents."""
    return SHARED / "seeds" / f"{name}.txt"
