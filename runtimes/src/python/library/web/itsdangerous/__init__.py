"""Signed texts: what is signed can be read by anybody and changed by nobody."""
import json as _json

__lacks__ = "NoneAlgorithm HMACAlgorithm BadHeader want_bytes encoding exc serializer signer timed url_safe"


class BadData(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def __str__(self):
        return self.message


class BadPayload(BadData):
    def __init__(self, message, original_error=None):
        super().__init__(message)
        self.original_error = original_error


class BadSignature(BadData):
    def __init__(self, message, payload=None):
        super().__init__(message)
        self.payload = payload


class BadTimeSignature(BadSignature):
    def __init__(self, message, payload=None, date_signed=None):
        super().__init__(message, payload)
        self.date_signed = date_signed


class SignatureExpired(BadTimeSignature):
    pass


def _bytes(value):
    return value.encode() if isinstance(value, str) else value


def base64_encode(string):
    import base64 as _base64
    return _base64.urlsafe_b64encode(_bytes(string)).rstrip(b"=")


def base64_decode(string):
    string = _bytes(string)
    try:
        import base64 as _base64
        return _base64.urlsafe_b64decode(string + b"=" * (-len(string) % 4))
    except (TypeError, ValueError):
        raise BadData("Invalid base64-encoded data")


class Signer:
    def __init__(self, secret_key, salt=b"itsdangerous.Signer", sep=b".", key_derivation="django-concat",
                 digest_method=None, algorithm=None):
        keys = secret_key if isinstance(secret_key, (list, tuple)) else [secret_key]
        self.secret_keys = [_bytes(one) for one in keys]
        self.sep = _bytes(sep)
        self.salt = _bytes(salt)
        self.key_derivation = key_derivation
        if digest_method is None:
            import hashlib
            digest_method = hashlib.sha1
        self.digest_method = digest_method

    def derive_key(self, secret_key=None):
        secret = self.secret_keys[-1] if secret_key is None else _bytes(secret_key)
        if self.key_derivation == "concat":
            return self.digest_method(self.salt + secret).digest()
        if self.key_derivation == "django-concat":
            return self.digest_method(self.salt + b"signer" + secret).digest()
        if self.key_derivation == "hmac":
            import hmac as _hmac
            return _hmac.new(secret, self.salt, self.digest_method).digest()
        if self.key_derivation == "none":
            return secret
        raise TypeError("Unknown key derivation method")

    def _signature(self, value, key):
        import hmac as _hmac
        return base64_encode(_hmac.new(self.derive_key(key), _bytes(value), self.digest_method).digest())

    def get_signature(self, value):
        return self._signature(value, None)

    def sign(self, value):
        value = _bytes(value)
        return value + self.sep + self.get_signature(value)

    def verify_signature(self, value, sig):
        sig = _bytes(sig)
        import hmac as _hmac
        return any(_hmac.compare_digest(self._signature(value, key), sig) for key in reversed(self.secret_keys))

    def unsign(self, signed_value):
        signed_value = _bytes(signed_value)
        if self.sep not in signed_value:
            raise BadSignature(f"No {self.sep!r} found in value")
        value, sep, sig = signed_value.rpartition(self.sep)
        if self.verify_signature(value, sig):
            return value
        raise BadSignature(f"Signature {sig!r} does not match", payload=value)

    def validate(self, signed_value):
        try:
            self.unsign(signed_value)
            return True
        except BadSignature:
            return False


class TimestampSigner(Signer):
    def get_timestamp(self):
        import time as _time
        return int(_time.time())

    def timestamp_to_datetime(self, ts):
        import datetime
        return datetime.datetime.fromtimestamp(ts, tz=datetime.timezone.utc)

    def sign(self, value):
        number = self.get_timestamp()
        stamp = number.to_bytes((number.bit_length() + 7) // 8, "big")
        value = _bytes(value) + self.sep + base64_encode(stamp)
        return value + self.sep + self.get_signature(value)

    def unsign(self, value, max_age=None, return_timestamp=False):
        problem = None
        try:
            result = super().unsign(value)
        except BadSignature as error:
            problem = error
            result = error.payload or b""
        if self.sep not in result:
            if problem:
                raise problem
            raise BadTimeSignature("timestamp missing", payload=result)
        value, sep, stamp = result.rpartition(self.sep)
        try:
            stamp = int.from_bytes(base64_decode(stamp), "big")
        except BadData:
            stamp = None
        if problem is not None:
            raise BadTimeSignature(str(problem), payload=value, date_signed=stamp)
        if stamp is None:
            raise BadTimeSignature("Malformed timestamp", payload=value)
        if max_age is not None:
            age = self.get_timestamp() - stamp
            if age > max_age:
                raise SignatureExpired(f"Signature age {age} > {max_age} seconds", value, self.timestamp_to_datetime(stamp))
            if age < 0:
                raise SignatureExpired(f"Signature age {age} < 0 seconds", value, self.timestamp_to_datetime(stamp))
        return (value, self.timestamp_to_datetime(stamp)) if return_timestamp else value


class Serializer:
    default_signer = Signer

    def __init__(self, secret_key, salt=b"itsdangerous", serializer=None, serializer_kwargs=None, signer=None,
                 signer_kwargs=None, fallback_signers=None):
        self.secret_keys = secret_key if isinstance(secret_key, (list, tuple)) else [secret_key]
        self.salt = _bytes(salt)
        self.serializer = serializer or _json
        self.signer = signer or self.default_signer
        self.signer_kwargs = signer_kwargs or {}

    def make_signer(self, salt=None):
        return self.signer(self.secret_keys, salt=self.salt if salt is None else salt, **self.signer_kwargs)

    def dump_payload(self, obj):
        return _bytes(self.serializer.dumps(obj))

    def load_payload(self, payload, serializer=None):
        try:
            return self.serializer.loads(payload.decode())
        except Exception as error:
            raise BadPayload("Could not load the payload because an exception occurred on unserializing the data.", original_error=error)

    def dumps(self, obj, salt=None):
        return self.make_signer(salt).sign(self.dump_payload(obj)).decode()

    def loads(self, s, salt=None, **kwargs):
        return self.load_payload(self.make_signer(salt).unsign(s))


class TimedSerializer(Serializer):
    default_signer = TimestampSigner

    def loads(self, s, max_age=None, return_timestamp=False, salt=None):
        value, stamp = self.make_signer(salt).unsign(s, max_age=max_age, return_timestamp=True)
        payload = self.load_payload(value)
        return (payload, stamp) if return_timestamp else payload


class _Compact:
    def dumps(self, obj):
        return _json.dumps(obj, separators=(",", ":"))

    loads = staticmethod(_json.loads)


class _URLSafe:
    """Texts that fit into a URL. The real ones are compressed where that makes them shorter; ours never are, and read the same."""

    def dump_payload(self, obj):
        own = self.serializer
        return base64_encode((_Compact() if own is _json else own).dumps(obj))

    def load_payload(self, payload, serializer=None):
        try:
            squeezed = payload[:1] == b"."
            text = base64_decode(payload[1:] if squeezed else payload)
        except BadData as error:
            raise BadPayload("Could not base64 decode the payload because of an exception", original_error=error)
        if squeezed:
            import zlib
            text = zlib.decompress(text)
        try:
            return self.serializer.loads(text.decode())
        except Exception as error:
            raise BadPayload("Could not load the payload because an exception occurred on unserializing the data.", original_error=error)


class URLSafeSerializer(Serializer):
    dump_payload, load_payload = _URLSafe.dump_payload, _URLSafe.load_payload


class URLSafeTimedSerializer(TimedSerializer):
    dump_payload, load_payload = _URLSafe.dump_payload, _URLSafe.load_payload
