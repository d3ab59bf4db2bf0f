"""A Slack that answers as the real one: an incoming webhook, and the Web API for a bot.

    POST /services/...            a webhook, any path of Slack's form
    POST /api/chat.postMessage    with any bot token that is not revoked; /api/chat.update

    GET  /_control/slack     {"messages": [...], "channels": {"C0000ALERTS:1700000000.000001": {...}}, "methods": [...]};
                             messages as they were posted, channels as they look now
    POST /_control/slack     {"answer": "rate_limited", "retryAfter": 2, "times": 1}     how it answers from now on

Beside the names in ANSWERS every error of the Web API may be told, as "channel_not_found" or "token_revoked".
"""

import json
import threading

from .answers import Reply, canned

TEXT, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"
SECTION, HEADER, BLOCKS = 3000, 150, 50
HANG, CUT = "hang", "cut"  # hang: nothing is taken; cut: the message is taken and the answer never comes
ANSWERS = {
    "ok": ("200 OK", b"ok"),
    "rate_limited": ("429 Too Many Requests", b"rate_limited"),
    "invalid_token": ("403 Forbidden", b"invalid_token"),
    "channel_not_found": ("404 Not Found", b"channel_not_found"),
    "no_service": ("404 Not Found", b"no_service"),
}
ERRORS = {"channel_not_found", "fatal_error", "invalid_auth", "is_archived", "not_in_channel", "token_revoked"}


class Slack:
    """Takes what is posted, and answers as it is told to; after `times` messages it answers ok again."""

    def __init__(self):
        self.lock = threading.Lock()
        self.clear()

    def clear(self):
        self.messages, self.channels, self.methods = [], {}, []
        self.next, self.retry_after, self.times = "ok", 0, 0

    def tell(self, answer="ok", retryAfter=1, times=-1):
        known = {*ANSWERS, *ERRORS, HANG, CUT}
        if answer not in known:
            raise ValueError(f"no such answer: {answer}; there are {', '.join(sorted(known))}")
        self.next, self.retry_after, self.times = answer, retryAfter, times

    def post(self, path, body):
        """The answer, or `hang` or `cut`."""
        with self.lock:
            answer = self.next if self.times else "ok"
            self.times -= self.times > 0
            message = json.loads(body)
            if path.startswith("/api/"):
                return self.call(path.removeprefix("/api/"), message, answer)
            return self.hook(message, answer)

    def hook(self, message, answer):
        if answer in ("ok", CUT) and too_large(message):
            return Reply("400 Bad Request", TEXT, b"invalid_blocks")
        if answer in ("ok", CUT):
            self.messages.append(message)
        if answer in (HANG, CUT):
            return answer
        status, text = ANSWERS.get(answer, ("404 Not Found", answer.encode()))
        return Reply(status, TEXT, text, self.wait(answer))

    def call(self, method, message, answer):
        self.methods.append(method)
        if answer == HANG:
            return answer
        if answer not in ("ok", CUT):
            limited = answer == "rate_limited"
            status = "429 Too Many Requests" if limited else "200 OK"
            return refused("ratelimited" if limited else answer, status, self.wait(answer))
        done = self.done(method, message)
        return answer if answer == CUT else done

    def done(self, method, message):
        channel, update = message.get("channel", ""), method == "chat.update"
        ts = message.get("ts") if update else f"1700000000.{len(self.channels) + 1:06}"
        if method not in ("chat.postMessage", "chat.update"):
            return refused("unknown_method")
        if not channel:
            return refused("channel_not_found")
        if too_large(message):
            return refused("invalid_blocks")
        if update and f"{channel}:{ts}" not in self.channels:
            return refused("message_not_found")
        if not update:
            self.messages.append(message)
        self.channels[f"{channel}:{ts}"] = message
        return Reply("200 OK", JSON, json.dumps({"ok": True, "channel": channel, "ts": ts}).encode())

    def wait(self, answer):
        return [("Retry-After", str(self.retry_after))] if answer == "rate_limited" else []

    def control(self, given):
        if given:
            self.tell(**given)
        return canned({"messages": self.messages, "channels": self.channels, "methods": self.methods})


def refused(error, status="200 OK", headers=()):
    return Reply(status, JSON, json.dumps({"ok": False, "error": error}).encode(), headers)


def too_large(message):
    blocks = message.get("blocks", [])
    return len(blocks) > BLOCKS or any(length(block) > limit(block) for block in blocks)


def length(block):
    return len(block.get("text", {}).get("text", ""))


def limit(block):
    return HEADER if block["type"] == "header" else SECTION
