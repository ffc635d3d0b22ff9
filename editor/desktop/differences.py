"""What has changed between two versions of a text, word by word.

An editor says roughly where a change happened, and a change may be several: replacing a word in
two places of a paragraph must not take out and retype what stands between them, because another
person may be typing there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

MOST_TOKENS = 4000
"""Above this, a changed range is one change: aligning words takes time that a key does not have."""

_TOKENS = regex.compile(r"[\p{L}\p{M}\p{N}\p{Cf}]+|.", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of the old text and the words that took its place, in code points."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Where an editor says the change was: how many code points left and came at a place."""

    start: int
    removed: int
    added: int


def differences(old: str, new: str, hint: Hint | None = None) -> tuple[Difference, ...]:
    """The changes from one text to another, in order, with offsets in the old text.

    Args:
        old: The text as it was.
        new: The text as it is.
        hint: Where the change was. It decides between readings that are equally short, as when
            a letter is typed among equal letters; a hint that is wrong does no harm.
    """
    if old == new:
        return ()
    start, old_end, new_end = _changed_range(old, new, hint)
    if start in {old_end, new_end}:
        return (Difference(start, old_end, new[start:new_end]),)
    return tuple(_by_words(old[start:old_end], new[start:new_end], start))


def touched_stretch(old: str, new: str, hint: Hint | None = None) -> tuple[int, int]:
    """The stretch of the old text that was edited at all, even where it says the same again."""
    if hint is not None and _is_true(old, new, hint):
        return hint.start, hint.start + hint.removed
    first, last, _ = _changed_range(old, new, None)
    return first, last


def common_prefix(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    size = min(len(one), len(other))
    if one[:size] == other[:size]:
        return size
    low, high = 0, size  # one[:low] == other[:low] and one[:high] != other[:high]
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def common_suffix(one: str, other: str) -> int:
    """How many characters two texts end with in common."""
    return common_prefix(one[::-1], other[::-1])


def _changed_range(old: str, new: str, hint: Hint | None) -> tuple[int, int, int]:
    """The range that differs: its start, its end in the old text and its end in the new one."""
    first, old_end, new_end = 0, len(old), len(new)
    if hint and _is_true(old, new, hint):
        first = hint.start
        old_end, new_end = first + hint.removed, first + hint.added
    prefix = common_prefix(old[first:old_end], new[first:new_end])
    first += prefix
    suffix = common_suffix(old[first:old_end], new[first:new_end])
    return first, old_end - suffix, new_end - suffix


def _is_true(old: str, new: str, hint: Hint) -> bool:
    """Whether nothing differs outside the hint's range."""
    return (
        old[: hint.start] == new[: hint.start]
        and old[hint.start + hint.removed :] == new[hint.start + hint.added :]
        and hint.removed <= len(old) - hint.start
        and hint.added <= len(new) - hint.start
    )


def _by_words(old: str, new: str, offset: int) -> Iterator[Difference]:
    old_tokens, new_tokens = _TOKENS.findall(old), _TOKENS.findall(new)
    if len(old_tokens) + len(new_tokens) > MOST_TOKENS:
        yield Difference(offset, offset + len(old), new)
        return
    old_ends, new_ends = list(_ends(old_tokens)), list(_ends(new_tokens))
    matcher = SequenceMatcher(None, old_tokens, new_tokens, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            yield Difference(
                offset + old_ends[old_from],
                offset + old_ends[old_to],
                new[new_ends[new_from] : new_ends[new_to]],
            )


def _ends(tokens: list[str]) -> Iterator[int]:
    """Where each token begins, and where the last one ends."""
    position = 0
    yield position
    for token in tokens:
        position += len(token)
        yield position
