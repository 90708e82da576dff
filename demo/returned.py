"""A year of forms: typed by hand at first, filled from records since; papers, items and minutes are invented."""

from __future__ import annotations

import io
import tomllib
from datetime import date, timedelta
from typing import Any

from demo.facts import FOLDER, chance
from liangxing.kernel.period import Period
from liangxing.ledger.acts import act, doing
from liangxing.ledger.models import Community
from liangxing.records.actions import write, write_many
from liangxing.reports.admission.models import ByHand
from liangxing.reports.admission.terms import period_on
from liangxing.reports.forms import mapping
from liangxing.reports.forms.actions import receive, say
from liangxing.reports.forms.fill import cells_of
from liangxing.reports.forms.filling.values import Origin
from liangxing.reports.forms.models import Answer, Filling, Form, FormField
from liangxing.reports.xlsform.actions import take
from liangxing.reports.xlsform.survey import Question, Said, Sort, Survey
from liangxing.reports.xlsform.table import laid_out

TOLD: dict[str, Any] = tomllib.loads((FOLDER / "returned.toml").read_text("utf-8"))
BY = "worker"
SINCE_MONTHS = 13  # how long the forms have been asked for
HERE_MONTHS = 5  # how long they are filled from records
NOTE = "演示：用时为虚构"


def months_before(day: date, months: int) -> date:
    """The first day of the month so many months before that of *day*."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)


def returned(community: Community, today: date) -> int:
    """Take the forms in and tell their returns, once; how many returns there are."""
    if ByHand.objects.filter(community=community).exists():
        return 0
    with act("demo.returned", community=community, by=BY):
        some = sum(_form(community, told, today) for told in TOLD["form"])
        _survey(community, today)
    return some


def _asked(told: dict[str, Any], day: date, until: date | None) -> Form:
    own = ("code", "title", "asked_by", "authority", "period", "within_d")
    return Form(**{name: told[name] for name in own}, day=day, until=until, file_name=f"{told['title']}.xlsx")


def _form(community: Community, told: dict[str, Any], today: date) -> int:
    """One form with its workbook, mapped as it is understood by itself, and its returns."""
    who: Any = {"community": community, "by": BY}
    once = told["period"] == "once"
    until = months_before(today, HERE_MONTHS) if told.get("ended") else None
    form = _asked(told, today if once else months_before(today, SINCE_MONTHS), until)
    asked = [Question(f"q{n}", Sort.TEXT, "", Said({"": item})) for n, item in enumerate(told["items"], 1)]
    receive(form, laid_out(Survey(told["code"], told["title"], "", tuple(asked)))[0], **who)
    made = mapping.propose(form)
    say(form, mapping.fields(made), mapping.rows(made), by=BY)
    return 0 if once else _returns(form, told, today)


def _returns(form: Form, told: dict[str, Any], today: date) -> int:
    """Every return whose day has come; of a form that is ``late``, not the last."""
    draw, turn = chance(f"returned/{form.code}"), months_before(today, HERE_MONTHS)
    periods = [p for p in _periods(form, today) if p.after + timedelta(days=2) <= today]
    periods = periods[:-1] if told.get("late") else periods
    for n, period in enumerate(periods):
        day = period.after + timedelta(days=draw.randint(0, 2))
        if day < turn:
            minutes = round(told["minutes"] * draw.uniform(0.85, 1.2))
            by_hand = ByHand(form_id=form.fact, first=period.first, after=period.after, cells=len(told["items"]),
                             minutes=minutes, day=day, note=NOTE)  # fmt: skip
            write(by_hand, community=form.community, by=BY)
        else:
            _filled(form, period, day, n, round(told["again"] * 60 * draw.uniform(0.7, 1.3)))
    return len(periods)


def _periods(form: Form, today: date) -> list[Period]:
    """The periods of the form's term that have begun, in order."""
    found, day = list[Period](), form.day
    while day <= today and (form.until is None or day < form.until):
        found.append(period_on(form, day))
        day = found[-1].after
    return [period for period in found if period.first >= form.day]


def _filled(form: Form, period: Period, day: date, n: int, typing_s: int) -> None:
    """A return from records: what no record answers is typed; every second time most of it is as the last time."""
    cells = cells_of(form, period)
    open_now = [cell.field for cell in cells if cell.origin is Origin.OPEN]
    draw = chance(f"answers/{form.code}/{period.first}")
    answers = [
        Answer(form_id=form.fact, field_id=field.fact, first=period.first, after=period.after, day=day,
               value=_answer(field, draw.randint(3, 60)), kept=n % 2 == 1 and place % 3 > 0)
        for place, field in enumerate(open_now)
    ]  # fmt: skip
    write_many(answers, community=form.community, by=BY)
    kept = sum(answer.kept for answer in answers)
    filling = Filling(
        form_id=form.fact, first=period.first, after=period.after, known_at=doing().act.at, day=day,
        typing_s=typing_s if len(answers) > kept else 0, by_itself=sum(c.origin is Origin.RECORDS for c in cells),
        asked=len(answers) - kept, confirmed=kept, open=0, rows=0, note=NOTE,
    )  # fmt: skip
    write(filling, community=form.community, by=BY)


def _answer(field: FormField, number: int) -> str:
    return "社区专干" if "人" in field.label and "（" not in field.label else str(number)


def _survey(community: Community, today: date) -> None:
    """A form that came as an XLSForm."""
    from openpyxl import Workbook

    told, book = TOLD["survey"], Workbook()
    book.remove(book.active)
    for name, rows in (
        ("survey", [["type", "name", "label::中文 (zh)"], *told["questions"]]),
        ("choices", [["list_name", "name", "label::中文 (zh)"], *told["choices"]]),
        ("settings", [["form_title", "form_id", "version"], [told["title"], told["code"], "1"]]),
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    form = _asked(told, months_before(today, 1), None)
    take(form, made.getvalue(), "老年助餐服务采集.xlsx", community=community, by=BY)
    meant = mapping.propose(form)
    say(form, mapping.fields(meant), mapping.rows(meant), by=BY)
