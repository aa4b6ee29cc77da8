"""Status codes."""
from _d_serving import REASONS as _reasons

__lacks__ = "HTTPMethod cookies cookiejar"


class _Status(int):
    """A status code that knows its words."""

    @property
    def value(self):
        return int(self)

    @property
    def phrase(self):
        return _reasons[int(self)]

    @property
    def name(self):
        return _reasons[int(self)].upper().replace(" ", "_").replace("-", "_").replace("'", "")

    def __repr__(self):
        return f"<HTTPStatus.{self.name}: {int(self)}>"

    def __str__(self):
        return str(int(self))


class _Statuses:
    def __call__(self, value):
        if value not in _reasons:
            raise ValueError(f"{value} is not a valid HTTPStatus")
        return _Status(value)


HTTPStatus = _Statuses()
for _code in _reasons:
    setattr(HTTPStatus, _Status(_code).name, _Status(_code))
