"""The sample events of events/, moved to now and filled with the ids that an emulated account gave its objects."""

import datetime
import json
import re

from . import ACCOUNT

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


class Sample:
    """A task event: what it names, and what has to be filled in."""

    def __init__(self, path, account):
        self.event = moved_to_now(json.loads(path.read_text().replace(ACCOUNT, account)))
        self.detail = self.event["detail"]
        self.container = self.detail["containers"][0]
        self.image = self.container["image"]
        self.cluster = self.detail["clusterArn"].rsplit("/", 1)[-1]
        self.service = self.detail["group"].removeprefix("service:")
        self.task_id = self.detail["taskArn"].rsplit("/", 1)[-1]
        self.family = self.detail["taskDefinitionArn"].rsplit("/", 1)[-1].split(":")[0]
        self.stopped_at = datetime.datetime.fromisoformat(self.detail["stoppedAt"].replace("Z", "+00:00"))
        self.filled = {}

    def attachment(self, name):
        details = self.detail["attachments"][0]["details"]
        return next(d["value"] for d in details if d["name"] == name)

    def fill(self, sample, real):
        self.filled[sample] = real

    def text(self, pattern):
        """What the pattern's group finds in the reason."""
        return re.search(pattern, self.detail["stoppedReason"])[1]

    def ready(self):
        text = json.dumps(self.event)
        for sample, real in self.filled.items():
            text = text.replace(sample, real)
        return json.loads(text)


def moved_to_now(event):
    """All times move alike, so that what happened in what order stays as it is."""
    now = datetime.datetime.now(datetime.timezone.utc)
    shift = now - datetime.datetime.fromisoformat(event["time"].replace("Z", "+00:00"))

    def moved(match):
        at = datetime.datetime.fromisoformat(padded(match[0])) + shift
        return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"

    moved_event = json.loads(TIME.sub(moved, json.dumps(event)))
    return moved_event | {"time": moved_event["time"][:19] + "Z"}  # EventBridge has whole seconds


def padded(text):
    """Python before 3.11 reads three or six digits of a second only."""
    whole, _, fraction = text.removesuffix("Z").partition(".")
    return f"{whole}.{(fraction + '000000')[:6]}+00:00"
