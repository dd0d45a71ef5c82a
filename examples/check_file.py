"""Check a file with tables: print what cannot be true, and how much was checked.

Usage: python examples/check_file.py examples/zhengzhou-2021.md
"""

import sys

import govbudget

if len(sys.argv) != 2:
    print(__doc__, file=sys.stderr)
    sys.exit(2)
try:
    disclosure = govbudget.read_file(sys.argv[1])
except govbudget.GovBudgetError as error:
    print(error, file=sys.stderr)
    sys.exit(2)
report = govbudget.check(disclosure)

for finding in report.findings:
    place = finding.locations[0]
    print(
        f"{finding.severity.value} {finding.rule.id} {place.table}, line {place.line}: {finding.message['en']}"
    )
    if finding.cause:
        print(f"    {finding.cause.message['en']}")

for outcome, count in report.summary.items():
    print(f"{outcome.value:>15}: {count}")
