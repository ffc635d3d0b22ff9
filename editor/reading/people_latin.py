"""People in English and French sentences: capitals tell names, tables tell offices.

The phrase for a person is a title, a name, or both in either order: "Minister of Health Jane Doe",
"the Secretary-General, H.E. Mr. X", "Jane Doe, directrice générale de l’agence,".
"""

from editor.reading.lexicon import lexicon, places
from editor.reading.mentions import Mention, MentionKind
from editor.reading.words import tokens_of

_MOST_MODIFIERS = 6
_LONGEST_NAME = 7
_LONGEST_TITLE = 40
_COMMAS = frozenset(",،")
_DASHES = frozenset("–—-")


class LatinPeople:
    """The people of one text in English or French.

    Args:
        text: The text.
        language: "en" or "fr".
        families: Last names by which people of this release may be called.
    """

    def __init__(self, text: str, language: str, families: frozenset[str] = frozenset()) -> None:
        self.text = text
        self.tokens = tokens_of(text, language)
        self.language = language
        self._lexicon = lexicon(language)
        self._families = families

    # -- single words

    def word(self, index: int) -> str:
        """The folded token at an index, "" outside the text."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def written(self, index: int) -> str:
        """The token with its capitals."""
        return self.tokens[index].written if 0 <= index < len(self.tokens) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.written(index)[:1].isupper()

    def verb_end(self, index: int) -> int:
        """Where a verb of speaking that begins at a token ends; the same index if none does."""
        length = self._lexicon.phrases("verbs").length_at(self.tokens, index)
        return index + length

    def office_end(self, index: int) -> int:
        """Where the word for an office that stands at a token ends; the same index if none does."""
        length = self._lexicon.phrases("offices").length_at(self.tokens, index)
        return index + length

    def honorifics_end(self, index: int) -> int:
        """Where a run of honorifics that begins at a token ends, if a name or office follows."""
        phrases = self._lexicon.phrases("honorifics", exact=True)
        end = index
        while length := phrases.length_at(self.tokens, end):
            end += length
            if self.word(end) == "." and self.written(end - 1)[-1:].isalpha():
                end += 1
        followed = self.is_capital(end) or self.is_article(end) or self.office_end(end) > end
        return end if followed else index

    def is_article(self, index: int) -> bool:
        """Whether a token is an article or a possessive."""
        return self.word(index) in self._lexicon.words("articles")

    # -- names

    def name_end(self, index: int) -> int:
        """Where a run of capitalised words ends that may be a name; the index if there is none."""
        start, end = index, index
        if self.written(index) in self._not_names():
            return index
        while index - start < _LONGEST_NAME and self._is_name_part(index, start):
            index += 1
            if self.word(index) == "." and len(self.written(index - 1)) <= 2:
                index += 1
            end = index
            links = index
            while self.word(links) in self._lexicon.words("name_links") and links - index < 3:
                links += 1
            if links > index and self._is_name_part(links, start):
                index = links
        return end

    def _is_name_part(self, index: int, start: int) -> bool:
        written = self.written(index)
        if not self.is_capital(index) or (index > start and written in self._not_names()):
            return False
        if index > start and not self._adjacent(index):
            return False
        if index > start and self.office_end(index) > index:
            return False
        if self.word(index).endswith("s") and self._is_office_word(self.word(index)[:-1]):
            return False  # "Co-founders Lina Haddad and Omar Sayegh"
        return not written.endswith("s'") or index == start

    def _is_office_word(self, word: str) -> bool:
        return word in self._lexicon.words("offices")

    def _adjacent(self, index: int) -> bool:
        between = self.text[self.tokens[index - 1].end : self.tokens[index].start]
        return len(between) < 3

    def _not_names(self) -> frozenset[str]:
        return frozenset(self._lexicon.listed("not_names"))

    def is_body(self, start: int, end: int) -> bool:
        """Whether a run of words names an organisation."""
        bodies = self._lexicon.words("bodies")
        return any(self.word(i).rstrip(".") in bodies for i in range(start, end))

    # -- phrases

    def person_at(self, index: int) -> Mention | None:
        """The person or office whose phrase begins at a token, or None."""
        start = index
        led = self.is_article(index) and self.honorifics_end(index) == index
        if led:
            index += 1
        after = self.honorifics_end(index)
        inner = after + 1 if after > index and self.is_article(after) else after
        office = self._office_from(inner, led=led or inner > after)
        if office is not None:
            return self._office_first(start, index, inner, office)
        end = self.name_end(after)
        if end == after or (index > start and after == index):
            return None
        plausible = after > index or end - after > 1 or self.word(after) in self._families
        if not plausible or self.is_body(after, end):
            return None
        return self._with_apposition(index, after, end)

    def _office_from(self, index: int, *, led: bool = False) -> int | None:
        """The index of an office to which the words from here on lead, or None.

        Args:
            index: The token to begin with.
            led: Whether an article stands before it, behind which any word may describe the
                office: "a museum spokeswoman".
        """
        small = self._lexicon.words("office_modifiers")
        for ahead in range(index, index + _MOST_MODIFIERS + 1):
            if self.office_end(ahead) > ahead:
                return ahead
            word = self.word(ahead)
            capital = self.is_capital(ahead) and (
                ahead > index or self.written(ahead) not in self._not_names()
            )
            of = word in {"and", "&"} and ahead > index and self.is_capital(ahead + 1)
            plain = led and ahead - index < 3 and self._is_plain(ahead)
            if not (capital or of or word in small or word == "'s" or plain):
                return None
        return None

    def _is_plain(self, index: int) -> bool:
        """Whether a token is a word that ends no phrase and tells of no speaking."""
        word = self.word(index)
        ends, prepositions = (
            self._lexicon.words(t) for t in ("ends_phrase", "office_prepositions")
        )
        return (
            index < len(self.tokens)
            and self.tokens[index].is_word
            and word not in ends | prepositions
            and self.verb_end(index) == index
        )

    def _office_first(self, start: int, index: int, first: int, office: int) -> Mention | None:
        """A title, with the name after it if there is one."""
        honorifics = (index, first) if first > index else (index, index)
        head_end = self._heads_end(office)
        named = self._name_from(head_end)
        if named is not None and not self.is_body(*named[1]):
            name = named[1]
            end = self._country_end(name[1])
            return self._mention(start, end, (first, head_end), name, named[0], honorifics)
        end = self.title_end(head_end)
        closed = self._acronym_end(end)
        after = closed + 1 if self.word(closed) in _COMMAS else closed
        if after > end and (named := self._name_from(after)) is not None:
            closed = not self.is_body(*named[1]) and not self._is_list(after)
            if closed and (named[0][1] > named[0][0] or named[1][1] - named[1][0] > 1):
                return self._mention(
                    start, named[1][1], (first, end), named[1], named[0], honorifics
                )
        if split := self._name_at_end(head_end, end):
            return self._mention(start, end, (first, split), (split, end), None, honorifics)
        return self._mention(start, end, (first, end), None, None, honorifics)

    def _heads_end(self, office: int) -> int:
        """Past the office and further offices beside it: "President and CEO"."""
        end = self.office_end(office)
        while True:
            if self.office_end(end) > end:
                end = self.office_end(end)  # "Deputy Secretary-General"
                continue
            joined = end + 1 if self.word(end) in {"and", "et", "&", "/"} else end
            further = self._office_from(joined) if joined > end else None
            if further is None:
                return end
            end = self.office_end(further)

    def _country_end(self, index: int) -> int:
        """Past "of Portugal" behind a name whose title stands before it."""
        if self.word(index) not in {"of", "de", "du"} or not self.is_capital(index + 1):
            return index
        return self.name_end(index + 1)

    def _name_from(self, index: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The honorifics and the name that begin at a token, as two ranges."""
        name = self.honorifics_end(index)
        end = self.name_end(name)
        return ((index, name), (name, end)) if end > name else None

    def _name_at_end(self, head_end: int, end: int) -> int | None:
        """Where the name begins in "Minister of Foreign Affairs Jane Doe", or None."""
        start = end
        while start > head_end and self.is_capital(start - 1):
            start -= 1
        return end - 2 if end - start >= 3 and start > head_end and self._is_closed(end) else None

    def _is_closed(self, end: int) -> bool:
        return self.word(end) in {*_COMMAS, ".", ""} or self.verb_end(end) > end

    def _is_list(self, index: int) -> bool:
        """Whether "Industry and Tourism," goes on a title rather than naming its holder."""
        for ahead in range(index + 1, index + 5):
            if self.word(ahead) in {"and", "et", "&"}:
                return True
            if not self.is_capital(ahead):
                return False
        return False

    def unknown_at(self, index: int) -> Mention | None:
        """Somebody behind a verb whose trade is in no table: "said ranger Saleh Al-Balawi"."""
        first = self._past_articles(index)
        for name in range(first + 1, first + 4):
            if not self._is_plain(name - 1) or self.is_capital(name - 1):
                return None
            end = self.name_end(name)
            if end - name > 1 and not self.is_body(name, end):
                return self._mention(index, end, (first, name), (name, end), None)
        return None

    # -- titles

    def title_end(self, index: int) -> int:
        """Where a title whose head ends at a token ends: what the office is of, for or at."""
        prepositions = self._lexicon.words("office_prepositions")
        loose = self._lexicon.words("loose_prepositions")
        start, end = index, index
        while index - start < _LONGEST_TITLE and index < len(self.tokens):
            word = self.word(index)
            if self.verb_end(index) > index or not (self.tokens[index].is_word or word in "&-/"):
                break
            if self.written(index) in self._not_names() and word not in prepositions:
                break
            if word in loose and not self.is_capital(self._past_articles(index + 1)):
                break
            if word in self._lexicon.words("ends_phrase") and word not in prepositions:
                break
            if word in {"and", "et"} and not self._goes_on(index + 1):
                break
            index += 1
            if word not in prepositions or word in {"general", "général"}:
                end = index
            if (
                end - start > 1
                and not self.is_capital(index - 1)
                and not self._is_of(index - 1, index)
            ):
                break
        if (
            self.word(end) in _COMMAS
            and self._is_list(end + 1)
            and not self._is_person_list(end + 1)
        ):
            return self.title_end(end + 1)
        return end

    def _past_articles(self, index: int) -> int:
        while self.is_article(index):
            index += 1
        return index

    def _is_of(self, index: int, following: int) -> bool:
        """Whether a small word of a title is followed by more of it."""
        prepositions = self._lexicon.words("office_prepositions")
        word, after = self.word(index), self.word(following)
        if word in prepositions or after in {"of", "de", "du", "des", "d'", "and", "et", "for"}:
            return True
        return (
            self.is_capital(following)
            or word in self._lexicon.words("bodies")
            or (
                self.language == "fr"
                and self.tokens[following : following + 1] != ()
                and self.tokens[following].is_word
                and after not in self._lexicon.words("ends_phrase")
            )
            or (
                self.language == "en"
                and following < len(self.tokens)
                and (
                    self.tokens[following].is_word
                    and after not in self._lexicon.words("ends_phrase")
                )
            )
        )

    def _acronym_end(self, index: int) -> int:
        """Past a short form in brackets, as "(OIC)"."""
        return index + 3 if self.word(index) == "(" and self.word(index + 2) == ")" else index

    def _goes_on(self, index: int) -> bool:
        index = self._past_articles(index)
        return self.verb_end(index) == index and self.word(index) not in self._lexicon.words(
            "pronouns"
        )

    def _is_person_list(self, index: int) -> bool:
        return self.honorifics_end(index) > index

    # -- appositions

    def _with_apposition(self, start: int, name: int, end: int) -> Mention:
        """A name with the title that follows it: after a comma, a dash, or in brackets."""
        title = self._apposition(end)
        if title is None:
            return self._mention(start, end, None, (name, end), (start, name))
        return self._mention(start, title[1], title, (name, end), (start, name))

    def _apposition(self, end: int) -> tuple[int, int] | None:
        opener = self.word(end)
        if opener not in {*_COMMAS, "(", *_DASHES}:
            return None
        first = self._past_articles(end + 1)
        office = self._office_from(first, led=first > end + 1)
        if office is None:
            return self._plain_apposition(end + 1, first) if opener in _COMMAS else None
        if opener == "(":
            closing = next((i for i in range(office, office + 25) if self.word(i) == ")"), None)
            return None if closing is None else (first, closing)
        title_end = self._apposition_end(office)
        return first, title_end

    def _plain_apposition(self, start: int, first: int) -> tuple[int, int] | None:
        """A trade that is in no table: ", a community health worker in Ouahigouya,"."""
        articles = {"a", "an", "the", "le", "la", "l'", "un", "une"}
        led = first > start and self.word(start) in articles
        if not (led or self.language == "fr") or self.is_capital(first):
            return None
        if not self._is_plain(first) or self.word(first).endswith(("ing", "ant")):
            return None
        end = self._clause_end(first)
        closed = self.word(end) in {*_COMMAS, ".", ""} or self.word(end) in '»”"'
        return (first, end) if closed and 0 < end - first <= 9 else None

    def _apposition_end(self, office: int) -> int:
        """Where a title after a name ends; commas inside it are passed."""
        end = self._clause_end(self.office_end(office))
        while self.word(end) in _COMMAS:
            following = self._clause_end(end + 1)
            more = following > end + 1 and self._is_more_of_title(end + 1, following)
            if not more:
                break
            end = following
        return end

    def _clause_end(self, index: int) -> int:
        ends = self._lexicon.words("ends_phrase")
        prepositions = self._lexicon.words("office_prepositions")
        start = index
        while index < len(self.tokens) and index - start < _LONGEST_TITLE:
            word = self.word(index)
            if self.word(index) == "." and self._is_abbreviation(index - 1):
                index += 1
                continue
            if not (self.tokens[index].is_word or word in {"&", "-", "/", "’", "'"}):
                break
            if self.verb_end(index) > index and not self.is_capital(index):
                break
            if word in ends and word not in prepositions:
                break
            if self._lexicon.phrases("participles").length_at(self.tokens, index):
                break
            index += 1
        return index

    def _is_abbreviation(self, index: int) -> bool:
        return self.word(index) in {"inc", "ltd", "corp", "co", "st", "dr", "u.s", "u.n", "llc"}

    def _is_more_of_title(self, start: int, end: int) -> bool:
        """Whether what follows a comma in an apposition belongs to the title."""
        if self.honorifics_end(start) > start or self.verb_end(start) > start:
            return False
        capitals = all(
            self.is_capital(i) or self.word(i) in self._lexicon.words("office_prepositions")
            for i in range(start, end)
        )
        listed = any(self.word(i) in {"and", "et", "&"} for i in range(start, end))
        closed = self.word(end) in {*_COMMAS, ".", ""} or self.verb_end(end) > end
        return closed and ((capitals and not self._is_other_person(start, end)) or listed)

    def _is_other_person(self, start: int, end: int) -> bool:
        del end
        return self.written(start) in self._not_names()

    # -- values

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
            self.tokens[start].start,
            self.tokens[end - 1].end,
            MentionKind.NAMED if name else MentionKind.OFFICE,
            self._words(name) if name else "",
            " ".join(dict.fromkeys(self._words(span) for span in spans)),
            self._words(title) if title else "",
            self._organisation(*title) if title else "",
            self._feminine(spans, title),
        )

    def _words(self, span: tuple[int, int]) -> str:
        start, end = span
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""

    def _feminine(self, spans: list[tuple[int, int]], title: tuple[int, int] | None) -> bool | None:
        for table, answer in (("feminine_honorifics", True), ("masculine_honorifics", False)):
            phrases = self._lexicon.phrases(table, exact=True)
            if any(phrases.length_at(self.tokens, i) for s, e in spans for i in range(s, e)):
                return answer
        if title is None:
            return None
        heads = [self.word(i) for i in range(*title)]
        if any(word.endswith("woman") for word in heads):
            return True
        if any(word.endswith("man") and word != "human" for word in heads):
            return False
        feminine = ("trice", "ère", "euse", "ente", "ée", "teure", "seure")
        return True if self.language == "fr" and heads[0].endswith(feminine) else None

    def _organisation(self, start: int, end: int) -> str:
        """The body a title names: after its preposition, or before the office as in "OIC chief"."""
        office = next((i for i in range(start, end) if self.office_end(i) > i), start)
        before = [i for i in range(start, office) if self._is_own_name(i, office)]
        if before:
            first = before[0]
            while first > start and self.is_capital(first - 1):
                first -= 1
            return self._words((first, before[-1] + 1))
        start = self.office_end(office)
        return self._body_in(start, end) or self._company_in(office, start, end)

    def _body_in(self, start: int, end: int) -> str:
        """A body whose kind the title names, or an acronym."""
        for index in range(start, end):
            if self._is_acronym(index):
                return self._words((index, index + 1))
            body = self.word(index) in self._lexicon.words("bodies")
            if body and any(self.is_capital(i) for i in range(index, min(index + 4, end))):
                first = index
                while first > start + 1 and self.is_capital(first - 1):
                    first -= 1
                ends = {"'s", *self._lexicon.words("loose_prepositions")}
                past = next((i for i in range(index, end) if self.word(i) in ends), end)
                return self._words((first, past))
        return ""

    def _company_in(self, office: int, start: int, end: int) -> str:
        """What a company's office is of: "CEO of Brightwater Labs"."""
        if not self._lexicon.phrases("company_offices").length_at(self.tokens, office):
            return ""
        for index in range(end - 1, start - 1, -1):
            if self.word(index) in {"at", "of", "de", "d'", "chez", "for"}:
                return self._words((index + 1, end)) if self.is_capital(index + 1) else ""
        return ""

    def _is_own_name(self, index: int, office: int) -> bool:
        """Whether a word before an office names a body: "OIC chief", "Acme CEO"."""
        if self._is_acronym(index):
            return True
        companies = self._lexicon.phrases("company_offices").length_at(self.tokens, office)
        modifier = self.word(index) in self._lexicon.words("office_modifiers")
        return bool(companies) and self.is_capital(index) and not modifier

    def _is_acronym(self, index: int) -> bool:
        written = self.written(index)
        return (
            len(written) > 1
            and self.word(index) not in places(self.language)[1]
            and written.isupper()
            and written.isalpha()
            and (self.office_end(index) == index)
        )
