"""One supplier's software in one conversation: it asks, and checks what every answer owes it."""

from checks import expect_bars_answer
from client import Client
from spoken import spelt, spoken_headers


class Sender:
    def __init__(self, base, dialect):
        self.dialect = dialect
        self.count = 0
        self.last = None
        self._client = Client(base)
        self._correlation_id = dialect.uuid()

    def close(self):
        self._client.close()

    def start_conversation(self):
        self._correlation_id = self.dialect.uuid()

    def get(self, path, target=None, query=()):
        pairs = [(name, spelt(self.dialect, value)) for name, value in query]
        suffix = "?" + self.dialect.query(pairs) if pairs else ""
        return self._send("GET", path + suffix, target)

    def read(self, resource_type, identity, target):
        return self.get("/%s/%s" % (resource_type, self.dialect.uuid(identity)), target)

    def post(self, message):
        own = {"use-context": message.use_context, "Content-Type": self.dialect.content_type}
        if self.dialect.expects_continue:
            own["Expect"] = "100-continue"
        text = self.dialect.json(message.bundle)
        return self._send("POST", "/" + self.dialect.operation, message.target, own, text)

    def _send(self, method, path, target, own=None, text=None):
        request_id = self.dialect.uuid()
        headers = {
            **spoken_headers(self.dialect, request_id, self._correlation_id, target),
            **(own or {}),
        }
        if self.dialect.lower_case_headers:
            headers = {name.lower(): value for name, value in headers.items()}
        self.last = self._client.send(method, path, headers, text, chunked=self.dialect.chunked)
        self.count += 1
        expect_bars_answer(self.last, request_id, self._correlation_id)
        return self.last
