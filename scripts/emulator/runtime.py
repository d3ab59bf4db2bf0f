"""Lambda on this machine: AWS's own Java runtime client in a JVM, and the Runtime API that it asks for work.

The function's handler, environment, memory and role are read from its configuration in the emulated account; its jar
must be the one that was deployed.
"""

import base64
import hashlib
import json
import queue
import subprocess
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

API = "/2018-06-01/runtime"
CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
# what Lambda sets for java25 without SnapStart
FLAGS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")
HEAP_PERCENT = 85  # of the function's memory, as in Lambda


class FunctionError(Exception):
    """The function threw, took too long or did not start."""


class Invocation:
    """One event on its way through the function."""

    def __init__(self, payload, seconds):
        self.id = str(uuid.uuid4())
        self.payload = payload
        self.deadline = time.time() + seconds
        self.done = threading.Event()
        self.response, self.error = None, None

    def finish(self, response=None, error=None):
        self.response, self.error = response, error
        self.done.set()


class RuntimeApi(BaseHTTPRequestHandler):
    """GET invocation/next, POST invocation/ID/response, invocation/ID/error and init/error."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body in one segment

    def do_GET(self):
        if self.path != f"{API}/invocation/next":
            return self.answer(404, b"{}")
        invocation = self.server.work.get()
        self.answer(200, json.dumps(invocation.payload).encode(), {
            "Lambda-Runtime-Aws-Request-Id": invocation.id,
            "Lambda-Runtime-Deadline-Ms": str(int(invocation.deadline * 1000)),
            "Lambda-Runtime-Invoked-Function-Arn": self.server.arn,
            "Lambda-Runtime-Trace-Id": "Root=1-00000000-000000000000000000000000;Sampled=0",
        })  # fmt: skip

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = self.path.removeprefix(f"{API}/").split("/")
        if parts == ["init", "error"]:
            self.server.failed_start.append(body.decode("utf-8", "replace"))
        elif len(parts) == 3 and parts[0] == "invocation" and parts[1] in self.server.open:
            invocation = self.server.open.pop(parts[1])
            text = body.decode("utf-8", "replace")
            invocation.finish(response=text) if parts[2] == "response" else invocation.finish(error=text)
        else:
            return self.answer(404, b"{}")
        self.answer(202, b'{"status":"OK"}')

    def answer(self, status, body, headers=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_):
        """What is worth telling is in the function's own log."""


class RuntimeServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, arn):
        super().__init__(("127.0.0.1", 0), RuntimeApi)
        self.arn, self.work, self.open, self.failed_start = arn, queue.Queue(), {}, []


class Function:
    """A deployed function in a JVM of its own, which starts with the first event."""

    def __init__(self, aws, name, jar, runtime_jars, java_home, log_file):
        self.aws, self.log_file = aws, log_file
        self.java = f"{java_home}/bin/java"
        self.jar, self.runtime_jars = jar, runtime_jars
        self.configuration = aws.client("lambda").get_function_configuration(FunctionName=name)
        demand_deployed(self.configuration, jar)
        role = self.configuration["Role"]
        session = aws.client("sts").assume_role(RoleArn=role, RoleSessionName=name)
        self.credentials = session["Credentials"]
        self.server = RuntimeServer(self.configuration["FunctionArn"])
        self.process = None
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def access_key(self):
        return self.credentials["AccessKeyId"]

    def invoke(self, payload):
        """The function's answer as a value. Raises FunctionError."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        invocation = Invocation(payload, self.configuration["Timeout"])
        self.server.open[invocation.id] = invocation
        self.server.work.put(invocation)
        while not invocation.done.wait(0.05):
            self.check(invocation)
        if invocation.error:
            raise FunctionError(f"the function threw: {invocation.error[:500]}")
        return json.loads(invocation.response or "null")

    def check(self, invocation):
        if self.server.failed_start:
            raise FunctionError(f"the function did not start: {self.server.failed_start[0][:500]}")
        if self.process.poll() is not None:
            raise FunctionError(f"the function's JVM ended with {self.process.returncode}, see {self.log_file}")
        if time.time() > invocation.deadline:
            self.stop()
            raise FunctionError(f"the function took longer than its {self.configuration['Timeout']} seconds")

    def start(self):
        self.server.failed_start.clear()
        self.server.work = queue.Queue()  # one that has ended still waits for work at its own
        handler = self.configuration["Handler"]
        classpath = ":".join(map(str, [self.jar, *self.runtime_jars]))
        heap = self.configuration["MemorySize"] * HEAP_PERCENT // 100
        command = [self.java, *FLAGS, f"-Xmx{heap}m", "-cp", classpath, CLIENT, handler]
        with open(self.log_file, "ab") as log:
            self.process = subprocess.Popen(command, env=self.environment(handler), stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def environment(self, handler):
        """The variables that Lambda sets, those of the function, and where AWS is. Nothing of the caller's."""
        return {
            **self.configuration.get("Environment", {}).get("Variables", {}),
            "_HANDLER": handler,
            "AWS_ACCESS_KEY_ID": self.credentials["AccessKeyId"],
            "AWS_SECRET_ACCESS_KEY": self.credentials["SecretAccessKey"],
            "AWS_SESSION_TOKEN": self.credentials["SessionToken"],
            "AWS_REGION": self.aws.region,
            "AWS_DEFAULT_REGION": self.aws.region,
            "AWS_ENDPOINT_URL": self.aws.endpoint,
            "AWS_LAMBDA_FUNCTION_NAME": self.configuration["FunctionName"],
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(self.configuration["MemorySize"]),
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_FORMAT": "Text",
            "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self.server.server_port}",
            "LAMBDA_TASK_ROOT": str(self.jar.parent),
            "TZ": ":UTC",
        }

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def demand_deployed(configuration, jar):
    digest = base64.b64encode(hashlib.sha256(jar.read_bytes()).digest()).decode()
    if configuration["CodeSha256"] != digest:
        raise FunctionError(f"the account holds another jar than {jar.name}: deploy it again")
