"""The dateline: place, source and date, on a line of its own or at the head of the lead.

It is read as a row of elements between commas, brackets, slashes and dashes. What makes it one is
a date, a source in brackets or between slashes, or a place that is known or written in capitals;
a line that has only the shape of a dateline is taken for one and marked as unsure.
"""

from dataclasses import dataclass, field

import regex

from editor.reading.lexicon import lexicon, places
from editor.reading.words import Token, fold, tokens_of
from editor.text.dates import DateMention, find_dates

_LONGEST = 220
"""How many characters of a paragraph are looked at."""
_MOST_WORDS = 5
"""How many words a place or a source has."""
_DASH = regex.compile(r"\s*(?:--+|[–—−]+|(?<=\s)[-ـ](?=\s)|(?<=[)/\]\d])\s?[-ـ]|[-ـ](?=\s))\s*")
_COMMA = regex.compile(r"\s*[,،؛;|•·]\s*")
_COLON = regex.compile(r"\s*:\s*")
_STOP = regex.compile(r"\.\s+(?=[\p{Lu}\p{Lo}«“])")
_BRACKETS = {"(": ")", "[": "]", "/": "/"}
_BEFORE_DATE = regex.compile(
    r"(?:(?:في|بتاريخ|يوم|الموافق|on|the|le|ce|du|en date du)\s+)?\(?\s?$", regex.IGNORECASE
)
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.'’&-]+")


@dataclass(frozen=True, slots=True)
class DatelineFound:
    """A dateline at the head of a paragraph; all offsets count from the paragraph's start.

    Attributes:
        start: Where it begins.
        end: Where it ends, a dash after it left out.
        text_start: Where the lead begins in the same paragraph; its length if it does not.
        place: Where the place stands, or None.
        source: Where the source stands, or None.
        dates: The dates in it.
        sure: Whether more than its shape tells that it is one.
    """

    start: int
    end: int
    text_start: int
    place: tuple[int, int] | None = None
    source: tuple[int, int] | None = None
    dates: tuple[DateMention, ...] = ()
    sure: bool = True


@dataclass(slots=True)
class _Reading:
    """What has been read of a dateline so far."""

    words: str
    language: str
    issuers: frozenset[str]
    dates: list[DateMention]
    place: list[tuple[int, int]] = field(default_factory=list)
    source: tuple[int, int] | None = None
    bracketed: bool = False
    found: list[DateMention] = field(default_factory=list)
    end: int = 0
    after: str = "start"


def read_dateline(
    words: str, language: str, issuers: frozenset[str] = frozenset()
) -> DatelineFound | None:
    """The dateline that a paragraph begins with or consists of, or None.

    Args:
        words: A paragraph between the headline and the body.
        language: The code of its language.
        issuers: Sources that are known, folded.
    """
    head = words[:_LONGEST]
    reading = _Reading(head, language, issuers, list(find_dates(head, language)))
    position = _skip(head, 0)
    if head.startswith("(", position) and reading.dates:
        position += 1  # the whole dateline is in brackets
    text_start: int | None = None
    while position < len(head):
        step = _step(reading, position)
        if step is None:
            text_start = position
            break
        position = step
    alone = text_start is None and len(words) <= _LONGEST
    if text_start is None and not alone:
        return None
    start = _skip(words, 0)
    if not _is_dateline(reading, alone=alone):
        return None
    place = (reading.place[0][0], reading.place[-1][1]) if reading.place else None
    return DatelineFound(
        start,
        reading.end,
        len(words) if text_start is None else text_start,
        place,
        reading.source,
        tuple(reading.found),
        _is_sure(reading),
    )


def _skip(head: str, position: int) -> int:
    while position < len(head) and (head[position].isspace() or head[position] in "-–—*•"):
        position += 1
    return position


def _step(reading: _Reading, position: int) -> int | None:
    """Take the next element; where it ends, or None where the text of the lead begins."""
    head = reading.words
    if (past := _separator_end(reading, position)) > position:
        return past
    if mention := _date_at(reading, position):
        return _take_date(reading, mention, position)
    if head[position] in _BRACKETS:
        return _take_bracket(reading, position)
    return _take_words(reading, position)


def _separator_end(reading: _Reading, position: int) -> int:
    """Past what separates two elements, or the position itself."""
    head = reading.words
    for name, pattern in (("comma", _COMMA), ("dash", _DASH), ("colon", _COLON)):
        match = pattern.match(head, position)
        if match and match[0]:
            reading.after = name
            return int(match.end())
    if reading.after in {"date", "bracket"} and reading.found and _STOP.match(head, position):
        reading.after = "colon"
        return position + 1
    two_dates = reading.after == "date" and _date_at(reading, position + 1) is not None
    if head[position].isspace() or head[position] == ")" or (head[position] == "/" and two_dates):
        return position + 1
    return position


def _date_at(reading: _Reading, position: int) -> DateMention | None:
    for mention in reading.dates:
        if mention.start >= position:
            between = reading.words[position : mention.start]
            near = len(between) < 16 and _BEFORE_DATE.fullmatch(between)
            return mention if near else None
    return None


def _take_date(reading: _Reading, mention: DateMention, position: int) -> int | None:
    head_word = reading.words[position : mention.start].strip(" (")
    if not reading.place and not mention.same_day and (reading.found or head_word):
        return None  # «في 5 مايو عقد المجلس»: a sentence begins with its date
    reading.found.append(mention)
    reading.after = "date"
    end = mention.end
    if reading.words[end : end + 1] == ")":
        end += 1
    reading.end = end
    return end


