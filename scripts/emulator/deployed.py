"""The deployed thing from end to end: python -m emulator.deployed. Prints what it saw as one JSON object.

Deployed by scripts/deploy, updated, asked with events, and destroyed by the CDK CLI. What has to be true of it is the
business of DeployedIT in infra/.
"""

import contextlib
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from moto.kms.models import kms_backends

from . import accounts, server
from .aws import Aws
from .poller import Poller
from .runtime import Function
from .samples import moved_to_now

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECRET, MAIL, NAME = "ecs-medic/slack-webhook", "oncall@example.com", "ecs-medic"
DEPLOYS, IN_TIME = 3, 30
WARM = 15
RECEIVES = 5
PATIENCE = 60


class Run:
    """One emulated account and what is in it."""

    def __init__(self, ends):
        wsgi = server.start(0)
        threading.Thread(target=wsgi.serve_forever, daemon=True).start()
        ends.callback(wsgi.shutdown)
        ends.callback(wsgi.app.stopped.set)
        self.ends, self.emulator = ends, wsgi.app
        self.aws = Aws(f"http://127.0.0.1:{wsgi.server_port}")
        self.folder = pathlib.Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="ecs-medic-deployed-")))
        self.log = self.folder / "function.log"
        self.told = []
        hook = f"{self.aws.endpoint}/services/T00000000/B00000000/emulated"
        self.aws.client("secretsmanager").create_secret(Name=SECRET, SecretString=hook)

    def script(self, *words):
        done = subprocess.run(words, cwd=ROOT, env=self.aws.environment(JAVA_HOME=os.environ["JAVA_HOME"]), text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout[-3000:]}")
        return done.stdout

    def deploy(self, *options):
        began = time.monotonic()
        self.script("scripts/deploy", "--slack-webhook-secret", SECRET, "--mail", MAIL, "--name", NAME, "--endpoint",
                    self.aws.endpoint, "--yes", *options)  # fmt: skip
        return round(time.monotonic() - began, 1)

    def destroy(self):
        cdk = ROOT / "infra" / "node_modules" / ".bin" / "cdk"
        environment = self.aws.environment(
            AWS_ENDPOINT_URL=self.aws.endpoint.replace("127.0.0.1", "localhost"), CDK_DISABLE_CLI_TELEMETRY="1", NODE_NO_WARNINGS="1")
        done = subprocess.run([cdk, "--no-notices", "--ci", "destroy", "--force", "--app", ROOT / "infra/target/deploy/cdk.out", NAME],
                              cwd=self.folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # fmt: skip
        if done.returncode:
            raise SystemExit(f"cdk destroy ended with {done.returncode}:\n{done.stdout[-3000:]}")

    def outputs(self):
        return next(iter(json.loads((ROOT / "infra/target/deploy/outputs.json").read_text()).values()))

    def resources(self):
        """What stands in the account under our name, by kind."""
        ask = self.aws.client
        found = {
            "function": [f["FunctionName"] for f in ask("lambda").list_functions()["Functions"]],
            "mapping": [m["EventSourceArn"].rsplit(":", 1)[-1] for m in ask("lambda").list_event_source_mappings()["EventSourceMappings"]],
            "queue": [u.rsplit("/", 1)[-1] for u in ask("sqs").list_queues().get("QueueUrls", [])],
            "table": ask("dynamodb").list_tables()["TableNames"],
            "topic": [t["TopicArn"].rsplit(":", 1)[-1] for t in ask("sns").list_topics()["Topics"]],
            "subscription": [s["Endpoint"] for s in ask("sns").list_subscriptions()["Subscriptions"]],
            "rule": [r["Name"] for r in ask("events").list_rules()["Rules"]],
            "role": [r["RoleName"] for r in ask("iam").list_roles()["Roles"]],
            "log group": [g["logGroupName"] for g in ask("logs").describe_log_groups()["logGroups"]],
            "alarm": [a["AlarmName"] for a in ask("cloudwatch").describe_alarms()["MetricAlarms"]],
            "parameter": [p["Name"] for p in ask("ssm").describe_parameters()["Parameters"]],
            "stack": [s["StackName"] for s in ask("cloudformation").describe_stacks()["Stacks"]],
            "key": [k.description for k in kms_backends[self.aws.account][self.aws.region].keys.values() if k.key_state == "Enabled"],
        }
        kept = {kind: sorted(n for n in names if n.startswith(("ecs-medic", "/aws/lambda/ecs-medic", "Encrypts", MAIL))) for kind, names in found.items()}
        return {kind: names for kind, names in kept.items() if names}

    def settings(self, function):
        about = self.aws.client("lambda").get_function_configuration(FunctionName=function)
        return about["Environment"]["Variables"]

    def connect(self):
        outputs = self.outputs()
        target = ROOT / "functions" / "target"
        jar = next(target.glob("ecs-medic-functions-*-lambda.jar"))
        runtime = sorted((target / "runtime").glob("*.jar"))
        function = Function(self.aws, outputs["FunctionName"], jar, runtime, os.environ["JAVA_HOME"], self.log)
        self.ends.callback(function.stop)
        self.poller = Poller(self.aws, outputs["EventSourceMappingId"], function, self.told.append)
        self.ends.callback(self.poller.stop)
        self.sqs, self.queue = self.aws.client("sqs"), self.poller.url
        # what comes back is handed out again at once
        self.sqs.set_queue_attributes(QueueUrl=self.queue, Attributes={"VisibilityTimeout": "1"})

    def put(self, *events):
        self.aws.client("events").put_events(Entries=[{
            "Source": event["source"], "DetailType": event["detail-type"], "Time": event["time"],
            "Resources": event["resources"], "Detail": json.dumps(event["detail"]),
        } for event in events])  # fmt: skip

    def details(self):
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return [detail for line in lines if line.startswith("{") for detail in json.loads(line).get("details", [])]

    def slack(self):
        return len(self.emulator.slack.messages)

    def until(self, true, what):
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                tail = self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""
                raise SystemExit(f"waited {PATIENCE} s for {what}: {self.told}\n{tail}")
            time.sleep(0.005)

    def fates(self, begun):
        return sorted(detail["fate"] for detail in self.details()[begun:])

    def waiting(self, queue):
        about = self.sqs.get_queue_attributes(QueueUrl=self.queue.replace("ecs-medic-events", queue), AttributeNames=["All"])["Attributes"]
        return int(about["ApproximateNumberOfMessages"]) + int(about["ApproximateNumberOfMessagesNotVisible"])


def installed(run):
    """Deployed, updated twice; the fastest of up to three first deployments."""
    seconds = []
    while len(seconds) < DEPLOYS and (not seconds or min(seconds) >= IN_TIME):
        if seconds:
            run.destroy()
        seconds.append(run.deploy())
        print(f"deployed in {seconds[-1]} s", file=sys.stderr, flush=True)
    first = run.resources()
    before = run.settings(f"{NAME}-diagnose")
    changed = run.deploy("--log-lines", "off")
    after = run.settings(f"{NAME}-diagnose")
    fixes = run.deploy("--log-lines", "off", "--fixes", "on")
    second = run.resources()
    return {
        "deploySeconds": seconds, "updateSeconds": [changed, fixes], "resources": first,
        "changedSettings": sorted(k for k in {*before, *after} if before.get(k) != after.get(k)),
        "added": {kind: sorted({*names} - {*first.get(kind, [])}) for kind, names in second.items() if {*names} - {*first.get(kind, [])}},
        "removed": {kind: sorted({*names} - {*second.get(kind, [])}) for kind, names in first.items() if {*names} - {*second.get(kind, [])}},
    }  # fmt: skip


def failure(run):
    """One failure, three times the same event."""
    event = accounts.build(run.aws, "network.s3_gateway_missing")
    run.put(event, event, event)
    run.poller.start()
    run.until(lambda: len(run.details()) >= 3 and run.slack() and run.emulator.mailboxes.mails, "a message about the failure")
    one = next(detail for detail in run.details() if detail.get("causes"))
    rows = run.aws.client("dynamodb").scan(TableName=f"{NAME}-incidents")["Items"]
    return {
        "fates": run.fates(0), "causes": one["causes"], "slack": run.slack(), "mails": len(run.emulator.mailboxes.mails),
        "incidents": sum(row["pk"]["S"].startswith("INCIDENT#") and row["sk"]["S"] == "-" for row in rows),
        "schemas": sorted({row.get("schema", {}).get("N", "") for row in rows}),
    }  # fmt: skip


def again(run, event):
    """The queue hands out once more what was worked in."""
    begun, before = len(run.details()), run.slack()
    run.sqs.send_message(QueueUrl=run.queue, MessageBody=json.dumps(event))
    run.until(lambda: len(run.details()) > begun, "the redelivery")
    return {"fates": run.fates(begun), "slack": run.slack() - before}


def sample(name):
    return moved_to_now(json.loads((ROOT / "events" / name / "event.json").read_text()))


def benign(run):
    """One that the rules keep out, and one that the function recognises."""
    begun, before = len(run.details()), run.slack()
    run.put(sample("labels/lifecycle.user_stopped"), sample("labels/app.exit_zero"))
    run.until(lambda: len(run.details()) > begun and not run.waiting("ecs-medic-events"), "the benign end")
    return {"fates": run.fates(begun), "slack": run.slack() - before}


def one_off(number, crash):
    """The crash of a one-off task of a family of its own."""
    family, text = f"job-{number}", json.dumps(crash)
    text = text.replace(crash["detail"]["taskArn"].rsplit("/", 1)[-1], f"{number:032x}")
    text = re.sub(r'"group": "[^"]*"', f'"group": "family:{family}"', text)
    text = re.sub(r"task-definition/[^:\"]*", f"task-definition/{family}", text)
    return moved_to_now(json.loads(text))


def poison(run, crash):
    """In one batch with two that are well."""
    begun, before = len(run.details()), run.slack()
    run.sqs.send_message_batch(QueueUrl=run.queue, Entries=[
        {"Id": "a", "MessageBody": json.dumps(one_off(901, crash))},
        {"Id": "b", "MessageBody": '{"source":"aws.ecs",'},
        {"Id": "c", "MessageBody": json.dumps(one_off(902, crash))},
    ])  # fmt: skip
    run.until(lambda: run.waiting("ecs-medic-events-dead") == 1 and not run.waiting("ecs-medic-events"), "the dead-letter queue")
    fates = run.fates(begun)
    return {"returned": fates.count("returned"), "recorded": fates.count("recorded"), "slack": run.slack() - before}


def redrive(run):
    """What waits in the dead-letter queue goes back by the script, is no better, and comes there again."""
    begun = len(run.details())
    said = run.script("scripts/redrive", "--yes")
    run.until(lambda: len(run.details()) >= begun + RECEIVES and run.waiting("ecs-medic-events-dead") == 1, "the message that was put back")
    return {"said": said.strip().splitlines(), "fates": run.fates(begun)}


def doctor(run):
    """A whole installation, seen from outside; a test message is sent to each sink."""
    slack, mails = run.slack(), len(run.emulator.mailboxes.mails)
    done = subprocess.run(["scripts/ecs-medic", "doctor", "--json", "--send"], cwd=ROOT, env=run.aws.environment(JAVA_HOME=os.environ["JAVA_HOME"]),
                          text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)  # fmt: skip
    lines = json.loads(done.stdout)["lines"]
    run.until(lambda: run.slack() > slack and len(run.emulator.mailboxes.mails) > mails, "the test messages")
    states = {state: [line["exam"] for line in lines if line["state"] == state] for state in ("green", "red", "unseen")}
    return {"exit": done.returncode, "slack": run.slack() - slack, "mails": len(run.emulator.mailboxes.mails) - mails, **states}


def warm(run, crash):
    """From put event to Slack's message, one failure after the other."""
    seconds = []
    for number in range(WARM):
        event, before, began = one_off(number, crash), run.slack(), time.monotonic()
        run.put(event)
        run.until(lambda: run.slack() > before, "a warm message")
        seconds.append(time.monotonic() - began)
    return {"runs": WARM, "medianSeconds": round(statistics.median(seconds), 3), "slowestSeconds": round(max(seconds), 3)}


def main():
    with contextlib.ExitStack() as ends:
        run = Run(ends)
        seen = {"installed": installed(run)}
        run.connect()
        seen["failure"] = failure(run)
        seen["doctor"] = doctor(run)
        recorded = sample("causes/app.crash")
        seen["benign"] = benign(run)
        crash, begun, told = one_off(900, recorded), len(run.details()), run.slack()
        run.put(crash)
        run.until(lambda: run.slack() > told and len(run.details()) > begun, "the first crash")
        seen["redelivery"] = again(run, crash)
        seen["poison"] = poison(run, recorded)
        seen["redrive"] = redrive(run)
        seen["warm"] = warm(run, recorded)
        run.poller.stop()
        run.destroy()
        # moto keeps keys that a stack deletes
        seen["left"] = {kind: names for kind, names in run.resources().items() if kind != "key"}
    json.dump(seen, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
