"""Whether two values hold the same in every field, whatever their classes call equal."""

import attrs


def difference(one, other, path="", seen=None):
    """The path of the first field in which two values differ, None if they hold the same; attrs classes of any depth."""
    seen = {} if seen is None else seen
    if type(one) is not type(other):
        return f"{path}: {one!r} is not {other!r}"
    if attrs.has(type(one)):
        if type(one).__eq__ is object.__eq__:  # what is known by identity must be one object on both sides
            if id(one) in seen:
                return None if seen[id(one)] is other else f"{path}: another object"
            seen[id(one)] = other
        fields = [field.name for field in attrs.fields(type(one)) if field.init]
        pairs = ((f"{path}.{name}", getattr(one, name), getattr(other, name)) for name in fields)
    elif isinstance(one, list | tuple):
        if len(one) != len(other):
            return f"{path}: {len(one)} entries, {len(other)} entries"
        pairs = ((f"{path}[{i}]", a, b) for i, (a, b) in enumerate(zip(one, other, strict=True)))
    elif isinstance(one, dict):
        if one.keys() != other.keys():
            return f"{path}: {list(one)} are not {list(other)}"
        pairs = ((f"{path}.{key}", one[key], other[key]) for key in one)
    else:
        return None if one == other else f"{path}: {one!r} is not {other!r}"
    return next(filter(None, (difference(a, b, name, seen) for name, a, b in pairs)), None)
