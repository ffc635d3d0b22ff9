"""Markdown says the same when it is read by CommonMark's rules."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser
from markdown_it import MarkdownIt

from editor.house import load_house
from editor.release.content import Block, BlockKind, Mark, Release, Span, Text, Translated
from editor.writing.document import compose
from editor.writing.markdown import markdown_text, write_markdown
from editor.writing.parts import parts
from tests.writing import releases

HOUSE = load_house("oic")
ALL = {"ar": releases.sample(), "en": releases.english(), "fr": releases.french()}
_UNSEEN = regex.compile(r"[\u2066-\u2069\u200b]")


def rendered(text: str) -> parser.HtmlElement:
    return parser.fromstring(f"<main>{MarkdownIt('commonmark').render(text)}</main>")


def read_back(text: str) -> list[str]:
    """The words that a reader of the rendered text sees."""
    return _UNSEEN.sub("", " ".join(rendered(text).itertext())).split()


def one(words: str, *spans: Span) -> Release:
    return Release(
        id="one",
        language="en",
        languages=("en",),
        blocks=(Block("b1", BlockKind.PARAGRAPH, Translated(en=Text(words, spans))),),
    )


@pytest.mark.parametrize("language", ALL)
def test_every_word_is_read_back_in_order(language: str) -> None:
    document = compose(ALL[language], HOUSE, language)
    said = " ".join(part.words for part in parts(document))
    assert read_back(write_markdown(ALL[language], HOUSE, language).decode()) == (
        _UNSEEN.sub("", said).split()
    )


def test_headline_headings_lists_and_notices_are_what_they_are() -> None:
    root = rendered(markdown_text(compose(releases.english(), HOUSE, "en")))
    assert [h.text for h in root.findall("h1")] == ["Ministers agree on a joint grain reserve"]
    assert root.find("h2").text == "What was agreed"
    assert [item.text for item in root.findall("ul/li")] == [
        "A grain reserve of 400,000 tonnes.",
        "An early warning network.",
    ]
    assert root.find(".//a").get("href") == "https://www.oic.example/food"
    assert rendered(markdown_text(compose(one("x"), HOUSE, "en"))).find("blockquote") is not None


@pytest.mark.parametrize(
    "words",
    [
        "# no heading",
        "- no item",
        "+ no item",
        "12. August was hot",
        "3) is no item",
        "> no quotation",
        "===",
        "---",
        "***",
        "*stars* and _lines_ and `ticks`",
        "[no](link) ![no](picture)",
        "<b>no markup</b> &copy; &amp;",
        "a \\ b",
        "one_two_three ~~no~~ | x",
        "1\\. x",
        "    no code",
        "https://oic.example/a_b*c_(d) and more",
        "line one\n# line two\n- line three",
        "- - -",
        "\u2066#tag\u2069 x",
    ],
)
def test_words_are_never_markup(words: str) -> None:
    text = markdown_text(compose(one(words), HOUSE, "en"))
    body = text.partition("> **Draft – not for release**\n\n")[2].partition("\n\n\\###")[0]
    root = rendered(body)
    assert {element.tag for element in root.iter()} <= {"main", "p", "br", "a"}
    assert "".join(root.itertext()).split() == _UNSEEN.sub("", words).split()


@pytest.mark.parametrize(
    ("words", "stretch", "mark", "element"),
    [
        ("It is very good", "very", Mark.EMPHASIS, "em"),
        ("It is very good", " very ", Mark.STRONG, "strong"),
        ("It is (very) good", "(very)", Mark.STRONG, "strong"),
        ("It is“very”good", "“very”", Mark.STRONG, "strong"),
        ("unbelievable", "believ", Mark.EMPHASIS, "em"),
        ("a *b* c", "*b*", Mark.EMPHASIS, "em"),
    ],
)
def test_marks_hold_wherever_they_stand(words: str, stretch: str, mark: Mark, element: str) -> None:
    start = words.index(stretch)
    release = one(words, Span(start, start + len(stretch), mark))
    root = rendered(markdown_text(compose(release, HOUSE, "en")))
    marked = [found.text for found in root.iter(element)]
    assert stretch.strip() in marked


def test_a_link_keeps_its_address() -> None:
    address = "https://oic.example/a_(b)?c=[d]&e=*"
    root = rendered(
        markdown_text(compose(one("See the plan", Span(4, 12, Mark.LINK, address)), HOUSE, "en"))
    )
    link = root.find(".//a")
    assert (link.text, regex.sub("%5B", "[", link.get("href")).replace("%5D", "]")) == (
        "the plan",
        address,
    )


@settings(max_examples=100)
@given(st.text(alphabet="ab*_`#->+.1[]()<>&\\~|! \n:؟م", min_size=1, max_size=30))
def test_any_words_come_back(words: str) -> None:
    text = markdown_text(compose(one(f"x{words}x"), HOUSE, "en"))
    body = text.partition("> **Draft – not for release**\n\n")[2].partition("\n\n\\###")[0]
    assert read_back(body) == f"x{words}x".replace("\n", " ").split()
