"""An event of another account, for real: its bus forwards it, its role lets the home account read, the message names it."""

import contextlib
import json
import pathlib
import signal
import subprocess
import sys
import time

from . import accounts, render, trust
from .cdk import DeployFailed
from .demo import DEFAULT, SECRET, Demo, Failed, of_another_task
from .runtime import FunctionError

MEMBER, NAME = "222233334444", "payments"
EXTERNAL_ID, WRONG_ID = "made-up-external-id", "another-external-id"
STACK = "ecs-medic-member"
REFUSED = f"could not read account {MEMBER}: sts:AssumeRole was refused"
NAMED = f"Account {MEMBER} ({NAME})"


class Members(Demo):
    """First the member's role wants another external id, then the right one."""

    def run(self):
        self.emulate()
        self.member = self.aws.of(MEMBER)
        self.break_account()
        event = accounts.build(self.member, DEFAULT)
        self.say("member", f"account {MEMBER}: {accounts.ACCOUNTS[DEFAULT].__doc__.splitlines()[0]}")
        outputs = self.timed("stack", lambda: self.deploy(members=f"{MEMBER}={NAME}", external_id=EXTERNAL_ID))
        self.connect(outputs)
        self.forward(outputs, WRONG_ID)
        refused = self.told(event, REFUSED)
        self.say("refused", f"{REFUSED}: the message says so, and what the text alone shows")
        if self.keys():
            raise Failed("the role was given to a wrong external id")
        self.forward(outputs, EXTERNAL_ID)
        self.function.stop()  # a refusal is remembered for half a minute
        proven = self.told(of_another_task(event, 1), "S3")
        self.say("read", self.readers())
        for message in (refused, proven):
            if NAMED not in json.dumps(message):
                raise Failed(f"a message does not say {NAMED!r}: {json.dumps(message)}")
        print(f"\n{self.style.bold('Slack')}\n{render.slack(proven, self.style)}\n")

    def break_account(self):
        """The home account has nothing but the webhook."""
        url = f"{self.aws.endpoint}/services/T00000000/B00000000/emulated"
        self.aws.client("secretsmanager").create_secret(Name=SECRET, SecretString=url)

    def forward(self, outputs, external_id):
        """The stack of the member, from the template that scripts/member-template prints; made anew, as moto updates no trust."""
        template = subprocess.run([self.root / "scripts" / "member-template"], check=True, capture_output=True, text=True).stdout
        given = {"BusArn": outputs["MembersBusArn"], "ExternalId": external_id}
        stacks = self.member.client("cloudformation")
        stacks.delete_stack(StackName=STACK)
        stacks.create_stack(
            StackName=STACK, TemplateBody=template, Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in given.items()],
        )  # fmt: skip
        stack = stacks.describe_stacks(StackName=STACK)["Stacks"][0]
        if stack["StackStatus"] != "CREATE_COMPLETE":
            raise Failed(f"the member's stack: {stack['StackStatus']}")

    def told(self, event, words):
        """The message with these words that follows the event, which is put on the member's own bus."""
        self.began = time.monotonic()
        self.member.client("events").put_events(Entries=[{
            "Source": event["source"], "DetailType": event["detail-type"], "Time": event["time"],
            "Resources": event["resources"], "Detail": json.dumps(event["detail"]),
        }])  # fmt: skip
        what = f"Slack message that says {words!r}"
        return self.await_one(lambda: [m for m in self.emulator.slack.messages if words in json.dumps(m)], what)[0]

    def keys(self):
        """Access keys of sessions of the member's role."""
        return [key for key, role in trust.assumed().items() if role == f"arn:aws:iam::{MEMBER}:role/ecs-medic-reader"]

    def readers(self):
        """Whose credentials read what."""
        own = self.reads(self.function.access_key)
        theirs = [name for key in self.keys() for name in self.reads(key)]
        if own or not theirs:
            raise Failed(f"read with our own credentials: {own}, with those of the member: {theirs}")
        return f"{len(theirs)} calls to ECS, EC2 and the like with the member's role, none with our own"

    def reads(self, key):
        order = json.loads(self.emulator.calls(key).body)["order"]
        return [name for name in order if name.split(":")[0] in ("ec2", "ecs", "ecr", "logs", "iam", "elasticloadbalancing")]


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with contextlib.ExitStack() as ends:
        try:
            Members(pathlib.Path(__file__).resolve().parents[2], DEFAULT, ends).run()
        except (Failed, DeployFailed, FunctionError) as failed:
            sys.exit(f"demo: {failed}")


if __name__ == "__main__":
    main()
