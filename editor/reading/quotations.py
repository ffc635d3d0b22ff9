"""Quoted words: which are somebody's, which name a thing, which hold a term at a distance.

Words are a direct quotation when a verb of speaking leads to them or follows them. They name
something when a word for such things stands beside them («ملتقى», "entitled"). Few words that
nobody is said to have said are a term. What remains is a quotation of nobody known, and unsure.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from editor.reading.lexicon import lexicon
from editor.reading.speech import Attribution, How
from editor.reading.words import Token, fold, tokens_of
from editor.release.content import Mark
from editor.text.quotes import Quoted
from editor.text.segments import find_sentences

_FEWEST_FAR = 3
"""How many words are a quotation when the verb is not right before them."""
_FEWEST_ALONE = 7
"""How many words are taken for a quotation that nobody is said to have said."""
_CUE_DISTANCE = 5
_ENDS = regex.compile(r"[.!?؟…]$")
_LETTERS = regex.compile(r"[\p{L}\p{M}]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a quoted stretch is.

    Attributes:
        mark: Quotation, title or term.
        said: What ties a quotation to its speaker, or None.
        carried: Whether its speaker is the one who spoke before it.
        unsure: Whether a person should look at it.
    """

    mark: Mark
    said: Attribution | None = None
    carried: bool = False
    unsure: bool = False


