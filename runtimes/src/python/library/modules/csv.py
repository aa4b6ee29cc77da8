"""Values between commas."""

__lacks__ = "Sniffer re StringIO"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = 0, 1, 2, 3, 4, 5
__version__ = "1.0"
_limit = [131072]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    delimiter, quotechar, escapechar = ",", '"', None
    doublequote, skipinitialspace, strict = True, False, False
    lineterminator, quoting = "\r\n", QUOTE_MINIMAL


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator, quoting = "\n", QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_FIELDS = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "strict", "lineterminator", "quoting")


def _settled(dialect, given):
    if isinstance(dialect, str):
        if dialect not in _dialects:
            raise Error("unknown dialect")
        dialect = _dialects[dialect]
    made = Dialect()
    for name in _FIELDS:
        setattr(made, name, given.pop(name) if name in given else getattr(dialect, name))
    if given:
        raise TypeError(f"this function got an unexpected keyword argument '{list(given)[0]}'")
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    if made.quotechar is None and made.quoting != QUOTE_NONE:
        raise TypeError("quotechar must be set if quoting enabled")
    return made


def register_dialect(name, dialect="excel", **fmtparams):
    _dialects[name] = _settled(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    return _settled(name, {})


def list_dialects():
    return list(_dialects)


def field_size_limit(new=None):
    old = _limit[0]
    if new is not None:
        _limit[0] = new
    return old


class reader:
    """Rows of an iterable of lines."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _settled(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(
                f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
        self.line_num += 1
        return line

    def __next__(self):
        row = []
        text, place = self._line(), 0
        while True:
            value, text, place, more = self._field(text, place)
            if value is None and not row:
                return []
            row.append(value)
            if not more:
                return row

    def _field(self, text, place):
        """One field: its value, and where it ended; None at the end of an empty line."""
        d = self.dialect
        while d.skipinitialspace and text[place:place + 1] == " ":
            place += 1
        if text[place:].rstrip("\r\n") == "" and place == 0:
            return None, text, place, False
        if text[place:place + 1] == d.quotechar and d.quoting != QUOTE_NONE:
            return self._quoted(text, place + 1)
        found = []
        while place < len(text):
            one = text[place]
            if one == d.escapechar:
                found.append(text[place + 1:place + 2] or "\n")
                place += 2
                continue
            if one == d.delimiter:
                return self._value("".join(found)), text, place + 1, True
            if one in "\r\n":
                if text[place:].strip("\r\n"):
                    raise Error(
                        "new-line character seen in unquoted field - do you need to open the file with newline=''?")
                break
            found.append(one)
            place += 1
        return self._value("".join(found)), text, place, False

    def _value(self, text):
        if len(text) > _limit[0]:
            raise Error(f"field larger than field limit ({_limit[0]})")
        return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC else text

    def _quoted(self, text, place):
        d = self.dialect
        found = []
        while True:
            if place >= len(text):
                try:
                    text, place = self._line(), 0
                except StopIteration:
                    if d.strict:
                        raise Error("unexpected end of data") from None
                    return "".join(found), text, place, False
                continue
            one = text[place]
            place += 1
            if one == d.escapechar:
                found.append(text[place:place + 1] or "\n")
                place += 1
            elif one != d.quotechar:
                found.append(one)
            elif d.doublequote and text[place:place + 1] == d.quotechar:
                found.append(one)
                place += 1
            else:
                break
        rest = text[place:place + 1]
        if rest == d.delimiter:
            return "".join(found), text, place + 1, True
        if rest and rest not in "\r\n":
            if d.strict:
                raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
            value, text, place, more = self._field(text, place)
            return "".join(found) + str(value), text, place, more
        return "".join(found), text, place, False


class _Writer:
    def __init__(self, csvfile, dialect):
        self._file = csvfile
        self.dialect = dialect

    def writerow(self, row):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self.dialect
        parts = [self._told(one) for one in row]
        if len(row) == 1 and parts[0] == "":
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            parts = [d.quotechar * 2]
        return self._file.write(d.delimiter.join(parts) + d.lineterminator)

    def _told(self, value):
        d = self.dialect
        text = "" if value is None else value if isinstance(value, str) else str(value)
        number = isinstance(value, (int, float))
        needed = d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not number)
        if d.quoting == QUOTE_STRINGS:
            needed = isinstance(value, str)
        elif d.quoting == QUOTE_NOTNULL:
            needed = value is not None
        special = [d.delimiter, d.quotechar, d.escapechar, "\r", "\n"] + list(d.lineterminator)
        if d.quoting == QUOTE_NONE:
            out = ""
            for one in text:
                if one in special and (one != d.quotechar or d.escapechar):
                    if not d.escapechar:
                        raise Error("need to escape, but no escapechar set")
                    out += d.escapechar
                out += one
            return out
        if not needed and not any(one in text for one in special if one):
            return text
        if d.doublequote:
            text = text.replace(d.quotechar, d.quotechar * 2)
        elif d.quotechar in text:
            if not d.escapechar:
                raise Error("need to escape, but no escapechar set")
            text = text.replace(d.quotechar, d.escapechar + d.quotechar)
        return d.quotechar + text + d.quotechar

    def writerows(self, rows):
        for one in rows:
            self.writerow(one)


def writer(csvfile, dialect="excel", **fmtparams):
    if not hasattr(csvfile, "write"):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(csvfile, _settled(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [one for one in rowdict if one not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(one) for one in wrong]))
        return self.writer.writerow([rowdict.get(one, self.restval) for one in self.fieldnames])

    def writerows(self, rowdicts):
        for one in rowdicts:
            self.writerow(one)
