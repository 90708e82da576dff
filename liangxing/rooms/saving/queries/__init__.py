"""What is asked of saving, a file for each of its parts."""

from .buildings import by_building
from .use import by_year, in_doubt, metered, use_by_month

__all__ = ["by_building", "by_year", "in_doubt", "metered", "use_by_month"]
