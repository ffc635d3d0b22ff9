"""The structure tree of a tagged PDF: who owns which marked content (ISO 32000-1, 14.7.4)."""

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from editor.writing.mending.tokens import NotUnderstoodError

_INLINE = frozenset(
    f"/{role}"
    for role in (
        *("Span", "Link", "Quote", "Note", "Reference", "BibEntry", "Code", "Annot", "Em"),
        *("Strong", "Sub", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"),
    )
)


class Structure:
    """The structure elements of a file, by page and number of marked content.

    Raises:
        NotUnderstoodError: The file is not tagged as Typst tags it.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        try:
            self._root = pdf.Root.StructTreeRoot
            numbers = list(self._root.ParentTree.Nums)
        except AttributeError as error:
            raise NotUnderstoodError("structure") from error
        self._roles = {str(k): str(v) for k, v in self._root.get("/RoleMap", {}).items()}
        self._pdf = pdf
        self._parents = {int(key): place for place, key in enumerate(numbers[::2])}
        self._owners: dict[int, list[Any]] = {}
        for number, page in enumerate(pdf.pages):
            key = page.obj.get("/StructParents")
            if key is not None:
                self._owners[number] = list(numbers[2 * self._parents[int(key)] + 1])

    def owner(self, page: int, mcid: int) -> Any:  # noqa: ANN401 - pikepdf's own
        """The element that some marked content of a page belongs to.

        Raises:
            NotUnderstoodError: None is known.
        """
        owners = self._owners.get(page, [])
        if not 0 <= mcid < len(owners) or not isinstance(owners[mcid], pikepdf.Dictionary):
            raise NotUnderstoodError("owner", page, mcid)
        return owners[mcid]

    def block(self, element: Any) -> Any:  # noqa: ANN401 - pikepdf's own
        """The element of a paragraph's rank that an element is, or is in."""
        while self._role(element) in _INLINE and "/P" in element and "/S" in element.P:
            element = element.P
        return element

    def _role(self, element: Any) -> str:  # noqa: ANN401 - pikepdf's own
        role = str(element.get("/S", ""))
        for _ in range(8):
            if role not in self._roles:
                break
            role = self._roles[role]
        return role

    def renumber(self, changes: Mapping[int, Mapping[int, list[int]]]) -> None:
        """Give the marked content of pages new numbers.

        Args:
            changes: For each changed page, the new numbers in the place of each old one, in
                logical order; none where it is gone.
        """
        pages = {self._pdf.pages[number].obj.objgen: number for number in changes}
        done: dict[tuple[int, int], Any] = {}
        for number, change in changes.items():
            owners: dict[int, Any] = {}
            for old, owner in enumerate(self._owners[number]):
                owners |= dict.fromkeys(change.get(old, ()), owner)
                if isinstance(owner, pikepdf.Dictionary) and owner.objgen not in done:
                    done[owner.objgen] = owner
                    _renumber(owner, pages, changes)
            row = pikepdf.Array([owners[mcid] for mcid in range(len(owners))])
            key = int(self._pdf.pages[number].obj.StructParents)
            place = 2 * self._parents[key] + 1
            self._root.ParentTree.Nums[place] = self._pdf.make_indirect(row)
        every = {page.obj.objgen: number for number, page in enumerate(self._pdf.pages)}
        for owner in done.values():
            _put_in_order(owner, every)


def _renumber(
    element: Any,  # noqa: ANN401 - pikepdf's own
    pages: Mapping[tuple[int, int], int],
    changes: Mapping[int, Mapping[int, list[int]]],
) -> None:
    """Write the children of an element anew."""
    children = element.get("/K")
    if children is None:
        return
    row = list(children) if isinstance(children, pikepdf.Array) else [children]
    element.K = pikepdf.Array(
        [new for child in row for new in _children(child, element, pages, changes)]
    )


def _children(
    child: Any,  # noqa: ANN401 - pikepdf's own
    element: Any,  # noqa: ANN401
    pages: Mapping[tuple[int, int], int],
    changes: Mapping[int, Mapping[int, list[int]]],
) -> Iterator[Any]:
    """What stands in a child's place."""
    reference = isinstance(child, pikepdf.Dictionary)
    if reference and child.get("/Type") != "/MCR":
        yield child
        return
    page = child.get("/Pg", element.get("/Pg")) if reference else element.get("/Pg")
    number = pages.get(page.objgen) if page is not None else None
    if number is None:
        yield child
        return
    old = int(child.MCID if reference else child)
    for mcid in changes[number].get(old, ()):
        if reference:
            yield pikepdf.Dictionary({**dict(child.items()), "/MCID": mcid})
        else:
            yield mcid


def _put_in_order(
    element: Any,  # noqa: ANN401 - pikepdf's own
    pages: Mapping[tuple[int, int], int],
) -> None:
    """Put an element's children in the order of the pages' content.

    Typst writes pieces of a run that are in several fonts from left to right; now the content is in
    logical order throughout.
    """
    children = list(element.get("/K", []))
    keys = []
    last = (-1, -1)
    for child in children:
        last = _first(child, element.get("/Pg"), pages) or last
        keys.append(last)
    if keys != sorted(keys):
        order = sorted(range(len(keys)), key=keys.__getitem__)
        element.K = pikepdf.Array([children[at] for at in order])


def _first(
    child: Any,  # noqa: ANN401 - pikepdf's own
    page: Any,  # noqa: ANN401
    pages: Mapping[tuple[int, int], int],
) -> tuple[int, int] | None:
    """The page and the number of the first content of a child; None if it has none."""
    if not isinstance(child, pikepdf.Dictionary):
        return (pages[page.objgen], int(child)) if page is not None else None
    page = child.get("/Pg", page)
    if "/MCID" in child:
        return (pages[page.objgen], int(child.MCID)) if page is not None else None
    inner: Any = child.get("/K")
    if inner is None:
        return None
    parts = inner if isinstance(inner, pikepdf.Array) else [inner]
    found = (_first(part, page, pages) for part in parts)
    return min((place for place in found if place), default=None)
