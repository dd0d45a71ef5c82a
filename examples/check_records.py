"""Check figures that come from a database: plain records instead of a table's layout."""

import govbudget

records = [
    {"name": "合计", "合计": "9.30", "基本支出": "7.20", "项目支出": "2.10"},
    {"code": "208", "name": "社会保障和就业支出", "合计": "5.95", "基本支出": "5.95"},
    {"code": "20805", "name": "行政事业单位养老支出", "合计": "5.95", "基本支出": "5.95"},
    {"code": "210", "name": "卫生健康支出", "合计": "3.35", "基本支出": "1.25", "项目支出": "2.10"},
]
table = govbudget.read_records(records, title="部门支出总体情况表", unit="万元")
report = govbudget.check(govbudget.Disclosure([table], entity="示例单位", year=2021))

print({outcome.value: count for outcome, count in report.summary.items() if count})
for finding in report.findings:
    print(finding.message["zh"])
