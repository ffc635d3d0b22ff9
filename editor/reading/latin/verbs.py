"""Verbs of speaking in English and French, with adverbs and pronouns inside them."""

from editor.reading.latin.words import LatinWords
from editor.reading.lexicon import lexicon


class LatinVerbs:
    """The verbs of one text."""

    def __init__(self, words: LatinWords) -> None:
        self._words = words
        self._lexicon = lexicon(words.language)

    def verb(self, index: int) -> tuple[int, str]:
        """Where a verb of speaking ends, and the pronoun inside it, as in "a-t-elle ajouté"."""
        words = self._words
        if self._is_noun(index):
            return index, ""
        if words.language == "en":
            return words.verb_end(index), ""
        word = words.word(index)
        for pronoun in ("-t-il", "-t-elle", "-t-on", "-ils", "-elles", "-il", "-elle"):
            if word.endswith(pronoun):
                return self._inverted(index, word.removesuffix(pronoun)), pronoun.split("-")[-1]
        if (end := words.verb_end(index)) > index:
            return end, ""
        return self._compound(index, word), ""

    def _is_noun(self, index: int) -> bool:
        """Whether a word that may be a verb has nothing behind it that a verb of speaking has."""
        if self._words.word(index) not in self._lexicon.words("nouns_too"):
            return False
        said = {":", ",", *"«“\"‘'", *self._lexicon.words("complements")}
        pronoun = self._words.word(index - 1) in self._lexicon.words("pronouns")
        return not pronoun and self._words.word(index + 1) not in said

    def _inverted(self, index: int, stem: str) -> int:
        known = self._lexicon.words("verbs")
        if stem in known:
            return index + 1
        return self._compound(index, stem)

    def _compound(self, index: int, first: str) -> int:
        """Past "a également déclaré": adverbs stand inside a verb of two words."""
        if first not in {"a", "ont", "est", "avait"}:
            return index
        adverbs = self._lexicon.words("adverbs")
        at = index + 1
        while self._words.word(at) in adverbs and at - index < 5:
            at += 1
        known = self._lexicon.words("verbs")
        last = self._words.word(at)
        last = next((base for base in _agreeing(last) if f"a {base}" in known), last)
        auxiliary = "ont" if first == "ont" else "a"
        if f"{auxiliary} {last}" in known or f"a {last}" in known:
            return at + 1
        return at + 1 if first == "est" and f"s'est {last}" in known else index


def _agreeing(participle: str) -> tuple[str, ...]:
    """A past participle and what it may be the feminine or the plural of."""
    bare = participle.removesuffix("s")
    return (participle, bare, bare.removesuffix("e"))
