"""Forms of drills."""

from liangxing.records.forms import form_of

from ..models import Drill, DrillNote, DrillPart, DrillPlan, DrillResult, DrillTime

DrillForm = form_of(Drill, "activity building plan took_part helpers duration_s median_ratio day note")
DrillPlanForm = form_of(DrillPlan, "code title scenario activity emergency aims day note", numbered=True, ahead="day")
DrillPartForm = form_of(DrillPart, "plan building shelter invited day note", ahead="day", same="plan shelter")
DrillTimeForm = form_of(DrillTime, "plan building moment at device_at watch day note", same="plan")
DrillNoteForm = form_of(DrillNote, "code plan building sort text hazard day note", numbered=True, same="plan")
DrillResultForm = form_of(DrillResult, "plan building out_s arrived_s least_s ratio day note", same="plan")
