"""How failures of the rules between tables are reported, by language."""

MESSAGE = {
    "zh": "《{table}》{place}印为 {reported}，而《{other_table}》相应为 {expected}，相差 {difference}",
    "en": "{table}: {place} prints {reported}, but {other_table} has {expected} for the same, a difference of {difference}",
}
EXCEEDS = {
    "zh": "《{table}》{place}印为 {reported}，而《{other_table}》中其所含部分为 {expected}，超出 {difference}",
    "en": "{table}: {place} prints {reported}, but {other_table} has {expected} for a part of it, an excess of {difference}",
}
AGENCY = {
    "zh": "《{table}》{place}印为 {reported}，机关运行经费为 {expected}，多 {difference}：机关运行经费的口径因年度、地区而异，此处似不止公用经费",
    "en": "{table}: {place} prints {reported}, agency operating funds are {expected}, {difference} more: their definition "
    "differs by year and region, and here it seems to include more than operating expenditure",
}
EMPTY = {
    "zh": "《{table}》{place}印为 {reported}，而该项资金的预算表为空表",
    "en": "{table}: {place} prints {reported}, but the tables of this fund are empty",
}
