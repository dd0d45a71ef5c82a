"""The target-value syntax, form by form: what is written, and its canonical text and kind."""

from decimal import Decimal

import pytest

from govbudget import UsageError
from govbudget.targets import (
    Direction,
    Operator,
    Period,
    TargetKind,
    TargetSyntaxError,
    Trend,
    expected_direction,
    indicator_names,
    parse_target,
)

NUMBERS = [
    ("≥95% 的", "≥95%"),
    ("大于等于80%", "≥80%"),
    ("80％及以上", "≥80%"),
    ("不低于百分之九十", "≥90%"),
    ("达到98%以上", "≥98%"),
    ("超过1000人次", ">1000人次"),
    ("控制在10%以内", "≤10%"),
    ("3个工作日内", "≤3个工作日"),
    ("24小时内响应", "≤24小时"),
    ("每年2次", "=2次/年"),
    ("每季度至少召开1次", "≥1次/季度"),
    ("2次/年", "=2次/年"),
    ("按季度", "=1次/季度"),
    ("每季度展开", "=1次/季度"),
    ("每月开展一次", "=1次/月"),
    ("每年不少于4次", "≥4次/年"),
    ("≤500元/人·天", "≤500元/人/天"),
    ("550元/人/天", "=550元/人/天"),
    ("每人每天不超过550元", "≤550元/天/人"),
    ("≤100元/人·月", "≤100元/人/月"),
    ("人均≤400元", "≤400元/人"),
    ("4000元每人每年", "=4000元/人/年"),
    ("每人4000元", "=4000元/人"),
    ("100元∕人", "=100元/人"),
    ("0.67元/人/年", "=0.67元/人/年"),
    ("每年参训率≥90%", "≥90%"),
    ("每年", "=1次/年"),
    ("10±2", "8～12"),
    ("10.5±0.25次", "10.25次～10.75次"),
    ("90%-95%", "90%～95%"),
    ("90-95%", "90%～95%"),
    ("3～5个", "3个～5个"),
    ("3到5次以内", "3次～5次"),
    ("大于3小于5", ">3且<5"),
    ("≥3且≤5个", "3个～5个"),
    ("≥90%，≤95%", "90%～95%"),
    ("90%≤X≤95%", "90%～95%"),
    ("5%<增长率≤10%", ">5%且≤10%"),
    ("[90%,95%]", "90%～95%"),
    ("(80%,100%]", ">80%且≤100%"),
    ("约200人", "≈200人"),
    ("200人左右", "≈200人"),
    ("控制在5%左右", "≈5%"),
    ("20余家", ">20家"),
    ("100余人次", ">100人次"),
    ("10万余人", ">100000人"),
    ("100以上种", "≥100种"),
    ("100个以上单病种", "≥100个"),
    ("三个月", "=3个月"),
    ("两年", "=2年"),
    ("半年", "=0.5年"),
    ("一百二十人", "=120人"),
    ("一万二千人", "=12000人"),
    ("三十五万元", "=350000元"),
    ("百分百", "=100%"),
    ("百分之九十五以上", "≥95%"),
    ("千分之三", "=3‰"),
    ("万分之五以内", "≤5‱"),
    ("12.5亿元", "=12.5亿元"),
    ("5千人", "=5千人"),
    ("35万", "=350000"),
    ("≥1,200人", "≥1200人"),
    ("10,000.00元", "=10000元"),
    ("≥９５％", "≥95%"),
    ("＞＝90％", "≥90%"),
    ("≧80%", "≥80%"),
    ("&ge;95%", "≥95%"),
    ("<p>≥95%</p>", "≥95%"),
    ("≥90％（含）", "≥90%"),
    ("≥90。", "≥90"),
    ("0.00%", "=0%"),
    ("-5%", "=-5%"),
    ("100%完成", "=100%"),
    ("提高3个百分点以上", "≥3个百分点"),
    ("1支队伍", "=1支"),
    ("3.5km", "=3.5公里"),
    ("60岁以上", "≥60岁"),
    ("12个乡镇全覆盖", "=12个"),
    ("覆盖17个县", "=17个"),
    ("≤35（万元）", "≤35万元"),
    ("20(万元)", "=20万元"),
    ("5台(套)", "=5台/套"),
    ("3星", "=3星"),
    ("≥60（星）", "≥60星"),
    ("3.0星以上", "≥3星"),
    ("≥100M", "≥100M"),
    ("PM2.5≤35", "≤35"),
    ("至少2次以上", "≥2次"),
    ("=90%以上", "≥90%"),
    ("90%/季度", "=90%/季度"),
    ("8小时/天", "=8小时/天"),
    ("满意度90%及以上", "≥90%"),
    ("完成5个，投入使用", "=5个"),
    ("定量指标：≥5次", "≥5次"),
    ("≥1.2万元/户", "≥1.2万元/户"),
    ("4季度～6季度", "4季度～6季度"),
    ("≤3月", "≤3个月"),
    ("≥1季度", "≥1季度"),
    ("不超过2021.12", "≤2021.12"),
    ("1～4星", "1～4星"),
    ("1950个年度", "=1950个年度"),
    (">4且<4星", ">0且<0星"),
]

