"""What a request that failed raises."""
__lacks__ = "ContentTooShortError"


class URLError(OSError):
    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason = reason

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp):
        super().__init__(msg)
        self.url, self.code, self.msg, self.headers, self.hdrs, self.fp = url, code, msg, hdrs, hdrs, fp
        self.status = code

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def read(self, amount=-1):
        return self.fp.read(amount)

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getcode(self):
        return self.code

    def close(self):
        pass


URLError.__module__ = HTTPError.__module__ = "urllib.error"