def _take_bracket(reading: _Reading, position: int) -> int | None:
    head = reading.words
    if head.startswith("((", position):
        position += 1
    closing = head.find(_BRACKETS[head[position]], position + 1, position + 70)
    if closing < 0:
        return None
    past = closing + 2 if head.startswith("))", closing) else closing + 1
    inside = [mention for mention in reading.dates if position < mention.start < closing]
    if inside:
        reading.found.extend(inside)
    elif reading.place and fold(head[position + 1 : closing]) in places(reading.language)[1]:
        reading.place.append((position, closing + 1))  # «كابول (أفغانستان)»
    elif not reading.source and _count(head[position + 1 : closing]) <= _MOST_WORDS + 2:
        reading.source = _trimmed(head, position + 1, closing)
        reading.bracketed = True
    else:
        return None
    reading.after = "bracket"
    reading.end = past
    return past


def _take_words(reading: _Reading, position: int) -> int | None:
    """Take a place, a part of one, or a source that is not in brackets."""
    end = _element_end(reading, position)
    element = reading.words[position:end]
    ended = reading.words[end:].strip() == "" and len(reading.words) < _LONGEST
    if not 0 < _count(element) <= _MOST_WORDS or _starts_text(element, reading.language):
        return None
    if any(character.isdecimal() for character in element):
        return None
    if not (_follows(reading, end) or ended):
        return None
    span = _trimmed(reading.words, position, end)
    is_country = fold(element.strip()) in places(reading.language)[1]
    if _is_place(reading, is_country=is_country):
        reading.place.append(span)
    elif _is_source(reading, end):
        reading.source = span
    else:
        return None
    reading.after = "words"
    reading.end = span[1]
    return end


def _is_source(reading: _Reading, end: int) -> bool:
    """Whether a run of words is the source; a comma after it leads on to nothing but a date."""
    if reading.source is not None or not reading.place or reading.after == "start":
        return False
    comma = _COMMA.match(reading.words, end)
    return comma is None or _date_at(reading, comma.end()) is not None


def _is_place(reading: _Reading, *, is_country: bool) -> bool:
    """Whether a run of words is the place or a further part of it, and no source."""
    after = reading.after
    if not reading.place:
        first = not reading.source and after in {"start", "comma"}
        return first or (bool(reading.found) and after in {"dash", "comma"})
    if is_country and len(reading.place) == 1 and after in {"comma", "dash"}:
        return True
    return after == "comma" and not reading.found and len(reading.place) < 3


def _element_end(reading: _Reading, position: int) -> int:
    """Where a run of words ends: at a separator, a bracket, a date, or the end of the text."""
    head = reading.words
    end = next((m.start for m in reading.dates if m.start > position), len(head))
    for index in range(position, end):
        character = head[index]
        if character in "([/:,،؛;|•·\n":
            if character == "," and head[index + 1 : index + 6].startswith(" D.C."):
                continue
            if character == "/" and head[index - 1 : index].isalpha():
                continue  # «Geneva/New York»
            return index
        if character in "-–—−ـ" and _DASH.match(head, index):
            return index
    before = _BEFORE_DATE.search(head, position, end) if end < len(head) else None
    return before.start() if before else end


def _follows(reading: _Reading, end: int) -> bool:
    """Whether something stands there that goes on a dateline or closes it."""
    rest = reading.words[end:].lstrip()
    return bool(rest) and (
        rest[0] in "([/:,،-–—−ـ|•·;؛"
        or _date_at(reading, len(reading.words) - len(rest)) is not None
    )


def _starts_text(element: str, language: str) -> bool:
    """Whether a run of words is the beginning of a sentence and no place or source."""
    if language == "ar":
        first = tokens_of(element)[:1]
        return bool(first) and _is_arabic_verb(first[0])
    words = element.split()
    if not words:
        return True
    small = lexicon(language).words("name_links") | {"of", "and", "the", "et", "d'", "l'", "on"}
    lowered = [word for word in words if word[:1].islower() and fold(word) not in small]
    articles = lexicon(language).listed("not_names")
    return bool(lowered) or (
        words[0] in articles and fold(element.strip()) not in places(language)[0]
    )


def _is_arabic_verb(token: Token) -> bool:
    verbs = lexicon("ar").arabic_verbs
    word = token.folded
    return word in verbs or (word[:1] in "وف" and word[1:] in verbs)


def _is_dateline(reading: _Reading, *, alone: bool) -> bool:
    if not reading.place:
        return alone and bool(reading.found)
    if reading.found or reading.bracketed:
        return True
    known = _is_known(reading)
    if alone:
        return known or (reading.source is not None and _looks_quiet(reading.words))
    if reading.after == "colon":
        return known
    return reading.after == "dash"


def _looks_quiet(words: str) -> bool:
    """Whether a line has nothing that a sentence or a headline would have."""
    return not regex.search(r"[.!?؟:«»\"“”]", words) and _count(words) <= 8


def _is_known(reading: _Reading) -> bool:
    first = reading.words[slice(*reading.place[0])]
    city = fold(first) in places(reading.language)[0]
    capitals = first.isupper() and len(first) > 2 and reading.language != "ar"
    return city or capitals


def _is_sure(reading: _Reading) -> bool:
    issuer = reading.source and fold(reading.words[slice(*reading.source)]) in reading.issuers
    anchored = bool(reading.found) or reading.bracketed or bool(issuer)
    return not reading.place or anchored or _is_known(reading)


def _count(element: str) -> int:
    return sum(1 for _ in _WORD.finditer(element))


def _trimmed(head: str, start: int, end: int) -> tuple[int, int]:
    while start < end and head[start].isspace():
        start += 1
    while end > start and (head[end - 1].isspace() or head[end - 1] in ",،-–—"):
        end -= 1
    return start, end
