"""The theme part, which Word expects: the house's colours and faces under the names it offers."""

from editor.writing.docx.look import Look
from editor.writing.docx.markup import DECLARATION, attribute

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(look: Look) -> str:
    """The theme part."""
    name = attribute(look.house.name)
    body = look.face(look.sheet.styles.body)
    heading = look.face(look.sheet.styles.headline)
    colours = look.colours
    schemes = {
        "dk1": colours["ink"],
        "lt1": "FFFFFF",
        "dk2": colours["accent"],
        "lt2": colours["line"],
        "accent1": colours["accent"],
        "accent2": colours["muted"],
        "accent3": colours["ink"],
        "accent4": colours["line"],
        "accent5": colours["accent"],
        "accent6": colours["muted"],
        "hlink": colours["accent"],
        "folHlink": colours["muted"],
    }
    palette = "".join(
        f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in schemes.items()
    )
    faces = "".join(
        f'<a:{role}Font><a:latin typeface={attribute(face.latin)}/><a:ea typeface=""/>'
        f"<a:cs typeface={attribute(face.arabic)}/></a:{role}Font>"
        for role, face in (("major", heading), ("minor", body))
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f"name={name}><a:themeElements><a:clrScheme name={name}>{palette}</a:clrScheme>"
        f"<a:fontScheme name={name}>{faces}</a:fontScheme><a:fmtScheme name={name}>"
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )
