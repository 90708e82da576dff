"""An invented street office's table as a standard, in two editions; and two honours that are examined again soon.

Neither the office nor the table exists: both say so in their names.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from liangxing.ledger.models import Community

TITLE, ISSUER = "社区星级评定表（虚构示例）", "示例街道办事处（虚构）"
HEADER = ["序号", "考核内容", "达标要求", "分值", "责任单位", "预计用时"]
LEVELS = [("三星级", 60, "Three stars"), ("四星级", 75, "Four stars"), ("五星级", 90, "Five stars")]
# Each row: number, text, what is asked, points, who answers for it, minutes; and the figure that a worker confirmed.
Row = tuple[str, str, str, int, str, str, str]
LATER: dict[str, list[Row]] = {
    "一、宣传教育": [
        ("1.1", "节能环保课堂开进社区", "每年不少于20次", 10, "社区工作者", "270", "activities.lessons"),
        ("1.2", "组织志愿服务，服务时长达到要求", "每年300小时以上", 8, "", "480", "volunteers.hours"),
        ("1.3", "开展节约资源、保护环境的主题活动", "每年不少于12次", 8, "", "", "activities.campaigns"),
    ],
    "二、环境友好": [
        ("2.1", "分类垃圾箱配置到位", "不少于60个", 10, "物业公司", "", "environment.sorted_bins"),
        ("2.2", "清理白色污染", "每季度不少于3次", 8, "", "", "environment.clearances"),
        ("2.3", "居民报事及时办结，没办结的", "不超过10件", 8, "社区工作者", "240", "environment.problems_open"),
    ],
    "三、资源节约": [
        ("3.1", "有节能措施的家庭占比", "超过60%", 10, "", "", "saving.share"),
        ("3.2", "家庭响应节约号召，作出承诺", "10%以上", 10, "楼栋长", "900", "outreach.pledging_share"),
    ],
    "四、共建共管": [
        ("4.1", "居民意见都有答复", "90%以上", 10, "社区居委会", "120", "governance.answered_share"),
        ("4.2", "居务公开", "每年不少于12次", 8, "社区居委会", "", "governance.disclosures"),
        ("4.3", "脆弱人群有帮扶人、有明白卡", "全覆盖", 10, "社区工作者", "150", "safety.ready_share"),
        ("4.4", "社区面貌整洁，居民满意", "", 0, "", "", ""),
    ],
}
EARLIER: dict[str, list[Row]] = {
    "一、宣传教育": [
        ("1.1", "节能环保课堂进社区", "每年不少于12次", 10, "社区工作者", "", "activities.lessons"),
        LATER["一、宣传教育"][1],
        LATER["一、宣传教育"][2],
    ],
    "二、环境友好": [
        LATER["二、环境友好"][0],
        LATER["二、环境友好"][1],
        ("2.3", "增设停车位", "累计300个以上", 10, "物业公司", "", "environment.parking_added"),
    ],
    "三、资源节约": [
        LATER["三、资源节约"][0],
        ("3.2", "家庭响应节约号召，作出承诺", "5%以上", 12, "楼栋长", "900", "outreach.pledging_share"),
    ],
    "四、共建共管": [
        ("4.1", "居民意见有答复", "80%以上", 10, "社区居委会", "", "governance.answered_share"),
        LATER["四、共建共管"][1],
        ("4.3", "脆弱人群有帮扶人", "80%以上", 6, "社区工作者", "150", "safety.ready_share"),
    ],
}
EDITIONS = ((2025, EARLIER), (2026, LATER))
AGAIN = (("civility", 75), ("safety", 160))  # honours of which field are examined in about so many days
EXAMINER = "市文明办（演示）"


def bring(community: Community, folder: Path) -> int:
    """Bring both editions; how many are new. A second run brings nothing."""
    from liangxing.standards.models import Edition
    from liangxing.standards.office.draft import draft
    from liangxing.standards.office.keep import keep, known
    from liangxing.standards.office.table import read_table

    if Edition.objects.filter(community=community).exists():
        return 0
    for year, parts in EDITIONS:
        file = folder / f"街道星级评定表 {year}.xlsx"
        _table(year, parts).save(file)
        rows = [row for some in parts.values() for row in some]
        told = {f"measure-{n}": row[6] for n, row in enumerate(rows)}
        made = draft(read_table(file, file.name), told, known(community))
        keep(made, file=file, name=file.name, community=community, by="worker")
    return len(EDITIONS)


def _table(year: int, parts: dict[str, list[Row]]) -> Workbook:
    """The table as an office makes it: a merged title, what it is above the header, headings between the rows."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = f"{year}年"
    sheet.append([TITLE])
    sheet.merge_cells("A1:F1")
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")
    for label, *told in (
        ("发布单位", ISSUER), ("文号", f"示例发〔{year}〕1号（虚构）"), ("出处", "为演示编写，没有这样的文件"),
        ("生效日期", date(year, 1, 1)), ("英文名称", f"Star table of a street office ({year}, invented)"),
        ("荣誉领域", "civility"), ("说明", "演示用的虚构表格，不是任何机关的文件。"),
        *(("等级", *level) for level in LEVELS),
    ):  # fmt: skip
        sheet.append([label, *told])
    sheet.append(HEADER)
    for part, rows in parts.items():
        sheet.append([part])
        for number, text, asked, points, who, minutes, _measure in rows:
            sheet.append([number, text, asked, points or None, who, int(minutes) if minutes else None])
    sheet.append(["合计", None, None, sum(row[3] for some in parts.values() for row in some)])
    for column, width in zip("ABCDEF", (10, 40, 18, 10, 16, 12), strict=True):
        sheet.column_dimensions[column].width = width
    return book


def announce(community: Community, today: date) -> int:
    """Announce the re-examinations, unless they are to come already; how many are new."""
    from liangxing.records.actions import write
    from liangxing.rooms.honours.models import Examination, Honour

    new = 0
    for field, days in AGAIN:
        honour = Honour.objects.known().filter(community=community, field=field).order_by("code").first()
        coming = Examination.objects.known().filter(community=community, honour__field=field, day__gte=today)
        if honour and not coming.exists():
            examination = Examination(honour_id=honour.fact, day=today + timedelta(days), examiner=EXAMINER)
            write(examination, community=community, by="worker")
            new += 1
    return new
