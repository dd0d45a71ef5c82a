"""The architecture is held by machine: floors, forbidden imports, no floats, sizes, one front door."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import govbudget
from govbudget import exceptions

SOURCE = Path(govbudget.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

# Every room stands on a floor; within a floor, the order of this list: a room imports only from rooms before it.
FLOORS = [
    (0, ["exceptions", "_version"]),
    (1, ["exactjson", "labels", "intervals", "locations", "amounts", "percentages"]),
    (2, ["vocabulary", "relations", "subjects", "targets"]),
    (3, ["disclosures", "coordinates", "validators"]),
    (4, ["rules", "reading"]),
    (5, ["diagnosis", "checking"]),
    (6, ["serialization", "reports"]),
    (7, ["files", "_arguments", "cli", "harvesting", "__main__", "__init__"]),
]
ORDER = {room: i for i, room in enumerate(room for _, rooms in FLOORS for room in rooms)}
STRANGERS = {
    ("reading", "rules"),
    ("rules", "reading"),
    ("vocabulary", "relations"),
    ("reports", "serialization"),
}


def room_of(path):
    """The room of a module: the first part of its path below the package."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path):
    """All modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_from_rooms_below(path):
    """No module imports from a room above its own, nor from a stranger on its floor."""
    room = room_of(path)
    for name in imports_of(path):
        if not name.startswith("govbudget"):
            continue
        other = [*name.split("."), "__init__"][1]
        if other != room:
            assert ORDER[other] < ORDER[room], f"{room} imports {other}"
            assert (room, other) not in STRANGERS, f"{room} imports its stranger {other}"


READING = [
    "pages",
    "tables",
    "forms",
    "narrative",
    "flat",
    "layout",
    "_flat_tables",
    "_documents",
    "_files",
    "extracted",
]


def test_the_parts_of_reading_stand_on_each_other():
    """Within reading, a part imports only from parts before it; only the front door imports from all."""
    places = {part: place for place, part in enumerate(READING)}
    seen = set()
    for path in (path for path in MODULES if room_of(path) == "reading"):
        part = path.relative_to(SOURCE / "reading").parts[0].removesuffix(".py")
        if part == "__init__":
            continue
        seen.add(part)
        for name in imports_of(path):
            if name.startswith("govbudget.reading."):
                other = name.split(".")[2]
                assert places[other] <= places[part], f"reading.{part} imports reading.{other}"
    assert seen == set(READING)


def test_rule_modules_do_not_import_each_other():
    """A family of rules knows the rule shape and nothing of other families."""
    families = [
        path
        for path in (SOURCE / "rules").glob("*.py")
        if path.stem != "standard" and not path.stem.startswith("_")
    ]
    assert families
    for path in families:
        inside = [name for name in imports_of(path) if name.startswith("govbudget.rules")]
        assert all(name.startswith("govbudget.rules._") for name in inside)


def test_only_known_packages_are_imported():
    """Beside the standard library only attrs, and cattrs on floor 6; no clock, no randomness, no environment."""
    for path in MODULES:
        outside = {name.split(".")[0] for name in imports_of(path)} - {"govbudget"}
        assert outside <= set(sys.stdlib_module_names) | {"attrs", "cattrs"}, path
        assert "cattrs" not in outside or room_of(path) == "serialization"
        assert not outside & {"time", "random", "locale"}, path
        assert not re.search(r"\b(?:today|now|utcnow)\(", path.read_text("utf-8")), path
        assert "os" not in outside or room_of(path) in {"cli", "files", "reading", "subjects"}


def test_there_is_no_floating_point():
    """No module calls float, annotates it or writes a literal with a decimal point: nor is there any tolerance."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not (isinstance(node, ast.Name) and node.id == "float"), path
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), path


def test_only_loaders_and_the_file_reader_open_files():
    """Package data is read by the vocabulary's loader, files by the file reader."""
    openers = {
        path.relative_to(SOURCE).as_posix()
        for path in MODULES
        if re.search(
            r"\bopen\(|read_text\(\"|read_bytes\(|importlib import resources", path.read_text("utf-8")
        )
    }
    assert openers <= {
        "vocabulary/_loading.py",
        "vocabulary/_topics.py",
        "subjects/_loading.py",
        "targets/_units.py",
        "reading/_files.py",
        "cli.py",
    }


def test_modules_and_functions_are_small():
    """Modules have at most 400 lines, functions at most 40 beside their docstring, `__init__` less than 60."""
    for path in MODULES:
        lines = path.read_text("utf-8").count("\n")
        assert lines <= (60 if path.name == "__init__.py" else 400), path
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                doc = ast.get_docstring(node, clean=False)
                size = node.end_lineno - node.lineno + 1 - (len(doc.splitlines()) if doc else 0)
                assert size <= 40, f"{path}:{node.lineno} {node.name}"


def test_every_error_speaks_both_languages():
    """Whatever the package raises on purpose gives its message in Chinese beside the English one."""
    family, made = {exceptions.GovBudgetError}, 0
    for path in MODULES:
        if path.stem != "__main__":
            parts = path.relative_to(SOURCE.parent).with_suffix("").parts
            importlib.import_module(".".join(parts).removesuffix(".__init__"))
    while below := {one for known in family for one in known.__subclasses__()} - family:
        family |= below
    names = {one.__name__ for one in family if one.__module__.startswith("govbudget")}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                made += 1
                told = next((word.value for word in node.keywords if word.arg == "zh"), None)
                texts = "".join(one.value for one in ast.walk(told) if _is_text(one)) if told else ""
                in_data = node.func.id == "TargetSyntaxError" or isinstance(told, ast.Name)
                place = f"{path.relative_to(SOURCE)}:{node.lineno} {node.func.id}"
                assert in_data or re.search("[一-龥：；]", texts), f"{place} has no Chinese message"
    assert made > 100


def _is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_the_front_door_is_what_its_stub_declares():
    """`__init__.pyi` declares exactly the names that the package gives, and each can be had."""
    stub = ast.parse((SOURCE / "__init__.pyi").read_text("utf-8"))
    declared = {alias.name for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert declared == set(govbudget.__all__) <= set(dir(govbudget))
    assert all(getattr(govbudget, name) is not None for name in govbudget.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Amonut'"):
        govbudget.Amonut  # noqa: B018


def test_importing_the_package_loads_neither_cattrs_nor_the_command_line():
    """`import govbudget`, even with everything used for a check, stays without cattrs and argparse."""
    code = (
        "import sys, govbudget; govbudget.check(govbudget.read_text('x\\t1')); "
        "print(sorted({'cattrs', 'argparse', 'hypothesis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
