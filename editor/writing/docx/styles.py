"""The styles part: every named style a document uses, with both looks, Latin and Arabic.

Elements stand in the order that the schema asks for (ECMA-376 part 1, §17.3.1.26, §17.3.2.28,
§17.7.4.17): Word repairs a file, or refuses it, where they do not.
"""

from collections.abc import Iterator

from editor.writing.docx.look import Face, Look, eighths, twentieths
from editor.writing.docx.markup import DECLARATION, XMLNS, attribute
from editor.writing.docx.sheet import Bar, Style, Styles

QUOTATION = "Quotation"
TITLE = "WorkTitle"
TERM = "Term"
EMPHASIS = "Emphasis"
STRONG = "Strong"
LINK = "Hyperlink"
NOTICE = "NoticeText"
REFERENCE = "Reference"
BESIDE = "beside"
"""What is added to the key of a style for the second column of the letterhead."""
COLUMN = ("organisation", "letterhead")
"""The styles of a column of the letterhead."""
LIST_NUMBERING = 1
"""The number of the list that the List style belongs to."""

_BUILT_IN = {"header": "header", "footer": "footer", "list": "List"}
"""Styles that Word knows: its name for them, by their key."""


def style_id(key: str) -> str:
    """The id of a paragraph style, by its key in the style sheet."""
    return "".join(part.capitalize() for part in key.split("_"))


def styles_xml(look: Look) -> str:
    """The styles part of a document in one language."""
    styles = look.sheet.styles
    parts = [
        _defaults(look),
        _normal(look),
        *_built_in(),
        *(_heading(level) for level in range(1, _deepest(styles) + 1)),
        *(_paragraph_style(look, key) for key in Styles.__struct_fields__),
        *_beside_styles(look),
        *_character_styles(look),
    ]
    return f"{DECLARATION}<w:styles {XMLNS}>{''.join(parts)}</w:styles>"


def _beside_styles(look: Look) -> Iterator[str]:
    """Styles of the letterhead's second column: the same, in the look of its language."""
    if look.beside is not None:
        yield from (_paragraph_style(look.beside, key, BESIDE) for key in COLUMN)


def run_look(face: Face, colour: str, *, bold: bool) -> str:
    """Run properties of a style: both families, weights and sizes."""
    latin, arabic = attribute(face.latin), attribute(face.arabic)
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f"<w:rPr><w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={latin} w:cs={arabic}/>"
        f'{weight}<w:color w:val="{colour}"/>'
        f'<w:sz w:val="{face.size}"/><w:szCs w:val="{face.arabic_size}"/></w:rPr>'
    )


def _deepest(styles: Styles) -> int:
    return max(int(getattr(styles, key).level) for key in Styles.__struct_fields__)


def _defaults(look: Look) -> str:
    face = look.face(look.sheet.styles.body)
    latin, arabic = attribute(face.latin), attribute(face.arabic)
    latin_tag, arabic_tag = look.latin_language.tag, look.arabic_language.tag
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={latin} w:cs={arabic}/>"
        f'<w:color w:val="{look.colours["ink"]}"/>'
        f'<w:sz w:val="{face.size}"/><w:szCs w:val="{face.arabic_size}"/>'
        f'<w:lang w:val="{latin_tag}" w:eastAsia="{latin_tag}" w:bidi="{arabic_tag}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{face.pitch}" w:lineRule="atLeast"/>'
        '<w:jc w:val="start"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _normal(look: Look) -> str:
    direction = "<w:pPr><w:bidi/></w:pPr>" if look.language.is_rtl else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{direction}</w:style>"
    )


def _built_in() -> Iterator[str]:
    """The styles that stand for having none, which every document needs."""
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
    )
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    yield (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _heading(level: int) -> str:
    """Word's own heading of a level: what navigation and screen readers look for."""
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Body"/>'
        '<w:uiPriority w:val="9"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def _paragraph_style(look: Look, key: str, variant: str = "") -> str:
    style = look.style(key)
    own, name = (key, style.name)
    if variant:
        own, name = f"{key}_{variant}", f"{style.name} ({look.language.name})"
    face = look.face(style)
    level = int(style.level)
    custom = "" if key in _BUILT_IN else ' w:customStyle="1"'
    following = style_id(key) if key in {"list", "contact", "boilerplate"} else "Body"
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(own)}">'
        f"<w:name w:val={attribute(_BUILT_IN.get(key, name))}/>"
        f'<w:basedOn w:val="{f"Heading{level}" if level else "Normal"}"/>'
        f'<w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_look(look, key, style, face)}</w:pPr>"
        f"{run_look(face, look.colours[style.colour], bold=style.bold)}</w:style>"
    )


