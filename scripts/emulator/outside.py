"""The world outside AWS that ECS Medic talks to, beside Slack: the mailboxes behind SNS.

    GET  /_control/mails     {"mails": [{"to": "oncall@example.com", "subject": "...", "text": "..."}]}
"""

from moto.sns.models import Subscription

from .answers import canned

_publish = Subscription.publish


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
