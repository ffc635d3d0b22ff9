"""The parts numbers are made of as they stand in a text: words of number and runs of digits."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto


class Kind(Enum):
    """What a word or a run of digits does in a number."""

    DIGITS = auto()
    UNIT = auto()
    TEN = auto()
    HUNDRED = auto()
    SCALE = auto()
    DOUBLE = auto()
    ORDINAL = auto()
    HALF = auto()
    FRACTION = auto()
    AND = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a number in a text.

    Attributes:
        joined: Whether it begins with «and», as Arabic writes it in one word.
        definite: Whether it has the article.
        weak: Whether it is no number by itself.
    """

    start: int
    end: int
    kind: Kind
    value: Decimal
    joined: bool = False
    definite: bool = False
    weak: bool = False
    ordinal: bool = False
    ambiguous: bool = False
