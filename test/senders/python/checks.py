"""What every answer must satisfy, and how a wrong one is told."""

from published import ERROR_CODES
from references import UUID

SHOWN_CHARACTERS = 2000


class WrongAnswer(Exception):
    pass


def shown(answer):
    if not answer:
        return "no answer yet"
    return "%s\n%s %s" % (answer.request, answer.status, answer.text[:SHOWN_CHARACTERS])


def expect(answer, what, expected, actual):
    if expected != actual:
        difference = "expected %s %r\nreceived %r" % (what, expected, actual)
        raise WrongAnswer("%s\n%s" % (difference, shown(answer)))


def expect_true(answer, what, claim):
    expect(answer, what, True, bool(claim))


def expect_bars_answer(answer, request_id, correlation_id):
    media_type = (answer.headers["Content-Type"] or "").split(";")[0].strip()
    expect(answer, "Content-Type", "application/fhir+json", media_type)
    expect(answer, "X-Request-Id", request_id, answer.headers["X-Request-Id"])
    expect(answer, "X-Correlation-Id", correlation_id, answer.headers["X-Correlation-Id"])


def expect_resource(answer, resource_type, resource_id=None):
    expect(answer, "status", 200, answer.status)
    expect(answer, "resourceType", resource_type, answer.body.get("resourceType"))
    if resource_id:
        expect(answer, "id", resource_id, str(answer.body.get("id")).lower())


def expect_failure(answer, status, code, issue, secrets=()):
    expect(answer, "status", status, answer.status)
    expect(answer, "resourceType", "OperationOutcome", answer.body.get("resourceType"))
    issues = answer.body.get("issue", [])
    expect(answer, "number of issues", 1, len(issues))
    expect(answer, "severity", "error", issues[0].get("severity"))
    expect(answer, "issue code", issue, issues[0].get("code"))
    coding = issues[0].get("details", {}).get("coding", [{}])[0]
    expect(answer, "error code", (ERROR_CODES, code), (coding.get("system"), coding.get("code")))
    expect_true(answer, "diagnostics say something", issues[0].get("diagnostics"))
    for secret in secrets:
        expect_true(answer, "diagnostics name no patient", secret not in answer.text)


def expect_uuid(answer, what, value):
    expect_true(answer, "%s is a UUID: %r" % (what, value), UUID.fullmatch(str(value)))
