"""All strings that a document prints are told, in pieces that stand together."""

from editor.house import load_house
from editor.release.content import BlockKind
from editor.writing.document import compose
from editor.writing.pieces import pieces
from tests.writing.releases import english, release, sample


def test_every_paragraph_is_one_piece() -> None:
    document = compose(sample(), load_house("oic"), "ar")
    found = set(pieces(document))
    assert {paragraph.words for paragraph in document.paragraphs} <= found
    assert "".join(run.words for run in document.headline) in found


def test_furniture_and_sections_are_told() -> None:
    document = compose(english(), load_house("oic"), "en")
    found = set(pieces(document))
    assert {document.masthead.organisation, document.end_mark, document.dateline} <= found
    assert document.contact is not None
    assert document.contact.title in found
    assert all("".join(run.words for run in line) in found for line in document.contact.lines)


def test_a_pattern_is_told_without_its_placeholders() -> None:
    document = compose(english(), load_house("oic"), "en")
    assert document.page_label == "Page {page} of {pages}"
    assert {"Page ", " of "} <= set(pieces(document))


def test_words_that_look_like_a_pattern_are_told_whole() -> None:
    made = release("en", [(BlockKind.LEAD, "The {place} of {pages}.")], "x")
    assert "The {place} of {pages}." in set(pieces(compose(made, load_house("oic"), "en")))
