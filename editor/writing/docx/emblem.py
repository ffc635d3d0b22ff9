"""The emblem as Word shows it: the house's drawing, with a picture for versions that cannot draw.

Word has shown SVG since 2016, and only beside a raster picture of the same thing. Typst, which
makes the PDF, makes that picture too, in this process; no other library is needed.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from editor.house import Fault, House, HouseError

_RESOLUTION = 432
"""Pixels to the inch: sharp in print and when a page is enlarged."""
_SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: float(sys.inputs.width) * 1pt,
  height: float(sys.inputs.height) * 1pt, fit: "contain")
"""


@dataclass(frozen=True, slots=True)
class Emblem:
    """The emblem twice: as an SVG drawing and as a PNG picture."""

    drawing: bytes
    picture: bytes


def emblem_of(house: House, width: float, height: float) -> Emblem:
    """The emblem of a house, for a place of this size in points.

    Raises:
        HouseError: The drawing cannot be read or drawn.
    """
    try:
        drawing = (Path(house.folder) / house.emblem).read_bytes()
        return Emblem(drawing, _picture(drawing, width, height))
    except OSError as error:
        reason, values = "unreadable", {"detail": error.strerror}
        raise HouseError(house.name, [Fault(house.emblem, "", reason, values)]) from error
    except (UnicodeDecodeError, typst.TypstError) as error:
        reason, values = "unreadable", {"detail": str(error)}
        raise HouseError(house.name, [Fault(house.emblem, "", reason, values)]) from error


@lru_cache(maxsize=4)
def _picture(drawing: bytes, width: float, height: float) -> bytes:
    inputs = {"drawing": drawing.decode("utf-8"), "width": str(width), "height": str(height)}
    picture: bytes = typst.compile(
        _SOURCE, format="png", ppi=_RESOLUTION, sys_inputs=inputs, ignore_system_fonts=True
    )
    return picture
