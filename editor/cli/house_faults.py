"""Everything that is wrong with a house style, found by reading it and by making its pages."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from editor.cli.specimens import specimens
from editor.house import Fault, House, HouseError, load_house
from editor.house.contrast import contrast_faults
from editor.writing.docx.sheet import faint_styles, sheet_faults
from editor.writing.pdf import PdfWriter


def house_faults(folder: Path) -> list[Fault]:
    """Every fault of the house in a folder: of its files first, then of the pages they make."""
    faults: list[Fault] = []
    house = _found(lambda: load_house(folder), faults)
    faults += sheet_faults(folder)
    if house is not None:
        faults += contrast_faults(house)
        # Pages are made even where the Word document cannot be, and the other way round.
        _found(lambda: faults.extend(_page_faults(house)), faults)
        if not sheet_faults(folder):
            _found(lambda: faults.extend(_word_faults(house)), faults)
    return list(_once(faults))


def _found(work: Callable[[], House | None], faults: list[Fault]) -> House | None:
    """What some work gives; the faults that stopped it are kept."""
    try:
        return work()
    except HouseError as error:
        faults += error.faults
        return None


def _page_faults(house: House) -> Iterator[Fault]:
    """What a page shows of the specimen: all of its characters, if the fonts can."""
    writer = PdfWriter(house)
    for language in house.wording:
        for specimen in specimens(house).values():
            unshown = writer.unshown(specimen, language)
            if unshown:
                values = {"found": " ".join(sorted(unshown))}
                yield Fault("house.toml", f"typefaces.{language}", "unshown", values)


def _word_faults(house: House) -> Iterator[Fault]:
    from editor.writing.docx import write_docx  # noqa: PLC0415 - only when it is needed

    yield from faint_styles(house)
    for language in house.wording:
        write_docx(specimens(house)["specimen"], house, language)


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Each fault once: one font may be missing from the pages of three languages."""
    seen = set()
    for fault in faults:
        identity = (fault.file, fault.key, fault.reason, str(fault.values))
        if identity not in seen:
            seen.add(identity)
            yield fault
