"""Streams in memory, and `open`."""
import _d_files

__lacks__ = "BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter FileIO IOBase IncrementalNewlineDecoder RawIOBase TextIOBase TextIOWrapper BlockingIOError text_encoding open_code"
StringIO = _d_files.Text
BytesIO = _d_files.Bytes

UnsupportedOperation = _d_files.UnsupportedOperation
open = _d_files.open_file
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
