"""Compares what a house's files hold with the shape they should have, and names every fault.

`msgspec.convert` stops at the first fault; whoever writes a house style wants all of them. This
walks the same types, asks `msgspec` about each value by itself, and says what was expected there.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from editor.house.faults import Fault


def shape_faults(value: object, kind: Any, key: str = "") -> Iterator[Fault]:  # noqa: ANN401 - a type as annotations write it
    """Every place where a value does not have the shape of a type; the file is not named yet."""
    bare, meta = _parts(kind)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct) and isinstance(value, Mapping):
        yield from _struct_faults(value, bare, key)
    elif get_origin(bare) in {dict, Mapping} and isinstance(value, Mapping):
        for name, item in value.items():
            yield from shape_faults(item, get_args(bare)[1], _join(key, str(name)))
    elif get_origin(bare) is tuple and isinstance(value, list):
        yield from _list_faults(value, bare, meta, key)
    elif not _fits(value, kind):
        yield Fault("", key, *_expectation(bare, meta))


def _struct_faults(
    value: Mapping[str, Any], kind: type[msgspec.Struct], key: str
) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name in value:
        if name not in fields:
            yield Fault("", _join(key, name), "unknown_key")
    for name, field in fields.items():
        if name in value:
            yield from shape_faults(value[name], field.type, _join(key, name))
        elif field.required:
            yield Fault("", _join(key, name), "missing")


def _list_faults(
    value: list[Any], bare: object, meta: msgspec.Meta | None, key: str
) -> Iterator[Fault]:
    kinds = get_args(bare)
    any_length = kinds[-1] is Ellipsis
    wanted = (meta.min_length if meta else None) if any_length else len(kinds)
    if wanted is not None and len(value) != wanted:
        yield Fault("", key, "wrong_length", {"wanted": wanted, "found": len(value)})
    for place, item in enumerate(value):
        kind = kinds[0] if any_length else kinds[min(place, len(kinds) - 1)]
        yield from shape_faults(item, kind, f"{key}[{place + 1}]")


def _expectation(bare: object, meta: msgspec.Meta | None) -> tuple[str, dict[str, object]]:
    """The sentence for what a value should have been, and what its placeholders take."""
    if get_origin(bare) is Literal:
        return "not_choice", {"choices": ", ".join(map(str, get_args(bare)))}
    if bare is str:
        return ("not_colour" if meta and meta.pattern else "not_words"), {}
    if bare is bool:
        return "not_choice", {"choices": "true, false"}
    if bare in {int, float}:
        return "not_number", {"least": meta.ge if meta else "", "most": meta.le if meta else ""}
    if date in get_args(bare):
        return "not_date", {}
    return ("not_list" if get_origin(bare) is tuple else "not_table"), {}


def _parts(kind: Any) -> tuple[Any, msgspec.Meta | None]:  # noqa: ANN401 - as above
    """A type without its annotation, and the annotation."""
    if get_origin(kind) is Annotated:
        bare, *metas = get_args(kind)
        return bare, next((meta for meta in metas if isinstance(meta, msgspec.Meta)), None)
    return kind, None


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name