DATES = [
    ("12月底前", "≤12月31日"),
    ("2022年12月底前完成", "≤2022年12月31日"),
    ("年底前完成", "≤12月31日"),
    ("2022年底", "≤2022年12月31日"),
    ("2024年2月底", "≤2024年2月29日"),
    ("2022年6月", "=2022年6月"),
    ("4月份", "=4月份"),
    ("第四季度", "=第四季度"),
    ("三季度", "=第三季度"),
    ("2022年上半年", "=2022年上半年"),
    ("下半年完成", "=下半年"),
    ("1-12月", "1月份～12月份"),
    ("2021年3-6月", "2021年3月～2021年6月"),
    ("2022年1月-6月", "2022年1月～2022年6月"),
    ("2021.1-2021.12", "2021年1月～2021年12月"),
    ("2022-2024年", "2022年～2024年"),
    ("2021年1月1日-2021年12月31日", "2021年1月1日～2021年12月31日"),
    ("2021-12-31", "≤2021年12月31日"),
    ("2021/12/31前", "≤2021年12月31日"),
    ("2021.12.31", "≤2021年12月31日"),
    ("2021年内", "≤2021年"),
    ("2021年度", "=2021年"),
    ("=2021年12月31日", "=2021年12月31日"),
    ("2021年7月1日起", "≥2021年7月1日"),
    ("早于2021年7月", "<2021年7月"),
    ("不早于2021年7月", "≥2021年7月"),
]

WORDS = [
    ("良好以上", "≥良"),
    ("达到优秀", "≥优"),
    ("≥良", "≥良"),
    ("良好", "良"),
    ("成效显著", "显著"),
    ("工作能力  提升", "工作能力 提升"),
    ("=合理", "=合理"),
    ("不发生", "不发生"),
    ("逐年递增", "逐年递增"),
    ("每月10日前", "每月10日前"),
    ("每月10日", "每月10日"),
    ("10万分之五", "10万分之五"),
    ("次月15日前", "次月15日前"),
    ("符合GB/T 1234标准", "符合GB/T 1234标准"),
    ("7×24小时", "7×24小时"),
    ("≥1/3", "≥1/3"),
    ("≥1:20", "≥1:20"),
    ("≤年初预算", "≤年初预算"),
    ("5A级", "5A级"),
    ("二级", "二级"),
    ("三方共赢", "三方共赢"),
    ("第3期", "第3期"),
    ("[及时,及时]", "[及时,及时]"),
    ("会议召开3天前", "会议召开3天前"),
    ("良好左右", "良好左右"),
    ("优～及时", "优～及时"),
    ("优~满意", "优~满意"),
    ("5-6:3", "5-6:3"),
    ("6月～底", "6月～底"),
    ("万无一失", "万无一失"),
    ("2021.13", "2021.13"),
]


@pytest.mark.parametrize(("text", "canonical"), NUMBERS + DATES)
def test_a_form_has_one_canonical_text(text, canonical):
    """The canonical text says what was understood, and is read back as the same target."""
    target = parse_target(text)
    assert str(target) == canonical
    assert parse_target(canonical) == target


@pytest.mark.parametrize(("text", "canonical"), DATES)
def test_dates_are_dates(text, canonical):
    """Periods and days are compared as dates, never as numbers."""
    target = parse_target(text)
    assert target.kind is TargetKind.DATE
    assert target.quantity is None
    assert target.unit is None


