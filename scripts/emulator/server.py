"""The emulated AWS over HTTP: moto behind a gate that counts calls and can break or delay chosen ones.

    GET  /_control/calls     {"total": 3, "byOperation": {"ec2:DescribeVpcs": 3}, "mutating": [], "order": [...]};
                             those of one access key with ?key=KEY
    POST /_control/zero      forgets the calls
    POST /_control/reset     empties the account and forgets calls, faults, delays, answers, messages and mails
    POST /_control/faults    {"ec2:DescribeVpcs": "AccessDenied", "ecs:*": {"kind": "Throttling", "times": 2}, "*": "Hang"}
    POST /_control/latency   {"*": 50, "logs:GetLogEvents": 2000}      milliseconds
    GET  /_control/accounts  {"accounts": ["app.crash", ...]}
    POST /_control/account   {"name": "app.crash"}      builds it, see accounts.py, and answers the event of its failed task
    POST /_control/answers   {"ecs:ListServiceDeployments": {...}}     a JSON object, or the text of an XML answer

Faults, latency and answers replace what was set before; {} sets none. Kinds of faults: AccessDenied, Throttling,
ServerError, Reset (the connection breaks), Hang (no answer), Empty (status 200, nothing in it), Html (a proxy's page).
Slack: slack.py; mail: outside.py.
"""

import collections
import json
import socket
import struct
import threading
import time
from io import BytesIO
from urllib.parse import parse_qs

from werkzeug.serving import WSGIRequestHandler, make_server

from . import accounts, answers, cloudformation, gaps, outside, policies, slack, trust  # noqa: F401  (two of them change moto)
from .aws import Aws
from .calls import call_of
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

HANG_SECONDS = 60
READS = (
    "BatchCheck", "BatchGet", "Describe", "Filter", "GET ", "Get", "HEAD ", "Head", "List", "Lookup", "Query", "Receive",
    "Scan", "Search", "Simulate", "StartQuery",
)  # fmt: skip
REFUSALS = {
    "AccessDenied": answers.access_denied,
    "Throttling": answers.throttled,
    "ServerError": answers.server_error,
    "Empty": answers.empty,
    "Html": lambda call: answers.html(),
}
KINDS = {*REFUSALS, "Reset", "Hang"}


