"""What is wrong with a house style, said so that the person who keeps it can mend it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from editor.messages import BayanError, say


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        file: The file it is in, as a path inside the house's folder.
        key: The key it is about, such as ``labels.page``; empty for the file as a whole.
        reason: The sentence that says what is wrong, ``house.<reason>``.
        values: What the sentence's placeholders take.
    """

    file: str
    key: str
    reason: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """Where it is, and what is wrong there."""
        place = f"{self.file}, {self.key}" if self.key else self.file
        reason = say(f"house.{self.reason}", language, **self.values)
        return say("house.fault", language, place=place, reason=reason)


class HouseError(BayanError):
    """A house style that cannot be used.

    Attributes:
        house: What was asked for.
        faults: Everything that is wrong with it, at least one.
    """

    def __init__(self, house: str, faults: Iterable[Fault]) -> None:
        self.house = house
        self.faults = tuple(faults)
        super().__init__("house.unusable", house=house, faults=self.faults)

    def sentence(self, language: str) -> str:
        """Its one fault in one line; several, a line each."""
        opening = say("house.unusable", language, house=self.house)
        between = " " if len(self.faults) == 1 else "\n"
        return between.join([opening, *(fault.sentence(language) for fault in self.faults)])
