"""The main job, once and for real: a broken account, the deployed stack, an event on the bus, and what people are told."""

import argparse
import contextlib
import json
import os
import pathlib
import signal
import sys
import tempfile
import threading
import time

from . import accounts, render, server
from .aws import Aws
from .cdk import Cdk, DeployFailed
from .poller import Poller
from .runtime import Function, FunctionError

DEFAULT = "network.s3_gateway_missing"
MAIL = "oncall@example.com"
SECRET = "ecs-medic/slack-webhook"
PATIENCE_SECONDS = 60
COPIES, OTHERS = 3, 2


class Failed(Exception):
    """What went wrong, in words for the person who ran the demo."""


class Demo:
    """One run; what it starts, `ends` closes again in reverse order."""

    def __init__(self, root, name, ends):
        self.root, self.name, self.ends = root, name, ends
        self.style = render.Style(sys.stdout.isatty())
        self.folder = pathlib.Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="ecs-medic-demo-")))
        self.log = self.folder / "function.log"
        self.trouble = []

    def run(self):
        self.emulate()
        event = self.timed("account", lambda: (self.break_account(), accounts.ACCOUNTS[self.name].__doc__.splitlines()[0]))
        outputs = self.timed("stack", self.deploy)
        self.connect(outputs)
        self.emit(event)
        self.show()

    def timed(self, what, step):
        began = time.monotonic()
        value, says = step()
        self.say(what, f"{says} ({time.monotonic() - began:.1f} s)")
        return value

    def say(self, what, says):
        print(f"{what:10} {says}", flush=True)

    def emulate(self):
        wsgi = server.start(0)
        threading.Thread(target=wsgi.serve_forever, daemon=True).start()
        self.ends.callback(wsgi.shutdown)
        self.ends.callback(wsgi.app.stopped.set)
        self.emulator = wsgi.app
        self.aws = Aws(f"http://127.0.0.1:{wsgi.server_port}")
        self.say("AWS", f"emulated on {self.aws.endpoint}")

    def break_account(self):
        url = f"{self.aws.endpoint}/services/T00000000/B00000000/emulated"
        self.aws.client("secretsmanager").create_secret(Name=SECRET, SecretString=url)
        return accounts.build(self.aws, self.name)

    def deploy(self, **settings):
        outputs = Cdk(self.root / "infra", self.aws, self.folder).deploy({
            "ecs-medic:slack-webhook-secret": SECRET,
            "ecs-medic:mail": MAIL,
            **{f"ecs-medic:{name.replace('_', '-')}": value for name, value in settings.items()},
        })  # fmt: skip
        return outputs, "deployed by the CDK CLI"

    def connect(self, outputs):
        target = self.root / "functions" / "target"
        jar = next(target.glob("ecs-medic-functions-*-lambda.jar"))
        runtime = sorted((target / "runtime").glob("*.jar"))
        self.function = Function(self.aws, outputs["FunctionName"], jar, runtime, os.environ["JAVA_HOME"], self.log)
        self.ends.callback(self.function.stop)
        poller = Poller(self.aws, outputs["EventSourceMappingId"], self.function, self.trouble.append)
        self.ends.callback(poller.stop)
        poller.start()
        configuration = self.function.configuration
        self.say("function", f"{configuration['Handler']}, {configuration['MemorySize']} MB, role {outputs['RoleName']}")

    def emit(self, event):
        self.event_file = self.folder / "event.json"
        self.event_file.write_text(json.dumps(event))
        self.began = time.monotonic()
        self.events = [event] * COPIES + [of_another_task(event, number) for number in range(OTHERS)]
        self.aws.client("events").put_events(Entries=[{
            "Source": event["source"], "DetailType": event["detail-type"], "Time": event["time"],
            "Resources": event["resources"], "Detail": json.dumps(event["detail"]),
        } for event in self.events])  # fmt: skip
        self.say("event", f"{event['detail-type']}, {event['detail']['stopCode']}: {event['detail']['stoppedReason'][:60]}…")
        self.say("again", f"the same event delivered {COPIES} times, and {OTHERS} other tasks that failed alike")

    def show(self):
        slack, slack_seconds = self.await_one(lambda: self.emulator.slack.messages, "Slack message")
        mail, mail_seconds = self.await_one(lambda: self.emulator.mailboxes.mails, "mail")
        print(f"\n{self.style.bold('Slack')}\n{render.slack(slack, self.style)}")
        print(f"\n{self.style.bold('Mail')}\n{render.mail(mail, self.style)}\n")
        self.say("counted", self.counted())
        calls = json.loads(self.emulator.calls(self.function.access_key).body)
        wrote = ", ".join(sorted(set(calls["mutating"]))) or "nothing"
        self.say("diagnosed", self.diagnosed())
        self.say("told", f"Slack {slack_seconds:.1f} s and mail {mail_seconds:.1f} s after the event, cold start included")
        self.say("calls", f"{calls['total']} to AWS by the function; of those that change something: {wrote}")

    def diagnosed(self):
        """From the function's own log: one JSON line an invocation."""
        one = next(detail for detail in self.details() if "causes" in detail)
        causes = ", ".join(one["causes"]) or "no cause"
        return f"{causes}; calls to AWS: {one['apiCalls']}, one after another: {one['criticalPath']}; {one['millis']} ms"

    def counted(self):
        """Once every event has been worked on: one incident, one message."""
        self.await_one(lambda: [True] if len(self.details()) >= len(self.events) else [], "line of the function's log about every event")
        recorded = [detail for detail in self.details() if detail["fate"] == "recorded"]
        incidents = {detail["incident"] for detail in recorded}
        messages = len(self.emulator.slack.messages)
        if len(incidents) != 1 or len(recorded) != 1 + OTHERS or messages != 1:
            raise Failed(f"{len(self.events)} events became {len(incidents)} incidents of {len(recorded)} failures and {messages} Slack messages")
        return f"{len(self.events)} events, {len(recorded)} failed tasks, 1 incident, 1 Slack message"

    def details(self):
        return [detail for line in self.log_lines() for detail in json.loads(line).get("details", [])]

    def log_lines(self):
        return [line for line in self.log.read_text(errors="replace").splitlines() if line.startswith("{")]

    def await_one(self, received, what):
        deadline = self.began + PATIENCE_SECONDS
        while not received():
            if self.trouble or time.monotonic() > deadline:
                raise Failed(f"no {what} came: {'; '.join(self.trouble) or f'waited {PATIENCE_SECONDS} s'}{self.log_tail()}")
            time.sleep(0.01)
        return received()[-1], time.monotonic() - self.began

    def log_tail(self):
        lines = self.log.read_text(errors="replace").splitlines()[-20:] if self.log.exists() else []
        return "".join(f"\n  {line}" for line in lines)

    def keep(self):
        keys = "AWS_ACCESS_KEY_ID=emulated AWS_SECRET_ACCESS_KEY=emulated"
        print(f"\nStill running; end it with Ctrl-C. The same in the shell:\n  AWS_ENDPOINT_URL={self.aws.endpoint} {keys} "
              f"AWS_REGION={self.aws.region} scripts/ecs-medic diagnose --event {self.event_file}", flush=True)  # fmt: skip
        threading.Event().wait()


def of_another_task(event, number):
    """The failure of another task of the same service."""
    task = event["detail"]["taskArn"].rsplit("/", 1)[-1]
    return json.loads(json.dumps(event).replace(task, f"{number + 1:02x}{task[2:]}"))


def main():
    arguments = argparse.ArgumentParser(prog="demo", description="Deploys ECS Medic into an emulated AWS and lets it diagnose a broken account.",
                                        epilog="--member instead of a name: the event is of another account, which is read with its own role.")
    arguments.add_argument("name", nargs="?", default=DEFAULT, choices=accounts.ACCOUNTS, metavar="NAME",
                           help=f"the account, {DEFAULT} unless told: {', '.join(accounts.ACCOUNTS)}")  # fmt: skip
    arguments.add_argument("--keep", action="store_true", help="leaves it running until Ctrl-C")
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with contextlib.ExitStack() as ends:
        demo = Demo(pathlib.Path(__file__).resolve().parents[2], given.name, ends)
        try:
            demo.run()
            if given.keep:
                demo.keep()
        except (Failed, DeployFailed, FunctionError) as failed:
            sys.exit(f"demo: {failed}")
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