@pytest.mark.parametrize(("text", "canonical"), WORDS[:-1])
def test_words_stay_words(text, canonical):
    """What names no number of its own is a target in words, whatever digits stand in it."""
    target = parse_target(text)
    assert target.kind is TargetKind.QUALITATIVE
    assert str(target) == canonical
    assert parse_target(canonical) == target


def test_a_month_that_does_not_exist_is_a_number():
    """2021.13 is no date; a number needs no date to be one."""
    assert str(parse_target("2021.13")) == "=2021.13"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing is written"),
        ("　", "nothing is written"),
        ("—", "it says that there is no target, or that it stands elsewhere"),
        ("不适用", "it says that there is no target, or that it stands elsewhere"),
        ("待定", "it is a placeholder"),
        ("≥XX%", "it is a placeholder"),
        ("。", "nothing is written"),
        ("及时率", "it names what is measured and states no value"),
        ("完善率", "it names what is measured and states no value"),
        ("群众满意度", "it names what is measured and states no value"),
        ("联系电话:", "it is the heading of a form, not a value"),
        ("指标值", "it is the heading of a form, not a value"),
        ("预算执行率=支出数÷预算数×100%", "it is a formula, not a value"),
    ],
)
def test_what_is_no_target_says_why(text, reason):
    """A text that states no target is a value with a reason, not an error."""
    target = parse_target(text)
    assert not target.is_target
    assert target.kind is TargetKind.NOT_A_TARGET
    assert target.reason.en == reason
    assert target.operator is None
    assert target.direction is Direction.NONE
    assert target == parse_target(str(target))


def test_a_verb_before_a_rate_makes_it_a_target():
    """提高满意率 says what to do about the rate."""
    assert parse_target("提高满意率").kind is TargetKind.QUALITATIVE
    assert parse_target("提高满意率").trend is Trend.UP


@pytest.mark.parametrize(
    ("text", "quality", "trend"),
    [
        ("及时", "及时", None),
        ("平稳有序", "有序", None),
        ("安全无事故", "无事故", None),
        ("明显提高", "提高", Trend.UP),
        ("有效缓解", "缓解", Trend.DOWN),
        ("居民健康水平提升", "提升", Trend.UP),
        ("不下降", "下降", None),
        ("应保尽保", "应保尽保", None),
        ("维修响应速度快", None, None),
    ],
)
def test_words_have_a_quality_and_a_trend(text, quality, trend):
    """The vocabulary knows qualities and the direction of changes; a description has neither."""
    target = parse_target(text)
    assert (target.quality, target.trend) == (quality, trend)
    assert target.direction is Direction.QUALITATIVE


def test_a_negated_quality_is_the_same_quality_denied():
    """不及时 denies 及时, so that the two exclude each other."""
    assert parse_target("不及时").is_negated
    assert parse_target("不及时").is_disjoint(parse_target("及时"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1: ≥1次 2: ≥2次", ["≥1次", "≥2次"]),
        ("①≥1次②≥2次", ["≥1次", "≥2次"]),
        ("（1）≥90%（2）100%", ["≥90%", "=100%"]),
        ("1.开展培训2次；2.开展宣传3次", ["=2次", "=3次"]),
        ("指标1：≥90% 指标2：及时", ["≥90%", "及时"]),
        ("1: ≥1次，宣传≥3场 2: 及时", ["1: ≥1次 2: ≥3场", "及时"]),
        ("设备≥10台、软件≥2套", ["≥10台", "≥2套"]),
        ("及时率100%，准确率≥98%", ["=100%", "≥98%"]),
        ("不少于5次，约8次", ["≥5次", "≈8次"]),
        ("≥5次且≤3天", ["≥5次", "≤3天"]),
        ("5个和3个", ["=5个", "=3个"]),
        ("1: 及时 1: 2: ≥2次", ["及时 1", "≥2次"]),
        ("正向≥5次；反向≤3天", ["≥5次", "≤3天"]),
    ],
)
def test_several_values_are_a_list(text, parts):
    """Numbered values, and clauses with a value each, are a list in order."""
    target = parse_target(text)
    assert target.kind is TargetKind.LIST
    assert [str(part) for part in target.parts] == parts
    assert parse_target(str(target)) == target
    assert hash(parse_target(str(target))) == hash(target)


