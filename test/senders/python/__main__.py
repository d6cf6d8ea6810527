"""The example Sender in Python, taken through every workflow in every dialect.

    python3 test/senders/python --base http://127.0.0.1:8787/booking-and-referral/FHIR/R4
"""

import sys

# The repository stays as it was.
sys.dont_write_bytecode = True

import argparse  # noqa: E402
from contextlib import closing  # noqa: E402
from pathlib import Path  # noqa: E402

# What a message holds stands once, in the example that users read.
sys.path.append(str(Path(__file__).resolve().parents[3] / "contracts" / "examples" / "python"))

from checks import WrongAnswer, shown  # noqa: E402
from dialects import DIALECTS  # noqa: E402
from sender import Sender  # noqa: E402
from workflows import WORKFLOWS  # noqa: E402

LOCAL = "http://127.0.0.1:8787/booking-and-referral/FHIR/R4"


def complaint(sender, workflow):
    """What is wrong with the answers of this workflow, or None."""
    try:
        workflow(sender)
    except WrongAnswer as wrong:
        return str(wrong)
    except OSError as error:
        return "nothing answers: %s" % error
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        return "cannot read the answer: %r\n%s" % (error, shown(sender.last))
    return None


def run(sender, workflow):
    name = "%s: %s" % (sender.dialect.name, workflow.__name__.replace("_", " "))
    sender.start_conversation()
    before = sender.count
    wrong = complaint(sender, workflow)
    if wrong:
        sys.exit("FAILED %s\n%s" % (name, wrong))
    print("ok %s (%d requests)" % (name, sender.count - before), flush=True)


def main():
    parser = argparse.ArgumentParser(prog="python3 test/senders/python")
    parser.add_argument("--base", default=LOCAL, help="the FHIR base URL (%(default)s)")
    base = parser.parse_args().base
    for dialect in DIALECTS:
        with closing(Sender(base, dialect)) as sender:
            for workflow in WORKFLOWS:
                run(sender, workflow)
    print("all %d workflows in %d dialects" % (len(WORKFLOWS), len(DIALECTS)))


main()
