"""What CPython says of a call whose arguments do not fit: worked out from the call as it is written and the function's parameters."""
import _d_classes
import _d_errors
import _d_functions
from _d_host import ask, gap


def message(text, error):
    """CPython's words for MicroPython's `text`."""
    told = _d_errors.statement_of(error)
    count = given = None
    head = ""
    if " positional arguments but " in text:
        head, _, rest = text.partition("() takes ")
        count, _, rest = rest.partition(" positional arguments but ")
        count, given = int(count), int(rest.split(" ")[0])
    keyword = text[29:-1] if text.startswith("unexpected keyword argument '") else None
    found = {}
    for call in told["calls"]:
        if keyword is not None and keyword not in call["keywords"]:
            continue
        for name, shape in _called(call, told["inside"]):
            if head and name[name.rfind(".") + 1:] != head:
                continue
            said = _complaint(name, shape, call, count, given)
            if said is not None:
                found[said] = True
    if len(found) != 1 and head:
        # The call is not on that line as such: the function alone may tell.
        shapes = _d_functions.shapes.get(head, {})
        if len(set(shapes.values())) == 1 == len(shapes):
            for name, shape in shapes.items():
                parameters = _parameters(shape)
                taken = _taken([one for one in parameters if one[0] in ("-", "/")], count, given)
                found = {_by_count(name, parameters, given - taken): True}
    if len(found) == 1 and None not in found:
        return list(found)[0]
    gap("the message of this call with other arguments than the function takes: " + text)


def _class(name):
    found = {id(one): one for below in _d_classes.children.values() for one in below if one.__name__ == name}
    return list(found.values())[0] if len(found) == 1 else None


def _called(call, inside):
    """The functions that a call may mean: full name and parameters of each."""
    name = call["name"]
    if call["owner"] == "super()":
        kind = _class(inside) if inside else None
        kinds = _d_classes.order(kind)[1:] if kind is not None else []
        return _method(kinds, name)
    kind = _class(name)
    if kind is not None:
        return _method(_d_classes.order(kind), "__init__")
    shapes = _d_functions.shapes.get(name, {})
    return [(one, shape) for one, shape in shapes.items()]


def _method(kinds, name):
    for one in kinds:
        if name in getattr(one, "__dict__", {}):
            full = one.__qualname__ + "." + name
            shape = _d_functions.shapes.get(name, {}).get(full)
            return [(full, shape)] if shape is not None else []
    return []


def _parameters(shape):
    return [tuple(one.split(" ")) for one in shape.split(",")] if shape else []


def _complaint(name, shape, call, count, given):
    """What CPython would say of this call; None where it would say nothing."""
    parameters = _parameters(shape)
    if given is not None:
        places = [one for one in parameters if one[0] in ("-", "/")]
        taken = _taken(places, count, given)
        return _by_count(name, parameters, given - taken) if taken >= 0 else None
    if call["spread"]:
        return None
    first = parameters[0][1] if parameters else ""
    is_method = "." in name and not name[:name.rfind(".")].endswith("<locals>")
    if is_method and first not in ("self", "cls"):
        return None
    amount = call["positional"]
    if is_method and not (first == "self" and call["owner"][:1].isupper() and call["name"] == name[name.rfind(".") + 1:]):
        amount += 1
    return _by_names(name, parameters, amount, call["keywords"])


def _taken(places, count, given):
    """What a function takes from around it, which counts as arguments to MicroPython."""
    return count - len([one for one in places if given > count or len(one) == 2])


def _by_names(name, parameters, amount, keywords):
    places = [one for one in parameters if one[0] in ("-", "/")]
    alone = [one for one in parameters if one[0] == "*"]
    takes_any = any(one[0] == "**kwargs" for one in parameters)
    filled = [one[1] for one in places[:amount]]
    wrong = [one[1] for one in places if one[0] == "/" and one[1] in keywords]
    for keyword in keywords:
        if any(one[1] == keyword and one[0] != "/" for one in places + alone):
            if keyword in filled:
                return name + "() got multiple values for argument '" + keyword + "'"
            filled.append(keyword)
        elif not takes_any:
            if wrong:
                return name + "() got some positional-only arguments passed as keyword arguments: '" + ", ".join(wrong) + "'"
            if _d_errors.version[0] >= 13:
                near = ask("suggest", text="", line=0, name=keyword, version=_d_errors.version[0], names=[one[1] for one in places + alone])
                if near:
                    return name + "() got an unexpected keyword argument '" + keyword + "'. Did you mean '" + near + "'?"
            return name + "() got an unexpected keyword argument '" + keyword + "'"
    if amount > len(places) and not any(one[0] == "*args" for one in parameters):
        given = len([one for one in alone if one[1] in keywords])
        if given:
            most = _most(places)
            return (
                name + "() takes " + most + " positional argument" + ("" if most == "1" else "s") + " but " + str(amount)
                + " positional argument" + ("" if amount == 1 else "s") + " (and " + str(given) + " keyword-only argument"
                + ("" if given == 1 else "s") + ") were given"
            )
        return _by_count(name, parameters, amount)
    for kind, ones in (("positional", places), ("keyword-only", alone)):
        lacking = [one[1] for one in ones if len(one) == 2 and one[1] not in filled]
        if lacking:
            return _lacking(name, lacking, kind)
    return None


def _most(places):
    few = len([one for one in places if len(one) == 2])
    return "from " + str(few) + " to " + str(len(places)) if few != len(places) else str(len(places))


def _lacking(name, lacking, kind):
    if name in ("date.__init__", "datetime.__init__"):
        return "function missing required argument '" + lacking[0] + "' (pos " + str(("year", "month", "day").index(lacking[0]) + 1) + ")"
    quoted = ["'" + one + "'" for one in lacking]
    text = " and ".join(quoted) if len(quoted) < 3 else ", ".join(quoted[:-1]) + ", and " + quoted[-1]
    return (
        name + "() missing " + str(len(lacking)) + " required " + kind + " argument" + ("s" if len(lacking) > 1 else "") + ": " + text
    )


def _by_count(name, parameters, given):
    places = [one for one in parameters if one[0] in ("-", "/")]
    needed = [one[1] for one in places if len(one) == 2]
    if given < len(needed):
        return _lacking(name, needed[given:], "positional")
    if given > len(places):
        most = _most(places)
        return (
            name + "() takes " + most + " positional argument" + ("" if most == "1" else "s") + " but " + str(given)
            + (" was" if given == 1 else " were") + " given"
        )
    return None
