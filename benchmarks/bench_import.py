"""What `import govbudget` costs, as a ratio to `import attrs` in fresh interpreters of the same run.

Run: python benchmarks/bench_import.py

The front door loads a module when one of its names is first used, so three costs are shown: the bare import, the import of
everything that a check needs, and attrs alone.
"""

from __future__ import annotations

import subprocess
import sys

ATTEMPTS = 9
CASES = {
    "import attrs": "import attrs",
    "import govbudget": "import govbudget",
    "import govbudget, all names": "import govbudget; [getattr(govbudget, name) for name in govbudget.__all__]",
}


def seconds(code: str) -> float:
    """Return the shortest time of some fresh interpreters for a piece of code."""
    timed = f"import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
    runs = (subprocess.check_output([sys.executable, "-c", timed]) for _ in range(ATTEMPTS))
    return min(map(float, runs))


def main() -> None:
    """Measure and print."""
    times = {name: seconds(code) for name, code in CASES.items()}
    for name, time in times.items():
        print(f"{name:<30}{time * 1e3:8.1f} ms{time / times['import attrs']:8.2f} × attrs")


if __name__ == "__main__":
    main()
