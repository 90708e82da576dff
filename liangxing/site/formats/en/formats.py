"""Days as ``6 June 2026``: the month in letters, so that no reader takes it for the day."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j M"
MONTH_DAY_FORMAT = "j F"
YEAR_MONTH_FORMAT = "F Y"
DATETIME_FORMAT = "j F Y, H:i"
