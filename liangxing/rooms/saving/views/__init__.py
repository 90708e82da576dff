"""Pages of saving, a file for each of its parts."""

from .buildings import saving_map
from .use import use

__all__ = ["saving_map", "use"]
