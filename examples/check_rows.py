"""Check rows that another extractor returned: here a list of lists, as pdfplumber's extract_tables() gives.

The figures are those of a real disclosure (南阳市医疗保障局 2021 年“三公”经费), with one digit changed in the second table.
"""

import govbudget

PUBLISHED = [
    ["项 目", "2021年“三公”经费预算数"],
    ["共计", "3.20"],
    ["1、因公出国（境）费用", "0.00"],
    ["2、公务接待费", "0.80"],
    ["3、公务用车费", "2.40"],
    ["其中：（1）公务用车运行维护费", "2.40"],
    ["（2）公务用车购置", "0.00"],
]
MISREAD = [[label, value.replace("0.80", "0.30")] for label, value in PUBLISHED]

for rows in (PUBLISHED, MISREAD):
    table = govbudget.read_rows(rows, title="一般公共预算“三公”经费支出情况表", unit="万元")
    report = govbudget.check(table)
    counts = {outcome.value: count for outcome, count in report.summary.items() if count}
    print(counts)
    for finding in report.findings:
        print("   ", finding.message["zh"])