def test_numbered_values_are_paired_with_numbered_indicators():
    """The labels of a list are the names of the indicators in the same cell."""
    target = parse_target("1: ≥1次 2: ≥2次", indicator="指标1:召开会议 指标2:召开培训")
    assert target.labels == ("召开会议", "召开培训")
    assert parse_target("培训≥1次，宣传≥2次").labels == ("培训", "宣传")
    assert parse_target("1.培训≥1次 2.宣传≥2次").labels == ("培训", "宣传")


@pytest.mark.parametrize(
    "text", ["1、完成培训；2、完成宣传", "1: ≥1次", "共1: 2: 次", "共1: ≥1次", "共1、≥1次"]
)
def test_what_only_looks_like_a_list_is_none(text):
    """A list begins with 1 at the beginning, goes on with 2, and has a value."""
    assert parse_target(text).kind is not TargetKind.LIST


@pytest.mark.parametrize(
    ("text", "column", "canonical"),
    [
        ("≥90", "%", "≥90%"),
        ("≥90", "百分比", "≥90%"),
        ("相关", "定性指标", "相关"),
        ("2", "次/年", "=2次/年"),
        ("2次", "次/年", "=2次/年"),
        ("≥90%", "％", "≥90%"),
        ("5名", "人", "=5名"),
        ("5", "个病种", "=5个"),
        ("5", "星", "=5星"),
        ("5", "以上", "=5"),
        ("5", "-", "=5"),
        ("5小时", "个小时", "=5小时"),
        ("2021年6月", "月", "=2021年6月"),
    ],
)
def test_the_column_of_units_completes_the_value(text, column, canonical):
    """A unit in its own column is that of the value; 定性指标 is none."""
    assert str(parse_target(text, column)) == canonical


@pytest.mark.parametrize(
    ("text", "indicator", "canonical"),
    [
        ("100%", "参加率 (≥**%)", "≥100%"),
        ("2", "场次数（≥**）", "≥2"),
        ("0.2", "食宿费用 (**万元/场) *", "=0.2万元/场"),
        ("≤90%", "参加率 (≥**%)", "≤90%"),
        ("1年", "运行时间 (年月)", "=1年"),
        ("95", "合格率（百分比）", "=95%"),
        ("及时", "及时性 (≥**%)", "及时"),
        ("44,561", "项目到位时间", "=2021年12月31日"),
        ("44561", "项目到位时间", "=2021年12月31日"),
        ("12", "项目到位时间", "=12"),
        ("≥44561", "项目到位时间", "≥44561"),
        ("44561.5", "项目到位时间", "=44561.5"),
        ("44561", "人数", "=44561"),
    ],
)
def test_the_template_of_the_indicator_completes_the_value(text, indicator, canonical):
    """What the value leaves out, the template says; what the value says, goes before."""
    assert str(parse_target(text, indicator=indicator)) == canonical


def test_a_target_knows_where_it_stands():
    """The span covers what was understood; words around it are the prefix and the suffix."""
    target = parse_target("开展 不低于 5 次的活动")
    assert (target.prefix, target.suffix) == ("开展", "的活动")
    assert target.text[slice(*target.span)] == "不低于 5 次"


def test_fields_of_a_target():
    """Operator, quantity, unit, direction and value are there for programs."""
    target = parse_target("≤3.50万元")
    assert target.operator is Operator.AT_MOST
    assert target.quantity == Decimal("3.5")
    assert (target.unit.word, target.unit.dimension, target.unit.factor) == ("万元", "money", 10000)
    assert target.direction is Direction.AT_MOST
    assert parse_target("90%-95%").value is None
    assert parse_target("90%-95%").direction is Direction.BETWEEN
    assert parse_target("约5人").direction is Direction.EXACTLY
    assert parse_target("6月底").value == Period(month=6, day=30)
    assert parse_target("≥5").direction is Direction.AT_LEAST
    assert parse_target("1: 5 2: 6").operator is None
    assert parse_target("及时").parts == (parse_target("及时"),)


def test_polarity_is_that_of_the_text_or_of_the_indicator():
    """正向 and 反向 say which way is better, and so do names that leave no doubt."""
    assert parse_target("正向 = 8").polarity is Direction.AT_LEAST
    assert parse_target("反向 = 1 万元").polarity is Direction.AT_MOST
    assert parse_target("正向：合理").polarity is Direction.AT_LEAST
    assert parse_target("95%", indicator="群众满意度").polarity is Direction.AT_LEAST
    assert parse_target("3", indicator="车辆数").polarity is None
    assert parse_target("正向") == parse_target("正向 ")


