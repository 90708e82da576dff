"""What is asked of saving, a file for each of its parts."""

from .bills import bills_of, factor_of, tariff_of
from .buildings import by_building
from .doubts import why_of
from .home import flows_of, meters_of
from .similar import similar_to
from .sums import by_pledge, newest, total, total_of
from .tips import tips_for
from .use import by_year, in_doubt, metered, use_by_month

__all__ = [
    "bills_of",
    "by_building",
    "by_pledge",
    "by_year",
    "factor_of",
    "flows_of",
    "in_doubt",
    "metered",
    "meters_of",
    "newest",
    "similar_to",
    "tariff_of",
    "tips_for",
    "total",
    "total_of",
    "use_by_month",
    "why_of",
]
