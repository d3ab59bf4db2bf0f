"""Which operation an HTTP request to AWS calls, and in which protocol it wants its answer."""

import functools
import re
from dataclasses import dataclass
from urllib.parse import parse_qs

import botocore.session

# where the name in the signature is not the name of the model
MODELS = {"elasticfilesystem": "efs", "monitoring": "cloudwatch", "elasticloadbalancing": "elbv2"}


@dataclass(frozen=True)
class Call:
    """One call, e.g. ec2:DescribeVpcs; the service is named as in IAM and in signatures."""

    service: str
    operation: str
    protocol: str  # ec2, query, json, rest-json or rest-xml
    key: str = ""  # the access key that signed it

    @property
    def name(self):
        return f"{self.service}:{self.operation}"

    @property
    def speaks_xml(self):
        return self.protocol in ("ec2", "query", "rest-xml")


def call_of(environ, body):
    key, service = signature(environ.get("HTTP_AUTHORIZATION", ""))
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        return Call(service, target.split(".")[-1], "json", key)
    if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        action = parse_qs(body.decode("utf-8", "replace")).get("Action", ["?"])[0]
        return Call(service, action, "ec2" if service == "ec2" else "query", key)
    protocol, name = rest_operation(service, environ)
    return Call(service, name, protocol, key)


def signature(authorization):
    """Access key and service in `Credential=KEY/DATE/REGION/SERVICE/aws4_request`."""
    scope = re.search(r"Credential=([^/]+)/\d+/[^/]+/([^/]+)/", authorization)
    return scope.groups() if scope else ("", "?")


def rest_operation(service, environ):
    method, path = environ["REQUEST_METHOD"], environ.get("PATH_INFO", "")
    asked = set(parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True))
    protocol, operations = rest_operations(service)
    for verb, query, pattern, name in operations:
        if verb == method and query <= asked and pattern.fullmatch(path):
            return protocol, name
    return protocol, f"{method} {path}"


@functools.cache
def rest_operations(service):
    session = botocore.session.get_session()
    name = MODELS.get(service, service)
    if name not in session.get_available_services():
        return "rest-json", ()
    model = session.get_service_model(name)
    operations = []
    for operation in model.operation_names:
        http = model.operation_model(operation).http
        if "requestUri" in http:
            path, _, query = http["requestUri"].partition("?")
            keys = frozenset(parse_qs(query, keep_blank_values=True))
            operations.append((http["method"], keys, path_pattern(path), operation))
    # the longer pattern, or the one that wants more, is the more specific
    operations.sort(key=lambda o: (-len(o[1]), -len(o[2].pattern), o[3]))
    return model.metadata["protocol"], tuple(operations)


def path_pattern(path):
    parts = re.split(r"(\{[^}]+\})", path.rstrip("/"))
    words = (part_pattern(p) for p in parts)
    return re.compile("".join(words) + "/?")


def part_pattern(part):
    if not part.startswith("{"):
        return re.escape(part)
    return ".+" if part.endswith("+}") else "[^/]+"
