"""Days with a space between the number and its word, as everywhere on our pages."""

DATE_FORMAT = "Y \u5e74 n \u6708 j \u65e5"
SHORT_DATE_FORMAT = "n \u6708 j \u65e5"
MONTH_DAY_FORMAT = "n \u6708 j \u65e5"
YEAR_MONTH_FORMAT = "Y \u5e74 n \u6708"
DATETIME_FORMAT = "Y \u5e74 n \u6708 j \u65e5 H:i"
