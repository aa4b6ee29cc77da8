"""Attributes that are looked up by `_attributes.get`: the twin of `dialect/patched-names.ts`."""
NAMES = frozenset("""
capitalize casefold center encode decode endswith expandtabs format format_map index isalnum isalpha
isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join
ljust lower maketrans removeprefix removesuffix replace rindex rjust rsplit split splitlines
startswith swapcase title translate upper zfill hex fromhex sort popitem setdefault fromkeys bit_length
bit_count to_bytes from_bytes is_integer as_integer_ratio real imag conjugate numerator denominator
errno strerror filename args code name path with_traceback add_note __cause__ __context__
__traceback__ __notes__ __suppress_context__ reason __name__ __qualname__ __doc__ __module__
__wrapped__ __annotations__ __defaults__ __kwdefaults__ __dict__ __mro__ __bases__ mro
__subclasses__ __class__ __self__ __func__ __code__ __closure__
""".split())
