"""Pages of saving, a file for each of its parts."""

from .buildings import saving_map
from .prices import prices
from .use import use

__all__ = ["prices", "saving_map", "use"]