class Emulator:
    """A WSGI application: the control routes, then faults, then canned answers, then moto."""

    def __init__(self):
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.slack, self.mailboxes = slack.Slack(), outside.Mailboxes()
        self.seen = []
        self.faults, self.latency, self.answers = {}, {}, {}

    def __call__(self, environ, start_response):
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        path = environ.get("PATH_INFO", "")
        if path == "/_control/account":
            return answers.canned(self.build_account(environ, json.loads(body)["name"])).send(start_response)
        if path.startswith("/_control/"):
            return self.control(path.removeprefix("/_control/"), environ, body).send(start_response)
        if path.startswith(("/services/", "/api/")):
            answer = self.slack.post(path, body)
            return self.hold(answer, environ) if isinstance(answer, str) else answer.send(start_response)
        call = call_of(environ, body)
        with self.lock:
            self.seen.append(call)
            fault = self.next_fault(call)
            pause = most_specific(self.latency, call) or 0
        time.sleep(pause / 1000)
        if fault in ("Hang", "Reset"):
            self.hold(fault.lower(), environ)
        if fault:
            return REFUSALS[fault](call).send(start_response)
        return self.answer(call, environ, body, start_response)

    def answer(self, call, environ, body, start_response):
        given = self.answers.get(call.name, answers.EMPTY_FEATURES.get(call.name))
        if given is not None:
            return answers.canned(given).send(start_response)
        if call.name == "iam:SimulatePrincipalPolicy":
            return simulated(call, body).send(start_response)
        if call.name == "sts:AssumeRole" and trust.refuses(call, parse_qs(body.decode())):
            return answers.access_denied(call).send(start_response)
        return self.ask_moto(call, environ, body, start_response)

    def ask_moto(self, call, environ, body, start_response):
        head = []
        try:
            out = b"".join(self.moto(dict(environ, **{"wsgi.input": BytesIO(body)}), lambda *line: head.extend(line[:2])))
        except Exception as lacking:  # moto raises for an operation, or a whole service, that it lacks
            return answers.not_emulated(call, repr(lacking)).send(start_response)
        if head[0].startswith("500") and b"<html" in out[:300].lower():
            return answers.not_emulated(call, head[0]).send(start_response)
        start_response(*head)
        return [out]

    def hold(self, how, environ):
        """No answer: after a while, or at once."""
        if how == slack.HANG:
            self.stopped.wait(HANG_SECONDS)
        cut(environ)

    def next_fault(self, call):
        fault = most_specific(self.faults, call)
        if not isinstance(fault, dict):
            return fault
        if fault["times"] == 0:
            return None
        fault["times"] -= 1
        return fault["kind"]

    def control(self, what, environ, body):
        routes = {
            "accounts": lambda given: answers.canned({"accounts": sorted(accounts.ACCOUNTS)}),
            "answers": self.set_answers,
            "calls": lambda given: self.calls(environ.get("QUERY_STRING", "").removeprefix("key=")),
            "faults": self.set_faults,
            "latency": self.set_latency,
            "mails": lambda given: self.mailboxes.control(),
            "reset": lambda given: self.reset(),
            "slack": self.slack.control,
            "zero": lambda given: self.zero(),
        }
        if what not in routes:
            return complaint(f"no such control: {what}; there are {', '.join(routes)}")
        with self.lock:
            try:
                return routes[what](json.loads(body or b"{}"))
            except ValueError as wrong:
                return complaint(str(wrong))

    def build_account(self, environ, name):
        """Not under the lock: the builder calls this emulator."""
        aws = Aws(f"http://127.0.0.1:{environ['SERVER_PORT']}")
        return accounts.build(aws, name)

    def set_answers(self, given):
        self.answers = given
        return answers.canned({})

    def set_faults(self, given):
        unknown = {kind_of(fault) for fault in given.values()} - KINDS
        if unknown:
            raise ValueError(f"no such fault: {', '.join(sorted(unknown))}; there are {', '.join(sorted(KINDS))}")
        self.faults = given
        return answers.canned({})

    def set_latency(self, given):
        self.latency = given
        return answers.canned({})

    def zero(self):
        self.seen = []
        return answers.canned({})

    def reset(self):
        self.seen, self.faults, self.latency, self.answers = [], {}, {}, {}
        self.slack.clear()
        self.mailboxes.mails.clear()
        environ = {"PATH_INFO": "/moto-api/reset", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": "0", "SERVER_NAME": "localhost",
                   "SERVER_PORT": "80", "wsgi.input": BytesIO(), "wsgi.errors": None, "wsgi.url_scheme": "http"}  # fmt: skip
        list(self.moto(environ, lambda *_: None))
        return answers.canned({})

    def calls(self, key):
        """Of one access key, or of all."""
        names = [call.name for call in self.seen if key in ("", call.key)]
        return answers.canned({
            "total": len(names),
            "byOperation": dict(sorted(collections.Counter(names).items())),
            "mutating": [name for name in names if not name.split(":")[1].startswith(READS)],
            "order": names,
        })


def kind_of(fault):
    return fault["kind"] if isinstance(fault, dict) else fault


def most_specific(settings, call):
    """The setting for the operation, else for its service, else for all."""
    for pattern in (call.name, f"{call.service}:*", "*"):
        if pattern in settings:
            return settings[pattern]
    return None


def simulated(call, body):
    try:
        return answers.canned(policies.simulate(parse_qs(body.decode())))
    except Exception:  # moto's own error for a role that is not there
        return answers.refusal(call, 404, "NoSuchEntity", "The role cannot be found.")


def complaint(message):
    return answers.Reply("400 Bad Request", "text/plain", message.encode())


def cut(environ):
    """Ends the connection without an answer: with linger off the other side sees a reset."""
    connection = environ["werkzeug.socket"]
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.shutdown(socket.SHUT_RDWR)
    raise ConnectionResetError


class Quiet(WSGIRequestHandler):
    disable_nagle_algorithm = True

    def log(self, type, message, *args):
        """The calls are told by the control route."""


def start(port):
    """A server on 127.0.0.1 that is not serving yet; 0 takes a free port."""
    return make_server("127.0.0.1", port, Emulator(), threaded=True, request_handler=Quiet)
