"""`str.format` as CPython defines it."""
from _d_format import show


def _item(text):
    """The argument that a field begins with, and the `.name` and `[key]` behind it."""
    place = 0
    while place < len(text) and text[place] not in ".[":
        place += 1
    first, path = text[:place], []
    while place < len(text):
        if text[place] == ".":
            end = place + 1
            while end < len(text) and text[end] not in ".[":
                end += 1
            path.append((True, text[place + 1:end]))
            place = end
        else:
            end = text.find("]", place)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            path.append((False, text[place + 1:end]))
            place = end + 1
    return first, path


def format_string(text, args, names, look):
    """`str.format`. `look`: how attributes are looked up."""
    counter = [0]
    return _fields(text, args, names, counter, look, 2)


def _fields(text, args, names, counter, look, depth):
    if depth < 0:
        raise ValueError("Max string recursion exceeded")
    out, place = [], 0
    while place < len(text):
        one = text[place]
        if one == "{" or one == "}":
            if text[place + 1:place + 2] == one:
                out.append(one)
                place += 2
                continue
            if one == "}":
                raise ValueError("Single '}' encountered in format string")
            end, level = place + 1, 1
            while end < len(text):
                if text[end] == "{":
                    level += 1
                elif text[end] == "}":
                    level -= 1
                    if level == 0:
                        break
                end += 1
            if level:
                raise ValueError(
                    "Single '{' encountered in format string" if end == place + 1 else "expected '}' before end of string"
                )
            out.append(_field(text[place + 1:end], args, names, counter, look, depth))
            place = end + 1
        else:
            end = place
            while end < len(text) and text[end] not in "{}":
                end += 1
            out.append(text[place:end])
            place = end
    return "".join(out)


def _field(field, args, names, counter, look, depth):
    name, colon, spec = field.partition(":")
    name, bang, conversion = name.partition("!")
    first, path = _item(name)
    if first == "":
        if counter[0] is None:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        first = counter[0]
        counter[0] += 1
    elif first.isdigit():
        if counter[0]:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        counter[0] = None
        first = int(first)
    if type(first) is int:
        if first >= len(args):
            raise IndexError("Replacement index " + str(first) + " out of range for positional args tuple")
        value = args[first]
    else:
        value = names[first]
    for attribute, key in path:
        if attribute:
            value = look(value, key)
        else:
            value = value[int(key) if key.isdigit() else key]
    if bang and conversion not in ("r", "s", "a"):
        raise ValueError("Unknown conversion specifier '" + conversion + "'")
    if "{" in spec:
        spec = _fields(spec, args, names, counter, look, depth - 1)
    return show(value, conversion, spec)
