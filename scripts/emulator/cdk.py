"""The CDK app of infra/, deployed by the real CDK CLI into the emulated account."""

import json
import pathlib
import subprocess
import tempfile

# no finding of the emulated account leaves this machine, and nothing is asked of AWS
QUIET = ("--no-notices", "--no-version-reporting", "--no-color", "--ci")


class DeployFailed(Exception):
    """What the CDK CLI said."""


class Cdk:
    """Runs the CLI of infra/node_modules with the environment of the emulated account."""

    def __init__(self, infra, aws, folder):
        self.infra, self.folder, self.account = infra, pathlib.Path(folder), f"aws://{aws.account}/{aws.region}"
        self.program = infra / "node_modules" / ".bin" / "cdk"
        # the CLI puts bucket names before the host, which an address cannot carry
        endpoint = aws.endpoint.replace("127.0.0.1", "localhost")
        self.environment = aws.environment(
            AWS_ENDPOINT_URL=endpoint, CDK_DISABLE_CLI_TELEMETRY="1", NODE_NO_WARNINGS="1",
            JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION="18,20,22",
        )  # fmt: skip

    def deploy(self, context):
        """The outputs of the stack. Synthesises while the account is bootstrapped."""
        assembly = self.folder / "cdk.out"
        settings = [word for key, value in context.items() for word in ("--context", f"{key}={value}")]
        with tempfile.TemporaryDirectory() as elsewhere:
            bootstrap = self.start(["bootstrap", self.account], elsewhere)
            synth = self.start(["synth", "--quiet", "--output", str(assembly), *settings], self.infra)
            finish(synth, "synth")
            finish(bootstrap, "bootstrap")
        outputs = self.folder / "outputs.json"
        deploy = ["deploy", "--app", str(assembly), "--method=direct", "--require-approval=never", "--outputs-file", str(outputs)]
        finish(self.start(deploy, self.infra), "deploy")
        return stack_outputs(outputs)

    def start(self, arguments, folder):
        return subprocess.Popen(
            [self.program, *QUIET, *arguments], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip


def finish(process, what):
    said = process.communicate()[0]
    if process.returncode:
        raise DeployFailed(f"cdk {what} ended with {process.returncode}:\n{said.strip()[-2000:]}")


def stack_outputs(file):
    """The CLI has reported success without having deployed: only outputs prove it."""
    stacks = json.loads(file.read_text()) if file.exists() else {}
    if len(stacks) != 1:
        raise DeployFailed("cdk deploy reported success, but the stack has no outputs")
    return next(iter(stacks.values()))
