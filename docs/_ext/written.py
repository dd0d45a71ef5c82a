"""Writes generated pages, touching only those that changed, so that only these are built again."""

# ruff: noqa: INP001 - extensions of the documentation are no package

from pathlib import Path


def write(folder: Path, pages: dict[str, str]) -> None:
    """Make a folder hold these pages and no others.

    Args:
        folder: The folder; everything in it is generated.
        pages: Texts by file name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
