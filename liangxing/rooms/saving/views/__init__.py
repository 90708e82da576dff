"""Pages of saving, a file for each of its parts."""

from .buildings import saving_map
from .kinds import kinds
from .prices import prices
from .saved import proof, proofs
from .use import use

__all__ = ["kinds", "prices", "proof", "proofs", "saving_map", "use"]
