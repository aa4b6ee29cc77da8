"""Servers: HTTP ones, which the simulation can reach. Others are told as not simulated."""
from _d_host import gap

__lacks__ = """
DatagramRequestHandler ForkingMixIn ForkingTCPServer ForkingUDPServer ForkingUnixDatagramServer ForkingUnixStreamServer
ThreadingUDPServer ThreadingUnixDatagramServer ThreadingUnixStreamServer UDPServer UnixDatagramServer UnixStreamServer
"""


class BaseServer:
    timeout = None


class ThreadingMixIn:
    daemon_threads = False
    block_on_close = True


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class StreamRequestHandler(BaseRequestHandler):
    pass


class TCPServer(BaseServer):
    """A server. `http.server.HTTPServer` does the work where its handler speaks HTTP."""

    allow_reuse_address = False
    request_queue_size = 5

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        if not hasattr(RequestHandlerClass, "_d_make"):
            gap("a server that does not speak HTTP", "answer whoever connects")
        from http.server import HTTPServer
        self._server = HTTPServer(server_address, RequestHandlerClass)
        self.RequestHandlerClass = RequestHandlerClass
        self.server_address, self.server_port = self._server.server_address, self._server.server_port

    def serve_forever(self, poll_interval=0.5):
        self._server.serve_forever(poll_interval)

    def _d_go_serve_forever(self, poll_interval=0.5):
        return self._server._d_go_serve_forever(poll_interval)

    def handle_request(self):
        self._server.handle_request()

    def shutdown(self):
        self._server.shutdown()

    def server_close(self):
        self._server.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *told):
        self.server_close()


class ThreadingTCPServer(TCPServer):
    pass
