"""The house's emblem inside the page, as a drawing and nothing else."""

from pathlib import Path

from lxml import etree

from editor.house import Fault, House, HouseError

_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = frozenset({f"{_SVG}script", f"{_SVG}foreignObject", f"{_SVG}a", f"{_SVG}style"})


def inline_emblem(house: House) -> str:
    """The emblem's SVG as an element of the page.

    Scripts, handlers, style sheets and references to other files are left out: the page holds all
    it needs and does nothing.

    Raises:
        HouseError: The file is no SVG.
    """
    path = Path(house.folder) / house.emblem
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        fault = Fault("house.toml", "emblem", "no_emblem", {"found": house.emblem})
        raise HouseError(house.name, [fault]) from error
    for element in list(root.iter("*")):
        parent = element.getparent()
        if element.tag in _ACTIVE and parent is not None:
            parent.remove(element)
        for name, value in list(element.attrib.items()):
            if _is_active(str(name), str(value)):
                del element.attrib[name]
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _is_active(name: str, value: str) -> bool:
    plain = name.rpartition("}")[2].lower()
    leads_out = plain == "href" and not value.startswith("#")
    return plain.startswith("on") or leads_out or "url(" in value.replace("url(#", "")