class Judge:
    """Tells the quoted stretches of one paragraph apart.

    Args:
        text: The paragraph.
        language: The code of its language.
        quoted: Its quoted stretches, in order.
        said: What it says that people said, in order; nothing inside the stretches.
    """

    def __init__(
        self, text: str, language: str, quoted: Sequence[Quoted], said: Sequence[Attribution]
    ) -> None:
        self._text = text
        self._quoted = quoted
        self._said = said
        self._lexicon = lexicon(language)
        self._language = language
        self._tokens = tokens_of(text, language)
        self._starts = [token.start for token in self._tokens]
        self._sentences = _sentences(text, language, quoted)

    def verdict(self, quoted: Quoted, before: Verdict | None) -> Verdict:
        """What one stretch is; `before` is the verdict on the stretch before it here, if any."""
        count = self._count(quoted)
        led = self._led_by(quoted)
        colon = self._text[: quoted.start].rstrip().endswith(":")
        if (cue := self._cue(quoted, led)) and not (
            colon and led and cue not in self._lexicon.words("strong_cues")
        ):
            return Verdict(Mark.TERM if cue in self._lexicon.words("term_cues") else Mark.TITLE)
        if led is not None and self._is_led(quoted, led, count, colon=colon):
            return Verdict(Mark.QUOTATION, led)
        if (behind := self._followed_by(quoted)) is not None and count > 1:
            return Verdict(Mark.QUOTATION, behind)
        if self._is_titled(quoted, count):
            return Verdict(Mark.TITLE)
        return self._alone(quoted, before, count)

    def _alone(self, quoted: Quoted, before: Verdict | None, count: int) -> Verdict:
        """A stretch that no verb leads to or follows."""
        sentence = self._sentence(quoted.start)
        opens = self._text[sentence[0] : quoted.start].strip() == ""
        whole = opens and bool(_ENDS.search(self._inner(quoted)) or self._ends_sentence(quoted))
        if whole and count >= 3 and before is not None and before.mark is Mark.QUOTATION:
            return Verdict(Mark.QUOTATION, before.said, carried=before.carried)
        if whole and count >= 4:
            earlier = [said for said in self._said if said.last <= quoted.start]
            if earlier and earlier[-1].how is not How.ACCORDING_TO:
                return Verdict(Mark.QUOTATION, earlier[-1])
            return Verdict(Mark.QUOTATION, carried=True, unsure=True)
        if count >= _FEWEST_ALONE or (count >= 4 and self._is_first_person(quoted)):
            return Verdict(Mark.QUOTATION, unsure=True)
        return Verdict(Mark.TERM)

    # -- words around

    def _inner(self, quoted: Quoted) -> str:
        return self._text[quoted.inner_start : quoted.inner_end]

    def _count(self, quoted: Quoted) -> int:
        first = bisect_right(self._starts, quoted.inner_start - 1)
        last = bisect_right(self._starts, quoted.inner_end - 1)
        return sum(1 for token in self._tokens[first:last] if token.is_word)

    def _before(self, place: int, most: int) -> tuple[Token, ...]:
        """The last few tokens before a place."""
        index = bisect_right(self._starts, place - 1)
        return self._tokens[max(index - most, 0) : index]

    def _cue(self, quoted: Quoted, led: Attribution | None) -> str:
        """The word beside a stretch that makes it a name: «ملتقى», "entitled"; or ""."""
        cues = self._lexicon.words("title_cues")
        barrier = -1
        if led is not None:
            joined = [end for _, end in led.complements if end <= quoted.start]
            barrier = max(*joined, led.end, -1)
        near, behind_comma = self._before(quoted.start, _CUE_DISTANCE), False
        for distance, token in enumerate(reversed(near)):
            comma = token.folded in {",", "،"}
            # «the campaign, called “Sahel Shield”»: the verb before the mark may look led to.
            announced = distance == 0 and token.folded in self._lexicon.words("strong_cues")
            led_to = token.start < barrier and not announced
            if led_to or not (token.is_word or comma or token.folded in "()[]/:'-"):
                break
            if not token.is_word:
                behind_comma |= comma
                continue
            for word in _bare_forms(token.folded):
                strong = word in self._lexicon.words("strong_cues")
                known = word in cues and (strong or not (behind_comma or self._is_small(quoted)))
                if known and self._announces(token, word, distance, led):
                    return word
        return self._cue_behind(quoted)

    def _is_small(self, quoted: Quoted) -> bool:
        """Whether a stretch begins with a small letter, as names of things do not."""
        return self._text[quoted.inner_start].islower() and self._count(quoted) > 2

    def _announces(self, token: Token, word: str, distance: int, led: Attribution | None) -> bool:
        """Whether a cue announces a name here and is no subject: «أن المنظمة «ستواصل …»»."""
        definite = token.folded.removeprefix("و")[:2] == "ال"
        behind_that = led is not None and any(
            0 <= token.start - end <= 2 for _, end in led.complements
        )
        subject = definite and led is not None
        subject = subject and (behind_that or word in self._lexicon.words("bodies"))
        return not subject and (distance == 0 or self._reaches(word, distance))

    def _reaches(self, word: str, distance: int) -> bool:
        """Whether a cue may stand some words before the name it announces."""
        if self._language == "ar":
            return True
        return distance <= 1 or word in self._lexicon.words("strong_cues")

    def _cue_behind(self, quoted: Quoted) -> str:
        """A word such as "initiative" right behind a stretch, in languages that put it there."""
        if self._language != "en" or self._count(quoted) > 8:
            return ""
        index = bisect_right(self._starts, quoted.end - 1)
        following = self._tokens[index : index + 2]
        if _ENDS.search(self._inner(quoted)) or self._inner(quoted).endswith(","):
            return ""
        cues = self._lexicon.words("title_cues")
        return next((t.folded for t in following if t.is_word and t.folded in cues), "")

    def _is_titled(self, quoted: Quoted, count: int) -> bool:
        """Whether an English stretch is capitalised as titles are."""
        if self._language != "en" or not 2 <= count <= 14:
            return False
        words = regex.findall(r"[\p{L}][\p{L}\p{M}'’-]*", self._inner(quoted))
        long = [word for word in words if len(word) > 3]
        capitals = sum(1 for word in long if word[0].isupper())
        return len(long) >= 2 and capitals == len(long)

    def _is_first_person(self, quoted: Quoted) -> bool:
        if self._language == "ar":
            return False
        inner = {fold(word) for word in regex.findall(r"[\p{L}'’]+", self._inner(quoted))}
        return bool(inner & self._lexicon.words("first_person"))

    # -- attributions around

    def _sentence(self, place: int) -> tuple[int, int]:
        index = bisect_right([start for start, _ in self._sentences], place) - 1
        return self._sentences[max(index, 0)]

    def _led_by(self, quoted: Quoted) -> Attribution | None:
        """The last attribution before a stretch in its sentence, or None."""
        start, _ = self._sentence(quoted.start)
        found = [s for s in self._said if start <= s.first and s.last <= quoted.start]
        return found[-1] if found else None

    def _is_led(self, quoted: Quoted, led: Attribution, count: int, *, colon: bool) -> bool:
        if colon or led.how is How.LABEL:
            return True
        if count < 2:
            return False
        between = [t for t in self._tokens if led.last <= t.start < quoted.start]
        complement = led.complements[0][1] if led.complements else led.last
        after = [t for t in between if t.start >= complement and t.is_word]
        near = len(after) <= 2
        if led.how is How.VERB and not led.complements and not near and count <= _FEWEST_FAR:
            return False
        whole = bool(_ENDS.search(self._inner(quoted).rstrip())) or self._inner(quoted)[-1:] in ",،"
        return near or whole or count >= _FEWEST_FAR or self._is_first_person(quoted)

    def _followed_by(self, quoted: Quoted) -> Attribution | None:
        """The attribution right behind a stretch, or None."""
        for said in self._said:
            if said.first < quoted.end:
                continue
            between = self._text[quoted.end : said.first]
            words = len(_LETTERS.findall(between))
            if (
                words > 24
                or regex.search(r"[.!?؟;؛]\s", between)
                or any(mark in between for mark in '«“"')
            ):
                return None
            stopped = between.lstrip()[:1] in {".", "؟", "!"}
            return None if stopped else said
        return None

    def _ends_sentence(self, quoted: Quoted) -> bool:
        rest = self._text[quoted.end :].lstrip()
        return not rest or rest[0] in ".!?؟"


def _bare_forms(word: str) -> tuple[str, ...]:
    """A word as it is, and without the article or a preposition glued to it."""
    forms = [word]
    if word[:1] in "وبلفك" and len(word) > 3:
        forms.append(word[1:])
    return tuple(
        bare
        for form in forms
        for bare in (form, form.removeprefix("ال"), "ال" + form.removeprefix("ل"))
    )


def _sentences(text: str, language: str, quoted: Sequence[Quoted]) -> list[tuple[int, int]]:
    """The sentences of a paragraph; a quotation is part of one, however many it holds."""
    masked = list(text)
    ends: set[int] = set()
    for stretch in quoted:
        inner = text[stretch.inner_start : stretch.inner_end]
        for place in range(stretch.inner_start, stretch.inner_end):
            masked[place] = "x"
        following = text[stretch.end :].lstrip()
        if _ENDS.search(inner) and (not following[:1].isalpha() or following[:1].isupper()):
            ends.add(stretch.end)
    found = list(find_sentences("".join(masked), language))
    cuts = sorted(
        {start for start, _ in found}
        | {end for end in ends if text[end:].strip() and text[end:].lstrip()[0].isalpha()}
        | {0, len(text)}
    )
    return list(pairwise(cuts)) or [(0, len(text))]
