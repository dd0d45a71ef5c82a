"""Writes the grammar of target values from the docstrings of the parser, and its vocabulary from the data of the package."""

# ruff: noqa: INP001 - extensions of the documentation are no package

import ast
import re
from pathlib import Path
from typing import Any

from written import write

import govbudget.targets
from govbudget.targets._lexicon import lexicon
from govbudget.targets._units import unit_vocabulary

_PRODUCTION = re.compile(r"^[a-z][a-z ]* = .+?;$", re.MULTILINE)
_ORDER = ("_parser", "_qualities", "_bounds", "_dates", "_measures", "_numbers")


def write_pages(app: Any) -> None:
    """Write `reference/targets/`: the grammar and the vocabulary."""
    pages = {"grammar.md": _grammar(), "vocabulary.md": _vocabulary(), "index.md": _index()}
    write(Path(app.srcdir) / "reference" / "targets", pages)


def productions() -> list[str]:
    """Return all productions in the order of the modules, each once."""
    folder = Path(govbudget.targets.__file__).parent
    found = []
    for name in _ORDER:
        for node in ast.walk(ast.parse((folder / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                found += _PRODUCTION.findall(ast.get_docstring(node) or "")
    return list(dict.fromkeys(found))


def _grammar() -> str:
    lines = "\n".join(productions())
    return f"""# The grammar of target values

Every production stands in the docstring of the function that parses it; this page is made of them. `[x]` is optional, `{{x}}` is
repeated, `|` separates alternatives. Blanks may stand between any two parts; full-width forms are read as ASCII; marks around the
whole text (`。`, quotation marks) mean nothing.

```text
{lines}
```

The words of an `operator`, of `after`, of scales and qualities, and the units are on the page of the [vocabulary](vocabulary.md).
"""


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _vocabulary() -> str:
    words, units = lexicon(), unit_vocabulary()
    by_operator: dict[str, list[str]] = {}
    for word, operator in words.operators.items():
        by_operator.setdefault(f"{operator.value} before the number", []).append(word)
    for word, operator in words.after.items():
        by_operator.setdefault(f"{operator.value} after the number", []).append(word)
    for word, operator in words.after_date.items():
        by_operator.setdefault(f"{operator.value} after a date", []).append(word)
    aliases: dict[str, list[str]] = {}
    for word, unit in units.units.items():
        if unit in units.canonical and word != unit.word:
            aliases.setdefault(unit.word, []).append(word)
    scales: dict[str, list[str]] = {}
    for word, level in words.levels.items():
        scales.setdefault(level.scale, []).append(f"{word} ({level.rank})")
    return "\n".join(
        [
            "# The vocabulary of target values\n",
            "## Comparisons\n",
            _row("operator", "words"),
            _row("---", "---"),
            *(_row(name, " ".join(f"`{word}`" for word in found)) for name, found in by_operator.items()),
            "\n## Scales, worst first\n",
            _row("scale", "words and ranks"),
            _row("---", "---"),
            *(_row(name, "、".join(found)) for name, found in scales.items()),
            "\n## Units\n",
            "Only units of one dimension can be compared. 万, 亿 and the like may stand before any unit.\n",
            _row("unit", "dimension", "factor", "also written"),
            _row("---", "---", "---", "---"),
            *(
                _row(unit.word, unit.dimension, str(unit.factor), " ".join(aliases.get(unit.word, [])))
                for unit in units.canonical
            ),
            "",
        ]
    )


def _index() -> str:
    return """# Target values

- [The grammar](grammar.md), production by production.
- [The vocabulary](vocabulary.md): words of comparison, scales, units with their dimensions and factors.

```{toctree}
:hidden:

grammar
vocabulary
```
"""


def setup(app: Any) -> dict[str, Any]:
    """Write the pages before any page is read."""
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
