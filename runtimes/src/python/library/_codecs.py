"""Text to bytes and back."""
from _host_calls import ask, gap


def encode(text, encoding="utf-8", errors="strict"):
    name = encoding.lower().replace("_", "-")
    if name in ("utf-8", "utf8"):
        return text.encode()
    if name in ("ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1"):
        limit = 128 if "ascii" in name else 256
        out = bytearray()
        for place, one in enumerate(text):
            code = ord(one)
            if code < limit:
                out.append(code)
            elif errors == "ignore":
                continue
            elif errors == "replace":
                out.append(63)
            elif errors == "strict":
                told = ("\\x%02x" if code < 256 else "\\u%04x" if code < 65536 else "\\U%08x") % code
                raise UnicodeEncodeError(
                    "'" + ("ascii" if limit == 128 else "latin-1") + "' codec can't encode character '" + told
                    + "' in position " + str(place) + ": ordinal not in range(" + str(limit) + ")"
                )
            else:
                gap("the error handler " + errors)
        return bytes(out)
    gap("the encoding " + encoding)


def decode(data, encoding="utf-8", errors="strict"):
    name = encoding.lower().replace("_", "-")
    data = bytes(data)
    if name in ("utf-8", "utf8"):
        if errors == "strict":
            try:
                return data.decode()
            except (UnicodeError, ValueError):
                pass
        told = ask("text", operation="decode", text="".join([chr(one) for one in data]), errors=errors)
        if "error" in told:
            raise UnicodeDecodeError(told["error"])
        return told["text"]
    if name in ("latin-1", "latin1", "iso-8859-1"):
        return "".join([chr(one) for one in data])
    if name in ("ascii", "us-ascii"):
        for place, one in enumerate(data):
            if one > 127 and errors == "strict":
                raise UnicodeDecodeError(
                    "'ascii' codec can't decode byte " + hex(one) + " in position " + str(place)
                    + ": ordinal not in range(128)"
                )
        return "".join([chr(one) if one < 128 else "\ufffd" for one in data if one < 128 or errors == "replace"])
    gap("the encoding " + encoding)
