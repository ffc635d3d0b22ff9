"""What the program has to tell a person, from wherever it happens, without Qt.

Notices wait until a window listens: what goes wrong while the window is being built is said in it.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from editor.messages import BayanError, say


class Gravity(StrEnum):
    """How much a notice matters."""

    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: a sentence of the message files, or one already made.

    Attributes:
        gravity: Whether something was done or has gone wrong.
        key: The sentence's key; empty for `words`.
        evidence: What its placeholders take.
        words: The sentence itself, where it comes from the window.
        topic: A later notice on the same topic takes the place of an earlier one; one that says
            nothing takes it away.
    """

    gravity: Gravity
    key: str = ""
    evidence: dict[str, object] = field(default_factory=dict)
    words: str = ""
    topic: str = ""

    def sentence(self, language: str) -> str:
        """The notice in a language of the interface."""
        return say(self.key, language, **self.evidence) if self.key else self.words


class Problems:
    """The one place to report to, and the one to listen to."""

    def __init__(self) -> None:
        self._waiting: deque[Notice] = deque()
        self._listener: Callable[[Notice], None] | None = None

    def listen(self, listener: Callable[[Notice], None] | None) -> None:
        """Give every notice to a listener, beginning with those that waited; None to stop."""
        self._listener = listener
        while self._waiting and self._listener is not None:
            self._listener(self._waiting.popleft())

    def tell(self, notice: Notice) -> None:
        """Tell a notice, now or once somebody listens."""
        if self._listener is None:
            self._waiting.append(notice)
        else:
            self._listener(notice)

    def report(self, error: BaseException, topic: str = "") -> None:
        """Report an error: ours in its own sentence, any other as an unexpected one."""
        if isinstance(error, BayanError):
            notice = Notice(Gravity.PROBLEM, error.key, error.evidence, topic=topic)
        elif isinstance(error, BaseExceptionGroup):
            self.report(error.exceptions[0], topic)
            return
        else:
            notice = Notice(
                Gravity.PROBLEM, "desktop.unexpected", {"name": type(error).__name__}, topic=topic
            )
        self.tell(notice)

    def done(self, words: str, topic: str = "") -> None:
        """Say that something was done."""
        self.tell(Notice(Gravity.DONE, words=words, topic=topic))
