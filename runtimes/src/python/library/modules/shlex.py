"""Words of a command line, as a shell of POSIX reads them."""
from _d_host import gap

__lacks__ = "shlex"
_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-"


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        gap("shlex.split() that is not POSIX's")
    words, word, place = [], None, 0
    while place < len(s):
        one = s[place]
        place += 1
        if one in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif comments and one == "#":
            if word is not None:
                words.append(word)
                word = None
            while place < len(s) and s[place] != "\n":
                place += 1
        elif one == "\\":
            if place >= len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[place]
            place += 1
        elif one in "'\"":
            word = word or ""
            while True:
                if place >= len(s):
                    raise ValueError("No closing quotation")
                other = s[place]
                place += 1
                if other == one:
                    break
                if other == "\\" and one == '"':
                    if place >= len(s):
                        raise ValueError("No escaped character")
                    if s[place] not in '"\\':
                        word += other
                    other = s[place]
                    place += 1
                word += other
        else:
            word = (word or "") + one
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if all(one in _SAFE for one in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(one) for one in split_command])
