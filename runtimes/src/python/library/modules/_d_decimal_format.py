"""`format(decimal, spec)`."""
import _d_decimal
import _d_format
from _d_host import gap


def shown(value, spec):
    fill, align, sign, alternate, width, grouping, precision, kind = _d_format.parse(spec)
    if kind not in ("", "f", "F", "%", "n") or value._kind:
        gap("this format of a Decimal")
    tail = ""
    if kind == "%":
        value, tail = type(value)(value), "%"
        value._exp += 2
    if precision is not None and kind:
        value = value._rounded_to(-precision, _d_decimal.getcontext().rounding)
    elif precision is not None:
        gap("this format of a Decimal")
    text = str(value.copy_abs()) if not kind else ""
    if kind:
        digits = str(value._digits) + "0" * max(value._exp, 0)
        places = max(-value._exp, 0)
        digits = "0" * (places + 1 - len(digits)) + digits
        text = digits[:len(digits) - places] + ("." + digits[len(digits) - places:] if places else "")
    if grouping:
        whole, dot, rest = text.partition(".")
        text = format(int(whole), grouping) + dot + rest
    text += tail
    mark = "-" if value._sign else sign if sign in ("+", " ") else ""
    align = align or ">"
    room = max((width or 0) - len(mark) - len(text), 0)
    fill = fill or " "
    if align == "=":
        return mark + fill * room + text
    if align == "<":
        return mark + text + fill * room
    if align == "^":
        return fill * (room // 2) + mark + text + fill * (room - room // 2)
    return fill * room + mark + text