@pytest.mark.parametrize(
    "given", [(None,), (5,), ("5", 5), ("5", 0), ("5", []), ("5", "个", 5), ("5", None, False)]
)
def test_what_is_no_text_is_refused(given):
    """The parser takes text only, and says so."""
    with pytest.raises(UsageError, match="give the text as printed"):
        parse_target(*given)


SUGGESTED = [
    ("≥90百分比", "≥90%"),
    ("≥ 9O%", "≥90%"),
    ("》=90%", "≥90%"),
    ("≥90%%", "≥90%"),
    ("≥=90%", "≥90%"),
    ("90%≥", "≥90%"),
    ("≥90.%", "≥90%"),
    ("l00%", "=100%"),
    ("1 00%", "=100%"),
    ("≥1O0人", "≥100人"),
    ("≥60份钟", "≥60分钟"),
]


@pytest.mark.parametrize(("text", "meant"), SUGGESTED)
def test_a_near_miss_says_what_is_meant(text, meant):
    """Slips of the pen and of optical recognition are errors that suggest the well-formed text."""
    with pytest.raises(TargetSyntaxError) as caught:
        parse_target(text)
    assert meant in caught.value.suggestions
    assert caught.value.text == text
    assert meant in str(caught.value)
    assert "是否应为" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("text", "unit", "message"),
    [
        ("≥", None, "no value that can be understood follows the comparison"),
        ("≥abc", None, "no value that can be understood follows the comparison"),
        ("完成率≥", None, "no value that can be understood follows the comparison"),
        ("≥90%≤", None, "no value that can be understood follows the comparison"),
        ("≥95%以下", None, "contradict each other"),
        ("≥5-8%", None, "contradict each other"),
        (">5-8%", None, "contradict each other"),
        ("5%-3%", None, "begins above its end"),
        ("≥95%，≤90%", None, "begins above its end"),
        ("95。5%", None, "the number is broken"),
        ("1:≥1次 2:≥9O次", None, "no value that can be understood"),
        ("5个-8次", None, "units that cannot be compared"),
        ("5个±2次", None, "units that cannot be compared"),
        ("10%<X<5%", None, "begins above its end"),
        ("≥" + "9" * 29, None, "more than 28 digits"),
        ("90.5.3%", None, "the number is broken"),
        ("≥5次" * 101, None, "more than 100 values"),
        ("≥5次，" * 101, None, "more than 100 values"),
        ("≥90%", "个", "contradicts the column of units"),
        ("≥90%)", None, "needless characters"),
        ("2021年2月30日", None, "needless characters"),
        ("12月-3月", None, "begins above its end"),
    ],
)
def test_a_malformed_value_is_an_error_with_a_place(text, unit, message):
    """The error names what is wrong and where, on one line, and points at it."""
    with pytest.raises(TargetSyntaxError, match=message) as caught:
        parse_target(text, unit)
    error = caught.value
    assert "\n" not in str(error)
    assert 0 <= error.span[0] < error.span[1] <= len(text)
    assert message in error.message
    line, carets = error.caret().splitlines()
    assert set(carets) == {" ", "^"} or set(carets) == {"^"}
    assert len(line) <= 70


def test_the_caret_stands_under_what_is_wrong():
    """Wide characters take two columns; a long text is shortened around the place."""
    with pytest.raises(TargetSyntaxError) as caught:
        parse_target("达标≥90百分比")
    assert caught.value.caret() == "达标≥90百分比\n       ^^^^^^"
    with pytest.raises(TargetSyntaxError) as caught:
        parse_target("很" * 50 + "≥abc，" + "长" * 50)
    assert caught.value.caret().splitlines()[0] == "…" + "很" * 20 + "≥abc，" + "长" * 19 + "…"


def test_an_error_survives_pickling():
    """Errors cross process borders whole."""
    import pickle

    with pytest.raises(TargetSyntaxError) as caught:
        parse_target("≥90百分比")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made here
    assert (copy.say("zh"), copy.span, copy.suggestions) == (
        caught.value.say("zh"),
        caught.value.span,
        caught.value.suggestions,
    )


@pytest.mark.parametrize("function", [indicator_names, expected_direction])
def test_names_of_indicators_are_text(function):
    """Other things are refused in one line."""
    with pytest.raises(UsageError, match="give the name of the indicator"):
        function(None)
