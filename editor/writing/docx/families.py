"""The families that the words of a document are set in, found in the document itself."""

from collections.abc import Iterable

from lxml import etree

from editor.writing.docx.look import Face, Look
from editor.writing.docx.markup import NAMESPACES
from editor.writing.docx.sheet import Styles
from editor.writing.docx.styles import BESIDE, COLUMN, style_id

_W = f"{{{NAMESPACES['w']}}}"
_VALUE = f"{_W}val"


def families_used(stories: Iterable[etree._Element], look: Look) -> dict[str, bool]:
    """Each family that a printed character is set in, and whether some of it is slanted.

    Args:
        stories: The body, the headers and the footers.
        look: The look that they were made with.
    """
    faces = _faces(look)
    families: dict[str, bool] = {}
    for story in stories:
        for paragraph in story.iter(f"{_W}p"):
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            face = faces.get("" if style is None else style.get(_VALUE, ""))
            for run in paragraph.iter(f"{_W}r") if face else ():
                if face is not None and _prints(run):
                    family, slanted = _family(run, face)
                    families[family] = families.get(family, False) or slanted
    return dict(sorted(families.items()))


def _faces(look: Look) -> dict[str, Face]:
    """The faces of the paragraph styles, by their ids."""
    faces = {style_id(key): look.face(look.style(key)) for key in Styles.__struct_fields__}
    if (other := look.beside) is not None:
        faces |= {style_id(f"{key}_{BESIDE}"): other.face(other.style(key)) for key in COLUMN}
    return faces


def _prints(run: etree._Element) -> bool:
    """Whether there is something to see in it: isolates and spaces need no font."""
    return any(
        character.isprintable() and not character.isspace()
        for text in run.iter(f"{_W}t")
        for character in text.text or ""
    )


def _family(run: etree._Element, face: Face) -> tuple[str, bool]:
    """The family of a run, and whether it is slanted: letters of complex scripts never are."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return face.latin, False
    if properties.find(f"{_W}rtl") is not None or properties.find(f"{_W}cs") is not None:
        return face.arabic, False
    return face.latin, properties.find(f"{_W}i") is not None
