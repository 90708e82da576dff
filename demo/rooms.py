"""The rooms' tables up to the day of the report: every fact of ``facts.toml`` as rows, in the words of the community."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from . import plan, tables
from .facts import FACTS, chance
from .people import homes, name
from .register import SUPPORTED, firms
from .tables import Table, dotted, spoken

BEGUN = date(2012, 2, 20)
CALLS = FACTS["six_calls"]
CALL_WORDS = {
    "bag": "重新拎起布袋子、菜篮子",
    "water": "一水多用",
    "tableware": "不使用一次性碗筷",
    "cards": "少用纸质贺卡",
    "cooling": "夏季空调温度不低于26度",
    "travel": "步行、骑自行车或乘公交上班",
}
COOLING_CEL = 26
FIELDS = {
    "governance": "民主法治", "safety": "防灾减灾", "resources": "节能环保", "two-oriented": "两型", "civility": "文明创建",
    "union": "工会", "environment": "城市管理", "family-planning": "计划生育",
}  # fmt: skip
KINDS = ("企业负责人", "居民小组组长", "党员代表", "居民代表", "环保志愿者")
SAVING = (("节能灯具", 910, "LED 灯"), ("节能电器", 640, "节能冰箱"), ("节能灶具", 415, "节能灶"),
          ("清洁能源", 268, "太阳能热水器"), ("保温环保建材", 133, "保温门窗"))  # fmt: skip
PARKING = (("金秋小区", "", 86), ("文苑小区", "", 48), ("玉兰花园", "", 62), ("", "玉兰路", 70), ("", "银杏路", 46))


def pick(what: str, count: int) -> list[str]:
    """So many households, drawn."""
    return chance(what).sample([h.code for h in homes()], count)


def activities() -> list[tuple[str, str, date, str, str, str, int]]:
    """Code, title, day, sort, topics, place, heads: one and a half years of the calendar."""
    found = [
        ("2012-01", "水资源的保护与利用宣传", date(2012, 3, 22), "宣传", "水资源、环保", "文化广场", 126),
        ("2012-02", "爱绿护绿 植树半日", date(2012, 3, 31), "主题活动", "绿化", "中心绿地", 88),
        ("2012-03", "食品安全进社区", date(2012, 4, 18), "宣传", "食品安全", "文化广场", 143),
        ("2012-04", "环保知识宣教", date(2012, 5, 16), "宣传", "环保", "银杏路", 97),
        ("2012-05", "世界环境日宣传", date(2012, 6, 5), "宣传", "世界环境日、环保", "文化广场", 182),
        ("2012-06", "节能科学知识课", date(2012, 6, 20), "课堂", "节能", "社工服务站", 54),
        ("2012-07", "环保法律知识课", date(2012, 7, 11), "课堂", "法律、环保", "社工服务站", 46),
        ("2012-08", "环境道德伦理课", date(2012, 8, 15), "课堂", "环境道德", "诚信书吧", 39),
        ("2012-09", "拒绝白色污染 清捡行动", date(2012, 8, 25), "主题活动", "白色污染", "玉兰路", 112),
        ("2012-10", "家庭节能技巧课", date(2012, 9, 19), "课堂", "节能、生活习惯", "社工服务站", 61),
        ("2012-11", "节能环保从我做起签名", date(2012, 10, 13), "主题活动", "节能、生活习惯", "文化广场", 205),
        ("2012-12", "学法普法日", date(2012, 12, 4), "宣传", "法律", "文化广场", 77),
        ("2012-13", "综合防灾演练", date(2012, 5, 12), "演练", "减灾", "文源小学操场", 260),
        ("2012-14", "减灾专题演出", date(2012, 10, 9), "演出", "减灾", "文化广场", 310),
        ("2012-15", "逃生自救与互救讲座", date(2012, 11, 9), "课堂", "减灾", "社区办公室", 68),
        ("2013-01", "公共安全教育", date(2013, 1, 23), "课堂", "减灾", "社区办公室", 57),
        ("HY-1", "党员会议", date(2012, 3, 8), "会议", "", "社区办公室", 42),
        ("HY-2", "辖区单位负责人会议", date(2012, 4, 11), "会议", "", "社区办公室", 19),
        ("HY-3", "楼栋长座谈会", date(2012, 7, 25), "会议", "", "社区办公室", 66),
        ("HY-4", "居民代表座谈会", date(2012, 11, 21), "会议", "", "社区办公室", 58),
    ]
    months = [date(2012, month, 28) for month in range(4, 13)] + [date(2013, month, 27) for month in range(1, 4)]
    cleaning = [(f"DSC-{d:%y%m}", "环境卫生大扫除", d, "大扫除", "", "玉兰路", 40 + d.month * 3) for d in months]
    return found + cleaning


def write(folder: Path) -> None:
    """All tables up to the report."""
    calendar = activities()
    rows = [(c, t, spoken(d) if n % 3 else dotted(d), s, k, p, tables.wide(h) if n % 5 == 0 else h)
            for n, (c, t, d, s, k, p, h) in enumerate(calendar)]  # fmt: skip
    total = ["合计", f"{len(rows)}场", "", "", "", "", sum(a[6] for a in calendar)]
    header = ["活动编号", "活动内容", "活动时间", "活动类型", "活动主题", "活动地点", "参加人数(人)"]
    tables.xlsx(folder / "06 活动台账.xlsx", [
        Table("活动", header, rows, title=["金汇社区活动台账", "2012年至2013年3月"], foot=[total, ["填表人：谭小满"]], blank_every=9),
    ])  # fmt: skip
    _outreach(folder, calendar)
    _governance(folder)
    _environment(folder, calendar)
    _enterprises(folder)
    _others(folder, calendar)
    tables.text(folder / "13 荣誉.csv", _honours(), "utf-8-sig")


def _outreach(folder: Path, calendar: list[tuple[str, str, date, str, str, str, int]]) -> None:
    names = FACTS["campaigns"]["names_zh"]
    days = {"2012-02": names[0], "2012-09": names[1], "2012-11": names[2]}
    calls = [(key, CALL_WORDS[key], COOLING_CEL if key == "cooling" else "", dotted(BEGUN)) for key in CALLS]
    pledges = []
    for n, key in enumerate(CALLS):
        pledges += [(code, CALL_WORDS[key], dotted(date(2012, 3, 5) + timedelta(n * 12 + m % 40)))
                    for m, code in enumerate(pick(f"pledge/{key}", 1180 - n * 97))]  # fmt: skip
    saving = [(code, sort, product, dotted(date(2011, 9, 1) + timedelta(m % 500)))
              for sort, count, product in SAVING for m, code in enumerate(pick(f"saving/{sort}", count))]  # fmt: skip
    held = {a[0]: a[2] for a in calendar}
    tables.xlsx(folder / "07 号召承诺与节能.xlsx", [
        Table("号召", ["号召编号", "号召内容", "温度（℃）", "发出日期"], calls, title=["六个号召"]),
        Table("承诺", ["户编号", "号召内容", "承诺日期"], pledges),
        Table("主题活动", ["编号", "主题活动名称", "开始日期"], [(f"ZT{n}", c, dotted(BEGUN)) for n, c in enumerate(names, 1)]),
        Table("主题活动日", ["主题活动名称", "活动编号", "日期"], [(c, a, dotted(held[a])) for a, c in days.items()]),
        Table("节能措施", ["户编号", "措施类别", "产品", "安装日期"], saving),
    ])  # fmt: skip


def _governance(folder: Path) -> None:
    groups = [("CJ", "两型社区创建小组", "创建小组", dotted(BEGUN)), ("LX", "两型创建联席会", "联席会", dotted(BEGUN)),
              ("MZ", "民主法治工作领导小组", "民主法治", "2011.3.1")]  # fmt: skip
    members = [("CJ", name("post/secretary"), "组长", "社区书记", dotted(BEGUN)),
               ("CJ", name("post/deputy"), "副组长", "社区副书记", dotted(BEGUN)),
               *(("CJ", name(f"worker/{n}"), "成员", "社区工作人员", dotted(BEGUN)) for n in range(1, 9)),
               *(("LX", name(f"council/{kind}/{n}"), "成员", kind, dotted(BEGUN)) for kind in KINDS for n in range(3)),
               ("MZ", name("post/secretary"), "组长", "社区书记", "2011.3.1"),
               *(("MZ", name(f"law/{n}"), "成员", "社区工作人员", "2011.3.1") for n in range(4))]  # fmt: skip
    sorts = ["党员会议", "辖区单位负责人会议", "楼栋长座谈会", "居民代表座谈会"]
    held = {a[0]: a[2] for a in activities()}
    meetings = [(f"YJ-{n}", sort, f"HY-{n}", spoken(held[f"HY-{n}"])) for n, sort in enumerate(sorts, 1)]
    said = [
        "路灯不亮",
        "下水道返水",
        "车位不够",
        "绿化缺株",
        "铁栅栏锈蚀",
        "垃圾箱太少",
        "人行道砖松动",
        "希望多讲节电知识",
    ]
    opinions = [(f"YJ-{n % 4 + 1}-{n // 4 + 1}", f"YJ-{n % 4 + 1}", f"{said[n % 8]}（{n // 8 + 1}）", spoken(held[f"HY-{n % 4 + 1}"]))
                for n in range(32)]  # fmt: skip
    replies = [
        (code, f"已安排处理：{text}", "是" if n % 4 else "否", dotted(date(2012, 12, 10)))
        for n, (code, _m, text, _d) in enumerate(opinions[:29])
    ]
    election = [("XJ-2011", "2011.3.18", "户代表", 3324, 2716, 7, 9, 2, 20, 3, "是", "是", "是")]
    tables.xlsx(folder / "08 民主法治.xlsx", [
        Table("小组", ["编号", "小组名称", "组织类别", "成立时间"], groups),
        Table("小组成员", ["所在小组", "姓名", "职务", "身份", "起任日期"], members, title=["各小组成员名单"], merged=0),
        Table("征求意见会议", ["会议编号", "会议形式", "活动编号", "会议时间"], meetings),
        Table("意见", ["意见编号", "会议编号", "意见内容", "提出日期"], opinions),
        Table("答复", ["意见编号", "答复内容", "已落实", "答复日期"], replies),
        Table("选举", ["选举编号", "选举日", "投票方式", "应投票数", "已投票数", "应选名额", "候选人", "多于名额的候选人",
                       "选举前公布选民名单（天）", "一人最多受托", "秘密写票", "公开计票并当场公布", "候选人与居民见面"], election),
    ])  # fmt: skip


def _environment(folder: Path, calendar: list[tuple[str, str, date, str, str, str, int]]) -> None:
    stated = FACTS["environment"]
    sorts = [("绿化", "绿化改造"), ("沟渠", "沟渠疏通"), ("铁栅栏", "铁栅栏翻新"), ("下水道", "下水道改造")]
    works = [(f"GC-{n}", f"金秋小区{what}", sort, "金秋小区", "", tables.wide(n * 4) + "万", f"2012.{n + 4}.20")
             for n, (sort, what) in enumerate(sorts, 1)]  # fmt: skip
    works += [
        (f"GC-RX{n}", f"{road}人行道重铺", "人行道", "", road, "1,260,000", "2012年9月28日")
        for n, road in enumerate(stated["pavements_relaid"], 1)
    ]
    works += [
        (f"GC-ZP{n}", f"{road}店招统一", "门店招牌", "", road, "38.5万", "2012年10月15日")
        for n, road in enumerate(stated["shop_signs_unified"], 1)
    ]
    first = stated["sorted_bins"] * 34 // 60
    bins = [(f"YLL-{n + 1:02}", "玉兰路", "2008版", at, tables.serial(date(2012, 7, 1)), "2020.5.31")
            for n, at in enumerate(plan.along("YLL", first))]  # fmt: skip
    bins += [(f"YXL-{n + 1:02}", "银杏路", "2008版", at, tables.serial(date(2012, 7, 8)), "2020.5.31")
             for n, at in enumerate(plan.along("YXL", stated["sorted_bins"] - first))]  # fmt: skip
    parking = [(f"CW-{n}", estate, road, places, "2012.11.1") for n, (estate, road, places) in enumerate(PARKING, 1)]
    cleaned = [
        (f"QL-{n}", a[0], f"{60 + n * 7.5}公斤", dotted(a[2]))
        for n, a in enumerate((a for a in calendar if a[0] == "2012-09" or a[3] == "大扫除"), 1)
    ]
    tables.xlsx(folder / "09 环境.xlsx", [
        Table("工程", ["工程编号", "改造内容", "改造类别", "改造小区", "路名", "投入资金(元)", "完工日期"], works, title=["环境综合整治工程台账"]),
        Table("分类垃圾箱", ["箱号", "路名", "标志标准", "图形（GeoJSON）", "配置日期", "撤换日期"], bins,
              title=["分类垃圾箱点位表"], foot=[["小计", f"{len(bins)}个"]], merged=1),
        Table("增设停车位", ["车位编号", "小区名称", "路名", "车位数", "启用日期"], parking, foot=[["合计", "", "", sum(p[2] for p in PARKING)]]),
        Table("白色污染清理", ["清理编号", "活动编号", "清运量", "日期"], cleaned),
    ])  # fmt: skip


def _enterprises(folder: Path) -> None:
    policies, applications, payments = [], [], []
    for n, got in enumerate(FACTS["enterprise_support"], 1):
        title = "区域经济产业发展奖励" if n == 1 else "规模企业产值奖励"
        asked = f"{got['condition_output_cny'] // 10_000}万" if "condition_output_cny" in got else ""
        policies.append((f"ZC{n}", title, "区人民政府", asked, "2010.1.1"))
        applications.append((SUPPORTED, title, got["year"], f"{got['year']}.6.10"))
        payments.append((SUPPORTED, title, got["year"], f"{got['amount_cny'] // 10_000}万", f"{got['year']}年11月20日"))
    subjects = ["申报奖励", "办理社保", "招聘会摊位", "消防检查辅导", "停车证", "法律咨询"]
    requests = [(f"SQ-{n + 1:02}", firm, subjects[n % 6], "已办结", f"2012.{n % 12 + 1}.6", f"2012.{n % 12 + 1}.20")
                for n, firm in enumerate([SUPPORTED, *firms()])]  # fmt: skip
    branches = [
        (firm, f"{firm}党支部", 3 + n % 6, dotted(date(2010, 7, 1) + timedelta(n * 33)))
        for n, firm in enumerate(firms())
    ]
    founded = FACTS["union"]["founded"]
    union = [
        (
            "GH1",
            FACTS["union"]["joint_building_union_zh"],
            "是",
            "是",
            "和庄写字楼",
            f"{founded[:4]}年{int(founded[5:])}月",
        )
    ]
    tables.xlsx(folder / "10 楼宇企业服务.xlsx", [
        Table("企业服务窗口", ["编号", "窗口名称", "设立日期"], [("CK1", "楼宇企业服务窗口", "2010.5.4")]),
        Table("企业诉求", ["诉求编号", "企业名称", "诉求内容", "办理结果", "受理日期", "截止"], requests),
        Table("惠企政策", ["政策编号", "政策名称", "发布单位", "要求的产值（元）", "施行日期"], policies),
        Table("申报", ["企业名称", "政策名称", "年度", "申报日期"], applications),
        Table("兑现", ["企业名称", "政策名称", "年度", "奖励金额", "到账日期"], payments),
        Table("党支部", ["企业名称", "党支部名称", "正式党员", "成立日期"], branches, title=["非公企业党支部一览表"]),
        Table("工会", ["编号", "工会名称", "联合", "上级工会批准", "小区", "挂牌日期"], union),
    ])  # fmt: skip


def _others(folder: Path, calendar: list[tuple[str, str, date, str, str, str, int]]) -> None:
    volunteers = [
        (f"YG{n:03}", name(f"volunteer/{n}"), "环保志愿者" if n % 3 == 0 else "春蕾义工", dotted(date(2011, 3, 5)))
        for n in range(1, 127)
    ]
    helped = [f"{code}-1" for code in pick("pairs", 38)]
    pairs = [(f"YG{n:03}", person, "2011.9.10") for n, person in enumerate(helped, 1)]
    hours = [
        (f"YG{n % 126 + 1:03}", a[0], 2 + n % 3 * 0.5, dotted(a[2]))
        for m, a in enumerate(calendar)
        for n in range(m * 7, m * 7 + 9)
    ]
    titles = [
        "家庭节电一百问",
        "垃圾分类手册",
        "城市与水",
        "菜篮子里的学问",
        "邻里故事",
        "植物的智慧",
        "老照片里的长街",
        "应急避险常识",
    ]
    books = [(f"B{n:03}", f"{titles[n % 8]}（{n // 8 + 1}）", 2 + n % 3, "2010.9.1") for n in range(240)]
    lent = [
        (f"J{n:04}", f"B{n % 240:03}", code, dotted(date(2011, 1, 8) + timedelta(n * 3 % 800)))
        for n, code in enumerate(pick("loans", 420))
    ]
    back = [(code, dotted(date(2013, 3, 25))) for n, (code, *_rest) in enumerate(lent) if n % 50]
    cases = [(f"GA-{n:02}", code, ["助老", "青少年", "就业", "调解"][n % 4], dotted(date(2011, 5, 1) + timedelta(n * 21)), "2013.2.20" if n % 3 else "")
             for n, code in enumerate(pick("cases", 24), 1)]  # fmt: skip
    visits = [(f"GA-{n:02}", 40 + n, dotted(date(2011, 5, 9) + timedelta(n * 21))) for n in range(1, 25)]
    tables.xlsx(folder / "11 志愿书吧社工.xlsx", [
        Table("志愿者", ["志愿者编号", "姓名", "队伍", "注册日期"], volunteers),
        Table("春蕾1+1 结对", ["志愿者编号", "人员编号", "结对日期"], pairs),
        Table("志愿服务", ["志愿者编号", "活动", "服务时长(小时)", "服务日期"], _once(hours)),
        Table("图书", ["图书编号", "书名", "册数", "上架日期"], books),
        Table("借阅", ["借阅编号", "图书编号", "户编号", "借出日期"], lent),
        Table("归还", ["借阅编号", "归还日期"], back),
        Table("社工服务站", ["编号", "站点名称", "地点", "设立日期"], [("ZD1", "社工服务站", "社工服务站", "2010.10.1")]),
        Table("个案", ["个案编号", "户编号", "个案类别", "接案日期", "结案日期"], cases),
        Table("走访", ["个案编号", "时长（分钟）", "走访日期"], visits),
    ])  # fmt: skip
    _safety(folder)


def _once(hours: list[tuple[str, str, float, str]]) -> list[tuple[str, str, float, str]]:
    """One service of a volunteer on a day."""
    return list({(h[0], h[3]): h for h in hours}.values())


def _safety(folder: Path) -> None:
    day = "2011.9.20"
    hazards = [(f"YH-{n}", ["消防", "内涝", "用电", "房屋"][n % 4], "玉兰路" if n % 2 else "银杏路", "是" if n != 9 else "否", f"2012.{n}.3",
                f"2012.{n}.25" if n < 10 else "") for n in range(1, 13)]  # fmt: skip
    stores = [("WZ1", "灭火器", "消防器材", 186, "22,320", day, "2016.9.20"), ("WZ2", "急救箱", "医疗用品", 24, "4,800", day, "2014.9.20"),
              ("WZ3", "抽水泵", "救援工具", 4, "12,000", day, ""), ("WZ4", "饮用水（箱）", "食品饮水", 120, "3,600", day, "2013.2.28")]  # fmt: skip
    teams = [("DW1", "综合减灾领导小组", "领导小组", 9, day), ("DW2", "应急抢险队", "抢险", 28, day),
             ("DW3", "灾害信息员", "灾害信息员", 7, day), ("DW4", "民兵应急分队", "民兵预备役", 20, day)]  # fmt: skip
    shelters = [
        ("BN1", "文化广场避难场所", "文化广场", "2,600", "2600", day),
        ("BN2", "文源小学操场避难场所", "文源小学操场", "3,100", "3100", day),
    ]
    duties = ["评估", "教育", "预警", "巡查", "转移", "物资", "医疗", "报灾"]
    plans = [("YA1", "社区综合应急预案", "应急预案", day), ("YA2", "社区灾害风险地图", "风险地图", day), ("YA3", "隐患清单", "隐患清单", day),
             ("YA4", "脆弱人群清单", "脆弱人群清单", day), ("YA5", "减灾工作制度", "工作制度", day), ("YA6", "综合防灾教育基地", "教育基地", day),
             *((f"ZZ{n}", f"{duty}职责", "职责", day) for n, duty in enumerate(duties, 1))]  # fmt: skip
    weak = [
        (f"RQ-{n:02}", code, "是", "是" if n % 9 else "否", day) for n, code in enumerate(pick("vulnerable", 46), 1)
    ]
    grid = [(code, day) for code, _estate, _ground in plan.buildings()]
    tables.xlsx(folder / "12 综合减灾.xlsx", [
        Table("隐患", ["隐患编号", "隐患类别", "所在地点", "有处置方案", "发现日期", "消除日期"], hazards),
        Table("应急物资", ["编号", "物资名称", "物资类别", "数量", "折价（元）", "入库日期", "有效期至"], stores),
        Table("应急队伍", ["编号", "队伍名称", "队伍类别", "人数", "组建日期"], teams),
        Table("应急避难场所", ["编号", "场所名称", "地点", "面积（平方米）", "容量（人）", "启用日期"], shelters),
        Table("演练", ["活动编号", "参加（人）", "用时（秒）", "演练日期"], [("2012-13", 260, 412, "2012.5.12")]),
        Table("预案与清单", ["编号", "文件名称", "预案类别", "发布日期"], plans),
        Table("风险评估", ["评估编号", "评估日期"], [("PG-1", "2012.3.15"), ("PG-2", "2012.9.14"), ("PG-3", "2013.3.12")]),
        Table("减灾经费", ["经费编号", "金额（元）", "拨付日期"], [("JF-2012", "8.6万", "2012.4.1"), ("JF-2013", "3.2万", "2013.2.1")]),
        Table("脆弱人员", ["人员编号", "户编号", "有帮扶人", "有明白卡", "登记日期"], weak),
        Table("满意度调查", ["调查编号", "受访（人）", "满意（人）", "调查日期"], [("MY-2012", 320, 271, "2012.12.1")]),
        Table("灾害事件", ["事件编号", "较大事故", "发生日期"], [("SJ-1", "否", "2012.6.24")]),
        Table("网格楼栋", ["楼号", "纳入日期"], grid),
    ])  # fmt: skip


def _honours() -> Table:
    levels = {"province": "省级", "city": "市级"}
    rows = []
    for n, honour in enumerate(FACTS["honour"], 1):
        if "duplicate_of" in honour:
            continue
        issuer = "省人民政府有关部门" if honour["level"] == "province" else "市人民政府有关部门"
        rows.append(
            (
                f"RY-{n:02}",
                honour["title_zh"],
                levels[honour["level"]],
                FIELDS[honour["field"]],
                issuer,
                f"证字{n:03}",
                spoken(date(2012 - n % 4, 3 + n % 9, 12)),
            )
        )
    return Table("荣誉", ["荣誉编号", "荣誉名称", "级别", "领域", "颁发单位", "证书编号", "获得日期"], rows)


def aliases() -> Table:
    """The other name under which the report lists an honour."""
    held = next(h for h in FACTS["honour"] if h["field"] == "safety")
    return Table("荣誉别名", ["荣誉名称", "又称", "日期"], [(held["title_zh"], "全省防灾减灾示范社区", "2011.12.12")])
