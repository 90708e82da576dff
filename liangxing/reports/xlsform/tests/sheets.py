"""XLSForms of departments as they come: made here row by row, so that each test shows what it reads."""

import io

from openpyxl import Workbook


def book(survey, choices=(), settings=()):
    """The bytes of an XLSForm of these rows, each sheet with its header first."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
        if rows:
            sheet = made.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


CIVIL = book(
    [
        ("type", "name", "label::Chinese (zh)", "label::English (en)", "hint::Chinese (zh)", "required", "calculation"),
        ("start", "start", None, None, None, None, None),
        ("note", "hello", "请于每月5日前报送", "Return it by the 5th", None, None, None),
        ("begin_group", "community", "社区情况", "The community", None, None, None),
        ("integer", "households", "总户数（户）", "Households", "以登记为准", "yes", None),
        ("integer", "old", "80岁以上老人（人）", "People over 80", None, None, None),
        ("select_one yes_no", "canteen", "有无老年食堂", "Canteen for the old", None, None, None),
        ("end_group", None, None, None, None, None, None),
        ("begin_repeat", "activity", "活动", "Activities", None, None, None),
        ("date", "held_on", "日期", "Day", None, None, None),
        ("text", "title", "活动名称", "Title", None, None, None),
        ("end_repeat", None, None, None, None, None, None),
        ("calculate", "twice", None, None, None, None, "${households} * 2"),
    ],
    [("list_name", "name", "label::Chinese (zh)", "label::English (en)"), ("yes_no", "yes", "有", "yes"),
     ("yes_no", "no", "无", "no")],
    [("form_title", "form_id", "version", "default_language"), ("民政月报", "civil_monthly", "2026.1", "Chinese (zh)")],
)  # fmt: skip
