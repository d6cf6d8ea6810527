"""HTTP as the standard library speaks it: one connection, answers as JSON."""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK = 1500


@dataclass(frozen=True)
class Answer:
    request: str
    status: int
    headers: http.client.HTTPMessage
    text: str
    body: dict


class Client:
    def __init__(self, base):
        url = urlsplit(base)
        kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
        self._connection = kind(url.netloc, timeout=30)
        self._path = url.path.rstrip("/")

    def close(self):
        self._connection.close()

    def send(self, method, target, headers, text=None, chunked=False):
        body = None if text is None else text.encode("utf-8")
        framing = {"Transfer-Encoding": "chunked"} if chunked and body else {}
        self._connection.request(
            method,
            self._path + target,
            body=_chunks(body) if framing else body,
            headers={**headers, **framing},
            encode_chunked=bool(framing),
        )
        response = self._connection.getresponse()
        received = response.read().decode("utf-8")
        request = method + " " + target
        return Answer(request, response.status, response.headers, received, _parse(received))


def _chunks(body):
    return (body[start : start + CHUNK] for start in range(0, len(body), CHUNK))


def _parse(text):
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
