"""People in English and French sentences: capitals tell names, tables tell offices.

The phrase for a person is a title, a name, or both in either order: "Minister of Health Jane Doe",
"the Secretary-General, H.E. Mr. X", "Jane Doe, directrice générale de l’agence,".
"""

from editor.reading.latin.appositions import LatinAppositions
from editor.reading.latin.bodies import LatinBodies
from editor.reading.latin.names import LatinNames
from editor.reading.latin.titles import LatinTitles
from editor.reading.latin.words import COMMAS, LatinWords
from editor.reading.lexicon import lexicon, places
from editor.reading.mentions import Mention, MentionKind
from editor.reading.words import fold

_FARTHEST_NAME = 14
"""How many words a title may go on before the comma and the name."""


class LatinPeople:
    """The people of one text."""

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._names = LatinNames(words)
        self._titles = LatinTitles(words)
        self._appositions = LatinAppositions(words)
        self._bodies = LatinBodies(words)
        self._lexicon = lexicon(words.language)

    def person_at(self, index: int) -> Mention | None:
        """The person or office whose phrase begins at a token, or None."""
        start = index
        led = self._words.is_article(index) and self._words.honorifics_end(index) == index
        if led:
            index += 1
        after = self._words.honorifics_end(index)
        inner = after + 1 if after > index and self._words.is_article(after) else after
        if (further := self._words.honorifics_end(inner)) > inner > after:
            after = inner = further  # "Son Altesse Royale le Prince"
        office = self._titles.office_from(inner, led=led or inner > after)
        if office is not None:
            return self._office_first(start, index, inner, office)
        end = self._names.name_end(after)
        if end == after or (index > start and after == index):
            return None
        plausible = (
            after > index or end - after > 1 or self._words.word(after) in self._words.families
        )
        country = fold(self._words.words((after, end))) in places(self._words.language)[1]
        if not plausible or country or self._words.is_body(after, end):
            return None
        return self._with_apposition(index, after, end)

    def unknown_at(self, index: int) -> Mention | None:
        """Somebody behind a verb whose trade is in no table: "said ranger Saleh Al-Balawi"."""
        first = self._words.past_articles(index)
        for name in range(first + 1, first + 4):
            if not self._words.is_plain(name - 1) or self._words.is_capital(name - 1):
                return None
            end = self._names.name_end(name)
            if end - name > 1 and not self._words.is_body(name, end):
                return self._mention(index, end, (first, name), (name, end), None)
        return None

    def _office_first(self, start: int, index: int, first: int, office: int) -> Mention | None:
        """A title, with the name after it if there is one."""
        honorifics = (index, first) if first > index else (index, index)
        head_end = self._titles.heads_end(office)
        named = self._names.name_from(head_end)
        if named is not None and not self._words.is_body(*named[1]):
            name = named[1]
            end = self._names.country_end(name[1])
            return self._mention(start, end, (first, head_end), name, named[0], honorifics)
        end = self._titles.title_end(head_end)
        end = self._far_end(end) or end
        closed = self._titles.acronym_end(end)
        after = closed + 1 if self._words.word(closed) in COMMAS else closed
        if after > end and (named := self._named_behind(after)) is not None:
            closed = not self._words.is_body(*named[1]) and not self._words.is_list(after)
            closed = closed and not self._has_own_title(end, named[1][1])
            if closed and (named[0][1] > named[0][0] or named[1][1] - named[1][0] > 1):
                return self._mention(
                    start, named[1][1], (first, end), named[1], named[0], honorifics
                )
        if split := self._names.name_at_end(head_end, end):
            return self._mention(start, end, (first, split), (split, end), None, honorifics)
        return self._mention(start, end, (first, end), None, None, honorifics)

    def _named_behind(self, index: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The name behind a title's comma: "NAME", or "le Norvégien NAME"."""
        if (named := self._names.name_from(index)) is not None:
            return named
        if not self._words.is_article(index) or self._words.honorifics_end(index + 1) > index + 1:
            return None
        end = self._names.name_end(index + 1)
        return ((index, index), (index + 2, end)) if end - index >= 4 else None

    def _far_end(self, index: int) -> int | None:
        """Where a long title ends that a comma and somebody's honorific follow, or None."""
        ends = self._lexicon.words("ends_phrase") - self._lexicon.words("office_prepositions")
        for ahead in range(index, min(index + _FARTHEST_NAME, len(self._words.tokens))):
            if self._words.word(ahead) in COMMAS:
                named = self._words.honorifics_end(ahead + 1) > ahead + 1
                return ahead if named and ahead > index else None
            if self._words.verb_end(ahead) > ahead or self._words.word(ahead) in ends:
                return None
            if not self._words.tokens[ahead].is_word:
                return None
        return None

    def _has_own_title(self, title_end: int, name_end: int) -> bool:
        """Whether a name after the comma is another's, whose title follows it."""
        title = self._appositions.apposition(name_end)
        if self._words.word(title_end) not in COMMAS or title is None:
            return False
        # "his deputy, NAME, the High Commissioner, NAME": the second title is the second name's.
        another = self._words.word(title[1]) in COMMAS and self._names.name_from(title[1] + 1)
        return not another

    def _with_apposition(self, start: int, name: int, end: int) -> Mention:
        """A name with the title that follows it: after a comma, a dash, or in brackets."""
        title = self._appositions.apposition(end)
        if title is None:
            return self._mention(start, end, None, (name, end), (start, name))
        return self._mention(start, title[1], title, (name, end), (start, name))

    def _mention(
        self,
        start: int,
        end: int,
        title: tuple[int, int] | None,
        name: tuple[int, int] | None,
        honorific: tuple[int, int] | None,
        outer: tuple[int, int] = (0, 0),
    ) -> Mention:
        spans = [span for span in (outer, honorific) if span and span[1] > span[0]]
        return Mention(
            self._words.tokens[start].start,
            self._words.tokens[end - 1].end,
            MentionKind.NAMED if name else MentionKind.OFFICE,
            self._words.words(name) if name else "",
            " ".join(dict.fromkeys(self._words.words(span) for span in spans)),
            self._words.words(title) if title else "",
            self._bodies.organisation(*title) if title else "",
            self._feminine(spans, title),
        )

    def _feminine(self, spans: list[tuple[int, int]], title: tuple[int, int] | None) -> bool | None:
        for table, answer in (("feminine_honorifics", True), ("masculine_honorifics", False)):
            phrases = self._lexicon.phrases(table, exact=True)
            if any(phrases.length_at(self._words.tokens, i) for s, e in spans for i in range(s, e)):
                return answer
        if title is None:
            return None
        heads = [self._words.word(i) for i in range(*title)]
        if any(word.endswith("woman") for word in heads):
            return True
        if any(word.endswith("man") and word != "human" for word in heads):
            return False
        feminine = ("trice", "ère", "euse", "ente", "ée", "teure", "seure")
        return True if self._words.language == "fr" and heads[0].endswith(feminine) else None
