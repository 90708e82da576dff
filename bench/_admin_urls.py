"""The admin with the one list that is compared."""

from django.contrib import admin
from django.urls import path

from liangxing.activities.models import Activity


@admin.register(Activity)
class ActivityAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """The same columns, filters and search as the list of activities, fifty a page."""

    list_display = ("title", "day", "sort", "place", "attended")
    list_filter = ("sort", "place")
    search_fields = ("code", "title")
    list_per_page = 50


urlpatterns = [path("admin/", admin.site.urls)]
