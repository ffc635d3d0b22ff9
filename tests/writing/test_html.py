"""The HTML file is whole, says what it is, and carries nothing that was not meant to leave."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from editor.house import House, HouseError, load_house
from editor.house.contrast import contrast
from editor.release.content import BlockKind, Mark, Release, Span, Status, Text, Translated
from editor.writing import write_html
from editor.writing.html.looks import for_night
from tests.writing import releases

HOUSES = {name: load_house(name) for name in ("oic", "ministry")}
ALL = {"ar": releases.sample(), "en": releases.english(), "fr": releases.french()}
_CONTROLS = regex.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def page(release: Release, language: str, house: House = HOUSES["oic"]) -> parser.HtmlElement:
    return parser.document_fromstring(write_html(release, house, language).decode())


def data(of: parser.HtmlElement) -> dict[str, object]:
    script = of.find(".//script[@type='application/ld+json']")
    return dict(json.loads(script.text))


def one(words: str, *spans: Span, language: str = "en") -> Release:
    text = Translated({language: Text(words, spans)})
    release = releases.release(language, [(BlockKind.LEAD, words)], "A headline")
    return dataclasses.replace(
        release, blocks=(dataclasses.replace(release.blocks[0], texts=text),)
    )


def lead(of: parser.HtmlElement) -> str:
    element = of.find(".//p[@class='lead']")
    return parser.tostring(element, encoding="unicode").strip()


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize(
    ("language", "tag", "direction"),
    [("ar", "ar-SA", "rtl"), ("en", "en-GB", "ltr"), ("fr", "fr-FR", "ltr")],
)
def test_the_page_has_its_language_and_direction(
    house: str, language: str, tag: str, direction: str
) -> None:
    root = page(ALL[language], language, HOUSES[house])
    assert (root.get("lang"), root.get("dir")) == (tag, direction)
    assert len(root.findall(".//h1")) == 1
    words = root.text_content()
    for block in ALL[language].blocks:
        assert block.text(language).words.split()[0] in words


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("language", ALL)
def test_the_file_needs_nothing_else(house: str, language: str) -> None:
    text = write_html(ALL[language], HOUSES[house], language).decode()
    assert regex.search(r"(?:src|@import|url\(|<link|xlink)", text) is None
    assert _CONTROLS.search(text) is None
    root = page(ALL[language], language, HOUSES[house])
    assert root.find(".//svg") is not None


def test_no_style_names_a_side() -> None:
    """Start and end turn with the language; left and right do not."""
    sheet = page(ALL["ar"], "ar").find(".//style").text
    sides = r"\b(?:left|right|top|bottom)\b|(?<![-(])\b(?:width|height):"
    assert regex.search(sides, sheet) is None


def test_the_same_release_gives_the_same_bytes() -> None:
    assert len({write_html(ALL["ar"], HOUSES["oic"], "ar") for _ in range(3)}) == 1


def test_the_data_say_what_the_page_says() -> None:
    assert data(page(releases.english(), "en")) | {"articleBody": ""} == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ministers agree on a joint grain reserve",
        "alternativeHeadline": "A fund for small farmers opens in March",
        "genre": "Press release",
        "identifier": "OIC/PR/2024/118",
        "inLanguage": "en-GB",
        "dateline": "ISTANBUL, Türkiye (UNA) – Sunday, 4 August 2024",
        "datePublished": "2024-08-04",
        "articleBody": "",
        "author": (
            us := {
                "@type": "Organization",
                "name": "Organisation of Islamic Cooperation",
                "alternateName": "OIC",
            }
        ),
        "publisher": us,
    }


@pytest.mark.parametrize(
    "attack",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]></style><img src=x onerror=alert(1)>",
        '"><b onclick="x">',
        "a & b &lt; c \u2028 d",
    ],
)
def test_words_are_never_markup(attack: str) -> None:
    release = dataclasses.replace(
        one(attack), reference=attack, headline=Translated(en=Text(attack))
    )
    root = page(release, "en")
    seen = attack.replace("\u2028", "\n")
    assert len(root.findall(".//script")) == 1
    assert root.find(".//img") is None
    assert data(root)["articleBody"] == seen
    assert root.find(".//p[@class='lead']").text_content() == seen.replace("\n", "")
    assert root.find(".//h1").text_content() == seen.replace("\n", "")


@settings(max_examples=100)
@given(st.text(alphabet="ab<>&\"'/ \u2066\u2067\u2069\u200bمن12-", min_size=1, max_size=30))
def test_any_words_come_back(words: str) -> None:
    seen = _CONTROLS.sub(
        "", page(one(f"x{words}x"), "en").find(".//p[@class='lead']").text_content()
    )
    assert seen == _CONTROLS.sub("", words.join("xx")).replace("\u200b", "")


@pytest.mark.parametrize(
    ("words", "mark", "value", "inner"),
    [
        ("He said “yes, we do” today", Mark.QUOTATION, "s1", "“<q>yes, we do</q>”"),
        ("It is very good", Mark.STRONG, "", "<strong>very</strong>"),
        ("It is very good", Mark.EMPHASIS, "", "<em>very</em>"),
        ("In “War and Peace” he", Mark.TITLE, "", "“<cite>War and Peace</cite>”"),
        (
            "See the plan here",
            Mark.LINK,
            'https://oic.example/?a=1&b="2"',
            '<a href="https://oic.example/?a=1&amp;b=%222%22">the plan</a>',
        ),
        ("See the plan here", Mark.LINK, "javascript:alert(1)", "See the plan here"),
    ],
)
def test_marks_are_elements(words: str, mark: Mark, value: str, inner: str) -> None:
    marked = {"yes": "yes, we do", "very": "very", "War": "War and Peace", "the": "the plan"}
    stretch = next(stretch for stretch in marked.values() if stretch in words)
    start = words.index(stretch)
    value = value.replace('"', "%22")
    root = page(one(words, Span(start, start + len(stretch), mark, value)), "en")
    assert inner in lead(root)


def test_a_quotation_with_a_foreign_name_in_it_is_one_quotation() -> None:
    words = "قال «إن وكالة Reuters 2 أعلنت» اليوم"
    span = Span(words.index("إن"), words.index("»"), Mark.QUOTATION, "s1")
    root = page(one(words, span, language="ar"), "ar")
    (quotation,) = root.find(".//p[@class='lead']").findall(".//q")
    assert quotation.text_content() == "إن وكالة Reuters 2 أعلنت"


@pytest.mark.parametrize(
    ("language", "words", "foreign", "lang", "direction"),
    [
        ("ar", "قالت وكالة Reuters اليوم", "Reuters", "en-GB", "ltr"),
        ("en", "Said (منظمة الأمن الغذائي) now", "منظمة الأمن الغذائي", "ar-SA", "rtl"),
        ("fr", "Selon منظمة hier", "منظمة", "ar-SA", "rtl"),
    ],
)
def test_every_foreign_passage_has_its_language_and_its_direction(
    language: str, words: str, foreign: str, lang: str, direction: str
) -> None:
    element = page(one(words, language=language), language).find(".//p[@class='lead']/span")
    assert element.text_content() == foreign
    assert element.get("lang") == lang
    assert element.find("bdi").get("dir") == direction


def test_a_foreign_source_in_the_dateline_has_its_language_too() -> None:
    release = dataclasses.replace(
        releases.sample(),
        dateline=dataclasses.replace(
            releases.sample().dateline, sources=Translated(ar="Anadolu Agency")
        ),
    )
    element = page(release, "ar").find(".//p[@class='dateline']/bdi")
    assert (element.get("lang"), element.text_content()) == ("en-GB", "Anadolu Agency")


def test_a_notice_stands_above_the_headline_and_keeps_search_engines_out() -> None:
    draft = dataclasses.replace(
        releases.english(), status=Status.DRAFT, embargo=releases.NOON_IN_MAKKAH
    )
    root = page(draft, "en")
    notices = root.find(".//div[@class='notices']")
    assert [p.get("class") for p in notices] == ["draft", "embargo"]
    assert root.find(".//meta[@name='robots']").get("content") == "noindex"
    assert str(data(root)["creativeWorkStatus"]).startswith("Draft")
    assert page(releases.english(), "en").find(".//meta[@name='robots']") is None


@pytest.mark.parametrize("house", HOUSES)
def test_colours_can_be_read_by_night(house: str) -> None:
    colours = HOUSES[house].colours
    assert contrast(for_night(colours.accent), "#191B1A") >= 4.5
    assert for_night("#FFFFFF") == "#FFFFFF"


@pytest.mark.parametrize(
    "active",
    [
        "<script>alert(1)</script>",
        '<image href="https://oic.example/spy.png"/>',
        '<circle r="1" onclick="alert(1)"/>',
        "<style>* { background: url(https://oic.example/spy) }</style>",
        '<rect style="fill: url(https://oic.example/spy)"/>',
    ],
)
def test_an_emblem_is_a_drawing_and_does_nothing(active: str, tmp_path: Path) -> None:
    house = house_with_emblem(
        f'<svg xmlns="http://www.w3.org/2000/svg"><title>x</title>{active}<path d="M0 0"/></svg>',
        tmp_path,
    )
    text = write_html(releases.english(), house, "en").decode()
    assert '<path d="M0 0"/>' in text
    assert "alert" not in text
    assert "spy" not in text


def test_an_emblem_that_is_no_drawing_is_a_fault_of_the_house(tmp_path: Path) -> None:
    house = house_with_emblem("not a drawing", tmp_path)
    with pytest.raises(HouseError):
        write_html(releases.english(), house, "en")


def house_with_emblem(emblem: str, folder: Path) -> House:
    place = folder / "oic"
    shutil.copytree(HOUSES["oic"].folder, place)
    (place / "emblem.svg").write_text(emblem, encoding="utf-8")
    return load_house(place)
