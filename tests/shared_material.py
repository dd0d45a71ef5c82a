"""Where the real documents are, if they are beside the checkout; tests that need them skip where they are not."""

import re
from pathlib import Path

import pytest
from attrs import evolve

import govbudget

SHARED = Path(__file__).parents[2] / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(),
    reason="the real documents (../shared/seeds) are not beside this checkout",
)


def seed(name):
    """The path of one of the five seed documents."""
    return SHARED / "seeds" / f"{name}.txt"


CORPUS = sorted(path.name for path in (SHARED / "corpus").glob("*_budget*") if path.is_dir())


def corpus(name):
    """One of the further documents: its tables one after the other, as text, with a line of text between them."""
    folder = SHARED / "corpus" / name
    lines = []
    for listed in (folder / "tables.tsv").read_text("utf-8").splitlines()[1:]:
        file, *_, unit, title, _ = listed.split("\t")
        rows = (folder / "tables" / file).read_text("utf-8").rstrip("\n")
        lines += ["。", title, f"单位：{unit}" if unit else "", rows]
    found = govbudget.read_text("\n".join(lines), name)
    year = int(re.search(r"20\d\d", name)[0])
    return evolve(found, entity=name.split("_20")[0], year=year)
