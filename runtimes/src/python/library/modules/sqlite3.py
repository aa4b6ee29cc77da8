"""SQLite: the names of its module, so that a program can be read; there is no database behind them."""
from _d_host import gap

__lacks__ = "Blob PrepareProtocol adapt adapters complete_statement converters enable_callback_tracebacks register_adapter register_converter dbapi2 Binary Date DateFromTicks Time TimeFromTicks Timestamp TimestampFromTicks sqlite_version sqlite_version_info"
apilevel, paramstyle, threadsafety = "2.0", "qmark", 3
PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2


class Warning(Exception):
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


class Row:
    pass


class Connection:
    pass


class Cursor:
    pass


def connect(database, *args, **names):
    gap("SQLite", f"open the database {database}")
