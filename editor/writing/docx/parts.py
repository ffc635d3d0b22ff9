"""The small parts of the package: settings, fonts, numbering, theme and properties.

python-docx's own template brings parts of another program and another machine; these are all that
a document needs (ECMA-376 part 1, §11.3), and say nothing of the machine they are made on.
"""

import datetime as dt

from editor.writing.document import Document
from editor.writing.docx.embedding import EmbeddedFont, Fonts
from editor.writing.docx.look import Look, twentieths
from editor.writing.docx.markup import DECLARATION, XMLNS, attribute, content, line
from editor.writing.docx.styles import LIST_NUMBERING, run_look, style_id
from editor.writing.runs import without_isolates

_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)
_UNDATED = dt.date(1980, 1, 1)
"""The date of a release whose day of issue is not known: the format asks for one."""


def settings_xml(look: Look) -> str:
    """The settings of the document: those of Word since 2013, and its languages."""
    latin, arabic = look.latin_language.tag, look.arabic_language.tag
    # Whoever saves the document again keeps the fonts whole.
    whole = '<w:embedTrueTypeFonts/><w:saveSubsetFonts w:val="0"/>'
    embedding = whole if look.house.embed_fonts else ""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{value}"/>'
        for name, value in _COMPATIBILITY
    )
    return (
        f'{DECLARATION}<w:settings {XMLNS}><w:zoom w:percent="100"/>{embedding}'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compatibility}</w:compat>"
        f'<w:themeFontLang w:val="{latin}" w:bidi="{arabic}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
        'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
        'w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts_xml(look: Look, fonts: Fonts) -> str:
    """The families the document asks for, and what to take where they are not installed.

    Args:
        look: The look of the document.
        fonts: The fonts that are in it, by family.
    """
    faces = look.house.typefaces.values()
    families = sorted({family for face in faces for family in (face.body, face.heading)})
    return (
        f"{DECLARATION}<w:fonts {XMLNS}>"
        + "".join(
            _font(
                family,
                look.sheet.substitutes.get(family, ""),
                "".join(_embedding(font) for font in fonts.get(family, ())),
            )
            for family in families
        )
        + "</w:fonts>"
    )


def _embedding(font: EmbeddedFont) -> str:
    return f'<w:{font.element} r:id="{font.id}" w:fontKey="{font.key}"/>'


def _font(family: str, substitutes: str, embedding: str) -> str:
    other = f"<w:altName w:val={attribute(substitutes)}/>" if substitutes else ""
    return (
        f'<w:font w:name={attribute(family)}>{other}<w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/>{embedding}</w:font>'
    )


def numbering_xml(look: Look) -> str:
    """The list of the List style: one level, with the house's bullet."""
    style = look.sheet.styles.list
    indent = twentieths(style.indent)
    properties = run_look(look.face(style), look.colours[style.bullet_colour], bold=False)
    return (
        f'{DECLARATION}<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:pStyle w:val="{style_id("list")}"/>'
        f'<w:lvlText w:val={attribute(style.bullet)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:start="{indent}" w:hanging="{indent}"/></w:pPr>{properties}</w:lvl>'
        f'</w:abstractNum><w:num w:numId="{LIST_NUMBERING}"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )


def core_xml(document: Document) -> str:
    """Title, author, language and dates, from the record alone."""
    moment = f"{(document.issued or _UNDATED).isoformat()}T00:00:00Z"
    author = content(line(document.masthead.organisation))
    subject = document.masthead.kind
    if document.reference is not None:
        subject = f"{subject} – {document.reference.value}"
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{content(line(document.title))}</dc:title>"
        f"<dc:subject>{content(line(without_isolates(subject)))}</dc:subject>"
        f"{_notices(document)}"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{document.language.tag}</dc:language></cp:coreProperties>"
    )


def _notices(document: Document) -> str:
    """Why it may not go out yet: nothing where it may."""
    if not document.notices:
        return ""
    notices = content(line("; ".join(document.notices)))
    return f"<cp:keywords>{notices}</cp:keywords><cp:contentStatus>{notices}</cp:contentStatus>"


def app_xml(document: Document) -> str:
    """The program and the organisation."""
    company = content(line(document.masthead.organisation))
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Bayan</Application><Company>{company}</Company></Properties>"
    )
