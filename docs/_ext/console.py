"""The directive {console}: shell examples whose commands are run while the documentation is built.

The body is what a reader would see: "$ " before a command, then its output. "…" stands for any text, so that long output
can be cut. If a command prints something else, or ends with another exit code than `:exit:` says, the build reports it.
"""

# ruff: noqa: INP001 - extensions of the documentation are no package

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parents[2]
_ELLIPSIS = re.compile(r"[ \n]*…")


class Console(SphinxDirective):
    """A shell example, shown as written and compared with what its commands really print."""

    has_content = True
    option_spec: ClassVar[Any] = {"exit": directives.nonnegative_int}

    def run(self) -> list[nodes.Node]:
        """Run the commands and return the example as a literal block."""
        for command, wanted in _examples(list(self.content)):
            code, printed = _printed(command)
            if not _matches(wanted, printed):
                self.report_difference(f"`{command}` printed something else:\n{printed}")
            if code != self.options.get("exit", 0):
                self.report_difference(f"`{command}` ended with exit code {code}")
        text = "\n".join(self.content)
        block = nodes.literal_block(text, text, language="console")
        self.set_source_info(block)
        return [block]

    def report_difference(self, message: str) -> None:
        """Report an example that is not true; with -W it ends the build."""
        self.state_machine.reporter.warning(message, line=self.lineno)


def _examples(lines: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [(command, "\n".join(output).strip("\n")) for command, output in found]


def _printed(command: str) -> tuple[int, str]:
    words = shlex.split(command)
    python = [sys.executable, "-X", "utf8"]
    words = [*python, "-m", *words] if words[0] == "govbudget" else [*python, *words[1:]]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    return done.returncode, (done.stdout + done.stderr).strip("\n")


def _matches(wanted: str, printed: str) -> bool:
    """Compare line by line without blanks at the ends; an ellipsis also takes the line breaks before it."""
    trimmed = ["\n".join(line.rstrip() for line in text.split("\n")) for text in (wanted, printed)]
    pattern = ".*?".join(map(re.escape, _ELLIPSIS.split(trimmed[0])))
    return re.fullmatch(pattern, trimmed[1], re.DOTALL) is not None


def setup(app: Any) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("console", Console)
    return {"parallel_read_safe": True}
