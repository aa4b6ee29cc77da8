"""Names against shell patterns."""
__lacks__ = "filterfalse functools os posixpath"
import re


def translate(pat):
    out, place = "", 0
    while place < len(pat):
        sign = pat[place]
        place += 1
        if sign == "*":
            while pat[place:place + 1] == "*":
                place += 1
            out += ".*"
        elif sign == "?":
            out += "."
        elif sign == "[":
            end = place + 1 if pat[place:place + 1] in ("!", "]") else place
            if pat[place:place + 2] == "!]":
                end = place + 2
            end = pat.find("]", end)
            if end < 0:
                out += "\\["
                continue
            inside = pat[place:end].replace("\\", "\\\\")
            place = end + 1
            if inside[0] == "!":
                inside = "^" + inside[1:]
            elif inside[0] in "^[":
                inside = "\\" + inside
            out += "[" + inside + "]"
        else:
            out += re.escape(sign)
    return "(?s:" + out + ")\\Z"


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    found = re.compile(translate(pat))
    return [name for name in names if found.match(name)]
