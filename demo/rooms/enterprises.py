"""The window for enterprises: requests, policies, applications, payments; party branches and the union."""

from __future__ import annotations

from datetime import date, timedelta

from demo.facts import FACTS, WORDS, years
from demo.register import SUPPORTED, firms
from demo.tables import Table, dotted, mixed

REQUESTS_PER_YEAR = 8
REQUEST = ["诉求编号", "企业名称", "诉求内容", "办理结果", "受理日期", "办结日期"]
APPLICATION = ["企业名称", "政策名称", "年度", "申报日期"]
PAYMENT = ["企业名称", "政策名称", "年度", "奖励金额", "到账日期"]
POLICY = ["政策编号", "政策名称", "发布单位", "要求的产值（元）", "施行日期"]


def before() -> list[Table]:
    """What the report tells of: two payments to one enterprise, 21 branches, one joint union."""
    policies, applications, payments = [], [], []
    for n, got in enumerate(FACTS["enterprise_support"], 1):
        title = "区域经济产业发展奖励" if n == 1 else "规模企业产值奖励"
        asked = f"{got['condition_output_cny'] // 10_000}万" if "condition_output_cny" in got else ""
        policies.append((f"ZC{n}", title, "区人民政府", asked, "2010.1.1"))
        applications.append((SUPPORTED, title, got["year"], f"{got['year']}.6.10"))
        payments.append((SUPPORTED, title, got["year"], f"{got['amount_cny'] // 10_000}万", f"{got['year']}年11月20日"))
    subjects = WORDS["requests"]
    requests = [(f"SQ-{n + 1:02}", firm, subjects[n % 6], "已办结", f"2012.{n % 12 + 1}.6", f"2012.{n % 12 + 1}.20")
                for n, firm in enumerate([SUPPORTED, *firms()])]  # fmt: skip
    branches = [(firm, f"{firm}党支部", 3 + n % 6, dotted(date(2010, 7, 1) + timedelta(n * 33)))
                for n, firm in enumerate(firms())]  # fmt: skip
    year, month = FACTS["union"]["founded"].split("-")
    union = [("GH1", FACTS["union"]["joint_building_union_zh"], "是", "是", "和庄写字楼", f"{year}年{int(month)}月")]
    return [
        Table("企业服务窗口", ["编号", "窗口名称", "设立日期"], [("CK1", "楼宇企业服务窗口", "2010.5.4")]),
        Table("企业诉求", REQUEST, requests, title=["楼宇企业诉求办理台账"]),
        Table("惠企政策", POLICY, policies),
        Table("申报", APPLICATION, applications),
        Table("兑现", PAYMENT, payments, foot=[["合计", "", "", "5万"]]),
        Table("党支部", ["企业名称", "党支部名称", "正式党员", "成立日期"], branches, title=["非公企业党支部一览表"]),
        Table("工会", ["编号", "工会名称", "联合", "上级工会批准", "小区", "挂牌日期"], union),
    ]


def since(today: date) -> list[Table]:
    """Requests of every year since, and a policy of 2026 under which two invented firms were paid."""
    invented, requests = firms()[2:], []
    every = dict(years(today))
    newest = max(every.values())
    for year, last in every.items():
        for n in range(REQUESTS_PER_YEAR):
            begun = date(year, 4, 3) + timedelta(n * 31)
            if begun > last:
                continue
            done = begun + timedelta(days=5 + n * 4)
            firm, subject = invented[(n + year) % len(invented)], WORDS["requests"][(n * 5 + year) % 6]
            told = ("已办结", dotted(done)) if done <= newest else ("", "")
            requests.append((f"SQ-{year}-{n + 1}", firm, subject, told[0], mixed(n, begun), told[1]))
    title, begun = "绿色改造小微企业补助", date(2026, 1, 12)
    policies = [("ZC3", title, "区人民政府", "", dotted(begun))] if begun <= newest else []
    asked = [(firm, date(2026, 3, 9) + timedelta(n * 11)) for n, firm in enumerate(invented[4:9])]
    applications = [(firm, title, 2026, dotted(day)) for firm, day in asked if day <= newest]
    paid = [(firm, title, 2026, f"{12 + n * 3},000", dotted(day + timedelta(days=90)))
            for n, (firm, day) in enumerate(asked[:2]) if day + timedelta(days=90) <= newest]  # fmt: skip
    return [
        Table("企业诉求", REQUEST, requests),
        Table("惠企政策", POLICY, policies),
        Table("申报", APPLICATION, applications),
        Table("兑现", PAYMENT, paid),
    ]
