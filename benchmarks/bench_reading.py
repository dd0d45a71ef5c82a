"""Costs of reading one made-up table in every way it may come, each as a ratio to a plain reader in the same run.

Run: python benchmarks/bench_reading.py

The plain reader splits tab-separated lines and makes a Decimal of every number: what a script without this library would do.
Printed for tables of 100 and 500 rows, as multiples of the plain reader, with the figures that were placed of those that are printed:
  borders      tab-separated text
  rows         the same rows from an extractor, by `read_tables`, as pages of 40 rows without headings
  flattened    text that lost the borders and the blank cells; every section has a subtotal
"""

from __future__ import annotations

from decimal import Decimal

from bench_check import best

import govbudget

TITLE = "2021年部门支出总体情况表"
UNIT = "单位：元"
HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
PAGE = 40


def budget(count: int) -> list[list[str]]:
    """Make the rows of a consistent table: a total, and sections of nine items."""
    rows, total = [], [0, 0, 0]
    for number in range(count // 10):
        section, below = [0, 0, 0], []
        for item in range(1, 10):
            basic = (number * 7919 + item * 104_729) % 999_983 + 1 if item % 3 else 0
            project = (number * 15_485 + item * 32_452) % 899_981 + 1 if item % 3 != 1 else 0
            amounts = [basic + project, basic, project]
            section = [one + more for one, more in zip(section, amounts, strict=True)]
            below.append(
                [
                    f"{201 + number}01{item:02}",
                    f"事项{'甲乙丙丁戊己庚辛壬'[item - 1]}",
                    *map(printed, amounts),
                ]
            )
        total = [one + more for one, more in zip(total, section, strict=True)]
        rows += [[f"{201 + number}01", "事务", *map(printed, section)], *below]
    return [["", "合计", *map(printed, total)], *rows]


def printed(cents: int) -> str:
    """Write an amount as tables print it; nothing is blank."""
    return f"{cents // 100}.{cents % 100:02}" if cents else ""


def plain(text: str) -> int:
    """Count the numbers that a script finds by splitting lines."""
    count = 0
    for line in text.splitlines()[3:]:
        for cell in line.split("\t")[2:]:
            if cell:
                Decimal(cell)
                count += 1
    return count


def main() -> None:
    """Measure tables of two sizes."""
    print(f"{'rows':>6} {'plain':>9} {'borders':>16} {'rows':>16} {'flattened':>16}")
    for size in (100, 500):
        rows = budget(size)
        bordered = "\n".join([TITLE, UNIT, *("\t".join(row) for row in [HEAD, *rows])])
        flattened = "\n".join([TITLE, UNIT, " ".join(HEAD), *(" ".join(filter(None, row)) for row in rows)])
        pages = [[HEAD, *rows[:PAGE]], *(rows[i : i + PAGE] for i in range(PAGE, len(rows), PAGE))]
        tables = [govbudget.ExtractedTable(page, TITLE if page[0] is HEAD else None, "元") for page in pages]
        base, count = best(lambda text=bordered: plain(text)), plain(bordered)
        shown = []
        for work in (
            lambda text=bordered: govbudget.read_text(text),
            lambda given=tables: govbudget.read_tables(given),
            lambda text=flattened: govbudget.read_text(text),
        ):
            placed = sum(1 for table in work().tables for _ in table.cells())
            shown.append(f"{best(work) / base:.0f}× {placed}/{count}")
        print(f"{size:>6} {base * 1e3:>6.2f} ms {shown[0]:>16} {shown[1]:>16} {shown[2]:>16}")


if __name__ == "__main__":
    main()
