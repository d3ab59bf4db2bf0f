"""The world outside AWS that ECS Medic talks to: a Slack with an incoming webhook, and the mailboxes behind SNS.

    POST /services/...       a webhook, any path of Slack's form

    GET  /_control/slack     {"messages": [...]}, as they were posted
    POST /_control/slack     {"answer": "rate_limited", "retryAfter": 2, "times": 1}     how it answers from now on
    GET  /_control/mails     {"mails": [{"to": "oncall@example.com", "subject": "...", "text": "..."}]}
"""

import json
import threading

from moto.sns.models import Subscription

from .answers import Reply, canned

TEXT = "text/html; charset=utf-8"
ANSWERS = {
    "ok": ("200 OK", b"ok"),
    "rate_limited": ("429 Too Many Requests", b"rate_limited"),
    "invalid_token": ("403 Forbidden", b"invalid_token"),
    "channel_not_found": ("404 Not Found", b"channel_not_found"),
    "no_service": ("404 Not Found", b"no_service"),
}
HANG, CUT = "hang", "cut"  # hang: nothing is taken; cut: the message is taken and the answer never comes

_publish = Subscription.publish


class Slack:
    """Takes what is posted, and answers as it is told to; after `times` messages it answers ok again."""

    def __init__(self):
        self.lock = threading.Lock()
        self.clear()

    def clear(self):
        self.messages, self.next, self.retry_after, self.times = [], "ok", 0, 0

    def tell(self, answer="ok", retryAfter=1, times=-1):
        if answer not in (*ANSWERS, HANG, CUT):
            raise ValueError(f"no such answer: {answer}; there are {', '.join((*ANSWERS, HANG, CUT))}")
        self.next, self.retry_after, self.times = answer, retryAfter, times

    def post(self, body):
        """The answer, or `hang` or `cut`."""
        with self.lock:
            answer = self.next if self.times else "ok"
            self.times -= self.times > 0
            if answer in ("ok", CUT):
                self.messages.append(json.loads(body))
        if answer in (HANG, CUT):
            return answer
        status, text = ANSWERS[answer]
        headers = [("Retry-After", str(self.retry_after))] if answer == "rate_limited" else []
        return Reply(status, TEXT, text, headers)

    def control(self, given):
        if given:
            self.tell(**given)
        return canned({"messages": self.messages})


class Mailboxes:
    """What subscribers by mail received."""

    def __init__(self):
        self.mails = []
        Subscription.publish = lambda subscription, message, *args, **kwargs: self.deliver(subscription, message, *args, **kwargs)

    def deliver(self, subscription, message, message_id, subject=None, message_structure=None, **others):
        if subscription.protocol == "email":
            text = subscription._parse_message_structure(message, "email") if message_structure == "json" else message
            self.mails.append({"to": subscription.endpoint, "subject": subject or "AWS Notification Message", "text": text})
        else:
            _publish(subscription, message, message_id, subject=subject, message_structure=message_structure, **others)

    def control(self):
        return canned({"mails": self.mails})