def _paragraph_look(look: Look, key: str, style: Style, face: Face) -> str:
    ground = look.colours.get(style.ground, "")
    numbered = f'<w:numPr><w:numId w:val="{LIST_NUMBERING}"/></w:numPr>' if style.bullet else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    parts = [
        "<w:keepNext/>" if style.keep_with_next else "",
        "<w:keepLines/>" if style.keep_together or style.keep_with_next else "",
        "<w:widowControl/>",
        numbered,
        _rules(look, style),
        shade,
        _tabs(look, key),
        _direction(look, styled=key in COLUMN),
        _spacing(style, face),
        _indent(style),
        "<w:contextualSpacing/>" if style.contextual else "",
        f'<w:jc w:val="{style.align}"/>' if style.align != "start" else "",
        f'<w:outlineLvl w:val="{int(style.level) - 1}"/>' if style.level else "",
    ]
    return "".join(parts)


def _direction(look: Look, *, styled: bool) -> str:
    """Said of both directions where a document has columns in both."""
    if look.language.is_rtl:
        return "<w:bidi/>"
    return '<w:bidi w:val="0"/>' if styled and look.has_columns else ""


def _rules(look: Look, style: Style) -> str:
    """Borders, named by the side of the page whatever the direction of the paragraph (§17.3.1.24).

    Colour behind a paragraph ends at its lines: borders of the same colour carry it further.
    """
    padding = Bar(colour=style.ground, width=style.padding, space=0)
    above = style.rule_above if style.rule_above.width else padding
    below = style.rule if style.rule.width else padding
    rtl = look.language.is_rtl
    borders = (
        border(look, "top", above),
        "" if rtl else border(look, "left", style.bar),
        border(look, "bottom", below),
        border(look, "right", style.bar) if rtl else "",
    )
    return f"<w:pBdr>{''.join(borders)}</w:pBdr>" if any(borders) else ""


def border(look: Look, side: str, bar: Bar, space: int | None = None) -> str:
    """A border of a paragraph or a table; nothing where it has no width."""
    if not bar.width:
        return ""
    return (
        f'<w:{side} w:val="single" w:sz="{eighths(bar.width)}" '
        f'w:space="{round(bar.space) if space is None else space}" '
        f'w:color="{look.colours[bar.colour]}"/>'
    )


def _tabs(look: Look, key: str) -> str:
    """Lines with something at either end have a tab at the far edge."""
    if key not in {"header", "footer", "particulars"}:
        return ""
    return f'<w:tabs><w:tab w:val="end" w:pos="{look.text_width}"/></w:tabs>'


def _spacing(style: Style, face: Face) -> str:
    return (
        f'<w:spacing w:before="{twentieths(style.before)}" w:after="{twentieths(style.after)}" '
        f'w:line="{face.pitch}" w:lineRule="atLeast"/>'
    )


def _indent(style: Style) -> str:
    if style.bullet:
        indent = twentieths(style.indent)
        return f'<w:ind w:start="{indent}" w:hanging="{indent}"/>'
    return f'<w:ind w:start="{twentieths(style.indent)}"/>' if style.indent else ""


def stressed(look: Look) -> str:
    """What emphasis looks like: Latin letters slanted; Arabic has no italic and is set bold."""
    if look.language.is_rtl:
        return "<w:b/><w:bCs/>"
    return '<w:b w:val="0"/><w:bCs/><w:i/><w:iCs w:val="0"/>'


HEAVY = "<w:b/><w:bCs/>"
"""What strong emphasis looks like."""


def _character_styles(look: Look) -> Iterator[str]:
    link, ink = (f'<w:color w:val="{look.colours[name]}"/>' for name in ("accent", "ink"))
    yield _character_style(QUOTATION, "Quotation", "", custom=True)
    yield _character_style(TITLE, "Title of work", "", custom=True)
    yield _character_style(TERM, "Term", "", custom=True)
    yield _character_style(EMPHASIS, "Emphasis", stressed(look))
    yield _character_style(STRONG, "Strong", HEAVY)
    notice = f'<w:b/><w:bCs/><w:color w:val="{look.colours[look.sheet.styles.notice.colour]}"/>'
    yield _character_style(NOTICE, "Notice text", notice, custom=True)
    yield _character_style(REFERENCE, "Reference", ink, custom=True)
    yield _character_style(LINK, "Hyperlink", link)


def _character_style(key: str, name: str, look: str, *, custom: bool = False) -> str:
    is_custom = ' w:customStyle="1"' if custom else ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="character"{is_custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>{properties}</w:style>'
    )
