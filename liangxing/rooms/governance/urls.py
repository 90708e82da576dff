"""Pages of governance."""

from liangxing.records.views import urls_of

from .forms import DisclosureForm, GroupForm, MemberForm, NoticeForm, OpinionForm, OpinionMeetingForm, ReplyForm
from .models import Disclosure, Group, Member, Notice, Opinion, OpinionMeeting, Reply

urlpatterns = [
    *urls_of(Group, GroupForm, columns=("name", "sort", "day", "until"), filters=("sort",)),
    *urls_of(Member, MemberForm, columns=("group", "name", "duty", "stands_for", "day"), filters=("group", "duty")),
    *urls_of(OpinionMeeting, OpinionMeetingForm, columns=("day", "sort", "activity"), filters=("sort",)),
    *urls_of(Opinion, OpinionForm, columns=("day", "code", "text", "meeting"), filters=()),
    *urls_of(Reply, ReplyForm, columns=("day", "opinion", "text", "settled"), filters=("settled",)),
    *urls_of(Disclosure, DisclosureForm, columns=("day", "title", "matter", "shown_d"), filters=("matter",)),
    *urls_of(Notice, NoticeForm, columns=("title", "estate", "building", "day", "until"), filters=("estate",)),
]
