"""Configuration of the documentation; everything it shows is executed while it is built."""

import importlib
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

project = "govbudget"
author = "the govbudget developers"
copyright = author
release = version = importlib.import_module("govbudget").__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "chart_pages",
    "target_pages",
    "console",
    "rule_pages",
]
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = "govbudget"

default_role = "code"
smartquotes = False  # commands and messages are shown as printed

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False

doctest_test_doctest_blocks = ""  # docstrings are run by pytest; here only {doctest} fences are
doctest_global_setup = f"import os\nos.chdir({str(HERE.parent)!r})"

PUBLIC = (
    "amounts",
    "percentages",
    "intervals",
    "locations",
    "relations",
    "disclosures",
    "disclosures.forms",
    "disclosures.narrative",
    "targets",
    "reading",
    "rules",
    "checking",
    "diagnosis",
    "serialization",
    "reports",
    "exceptions",
    "vocabulary",
    "subjects",
    "validators",
    "harvesting",
)

nitpick_ignore = [
    ("py:class", "govbudget.relations._relations._Nothing"),  # a private member of a public union
    ("py:class", "govbudget.disclosures._tables.Heading"),  # a type variable
    ("py:class", "govbudget.exactjson.Member"),  # type variables
    ("py:class", "govbudget.exactjson.Value"),
]
nitpick_ignore_regex = [
    # there is no inventory of the standard library, of attrs and of cattrs to look these up in
    (r"py:.*", r"c?attrs?\..*"),
    (r"py:.*", r"(collections|decimal|enum|fractions|os|pathlib|re|typing|abc)\..*"),
    (r"py:.*", r"Any|Callable|Counter|Decimal|Fraction|Iterable|Iterator|Literal|Mapping|Sequence"),
    (r"py:.*", r"ZeroDivisionError|Generic|TypeVar"),
]


def _homes() -> dict[str, str]:
    """Return the full public name of every public class, function and value by its own name."""
    found: dict[str, str] = {}
    for name in PUBLIC:
        module = importlib.import_module(f"govbudget.{name}")
        own = [
            key for key, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__
        ]
        found |= {key: f"govbudget.{name}.{key}" for key in getattr(module, "__all__", own)}
    return found


def _resolve(app: Any, env: Any, node: Any, contnode: Any) -> Any:
    """Find what annotations and texts call by a bare name, or by the private module that defines it."""
    target = node.get("reftarget", "")
    path = HOMES.get(target.rpartition(".")[2]) if node.get("refdomain") == "py" else None
    if path is None or path == target:
        return None
    found = env.get_domain("py").resolve_any_xref(env, node["refdoc"], app.builder, path, node, contnode)
    return found[0][1] if found else None


def _keep_first_line(_app: Any, what: str, _name: str, _obj: Any, _options: Any, lines: list[str]) -> None:
    """Keep napoleon from taking "All terms: the total first" for a type and a description."""
    if what in ("attribute", "property", "data"):
        lines[:1] = [f": {line}" for line in lines[:1]]  # an empty type


HOMES = _homes()


def setup(app: Any) -> None:
    """Register the resolver of names, and the guard of first lines before napoleon reads them."""
    app.connect("autodoc-process-docstring", _keep_first_line, priority=400)
    app.connect("missing-reference", _resolve)
