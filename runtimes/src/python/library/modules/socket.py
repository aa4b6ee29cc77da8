"""Names and addresses; connections of a program's own are not modelled."""
from _d_host import ask, gap

__lacks__ = """
socket create_connection create_server socketpair fromfd getaddrinfo getnameinfo getservbyname getservbyport gethostbyaddr
gethostbyname_ex getprotobyname inet_aton inet_ntoa inet_ntop inet_pton htonl htons ntohl ntohs has_dualstack_ipv6 has_ipv6
if_nameindex sethostname setdefaulttimeout SocketType send_fds recv_fds
"""
AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE = 1, 2, 9
IPPROTO_TCP, TCP_NODELAY = 6, 1
SOMAXCONN = 4096
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
error = OSError
timeout = TimeoutError


class gaierror(OSError):
    pass


class herror(OSError):
    pass


gaierror.__module__ = herror.__module__ = "socket"


def gethostname():
    return ask("hostname")


def gethostbyname(hostname, /):
    found = ask("resolve", name=hostname)
    if found is None:
        raise gaierror(-2, "Name or service not known")
    return found


def getfqdn(name=""):
    return name or gethostname()


def getdefaulttimeout():
    return None


class socket:
    """A socket: only what tells one's own address."""

    def __init__(self, *args, **names):
        gap("a socket of the program's own", "open it")
