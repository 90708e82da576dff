"""Forms of governance."""

from liangxing.records.forms import form_of

from .models import Disclosure, Group, Member, Notice, Opinion, OpinionMeeting, Reply

GroupForm = form_of(Group, "code name sort day until note")
MemberForm = form_of(Member, "group name duty stands_for day until note")
OpinionMeetingForm = form_of(OpinionMeeting, "code sort activity day note", numbered=True)
OpinionForm = form_of(Opinion, "code meeting text raised_by day note", same="meeting", numbered=True)
ReplyForm = form_of(Reply, "opinion text settled day note")
DisclosureForm = form_of(Disclosure, "code matter title shown_d day note", numbered=True)
NoticeForm = form_of(Notice, "code title text estate building day until note")
