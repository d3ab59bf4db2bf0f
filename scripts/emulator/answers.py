"""Answers in the form of each AWS protocol: refusals, empty ones, and those that stand in for what moto lacks."""

import json
from xml.sax.saxutils import escape

from . import ACCOUNT

TEXT_XML = "text/xml"
AMZ_JSON = "application/x-amz-json-1.1"

# an account without the feature answers that nothing of it is there
EMPTY_FEATURES = {
    "cloudtrail:LookupEvents": {"Events": []},
    "ecr:DescribePullThroughCacheRules": {"pullThroughCacheRules": []},
    "ecs:ListServiceDeployments": {"serviceDeployments": []},
    "route53profiles:ListProfileAssociations": {"ProfileAssociations": []},
    "route53resolver:ListFirewallRuleGroupAssociations": {"FirewallRuleGroupAssociations": []},
    "ec2:DescribeVpcBlockPublicAccessOptions": (
        '<DescribeVpcBlockPublicAccessOptionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">'
        "<requestId>emulated</requestId><vpcBlockPublicAccessOptions><state>default-state</state>"
        "<internetGatewayBlockMode>off</internetGatewayBlockMode></vpcBlockPublicAccessOptions>"
        "</DescribeVpcBlockPublicAccessOptionsResponse>"
    ),
}


class Reply:
    """One HTTP answer, and the way to send it through WSGI."""

    def __init__(self, status, kind, body, headers=()):
        self.status, self.body = status, body
        self.headers = [("Content-Type", kind), ("Content-Length", str(len(body))), *headers]

    def send(self, start_response):
        start_response(self.status, self.headers)
        return [self.body]


def canned(content):
    """A JSON object, or the text of an XML answer."""
    if isinstance(content, str):
        return Reply("200 OK", TEXT_XML, content.encode())
    return Reply("200 OK", AMZ_JSON, json.dumps(content).encode())


def empty(call):
    """Well formed, status 200, and nothing in it: easily taken for "there is none"."""
    if call.speaks_xml:
        return canned(f"<{call.operation}Response><{call.operation}Result/></{call.operation}Response>")
    return canned({})


def html():
    """What a proxy in between says."""
    return Reply("503 Service Unavailable", "text/html", b"<html><body>Service Temporarily Unavailable</body></html>")


def access_denied(call):
    code = {"ec2": "UnauthorizedOperation", "query": "AccessDenied", "rest-xml": "AccessDenied"}
    return refusal(call, 403, code.get(call.protocol, "AccessDeniedException"), (
        f"User: arn:aws:sts::{ACCOUNT}:assumed-role/emulated/session is not authorized to perform: {call.name} "
        f"because no identity-based policy allows the {call.name} action"
    ))


def throttled(call):
    if call.protocol == "ec2":
        return refusal(call, 503, "RequestLimitExceeded", "Request limit exceeded.")
    return refusal(call, 400, "Throttling" if call.speaks_xml else "ThrottlingException", "Rate exceeded")


def server_error(call):
    return refusal(call, 500, "InternalFailure", "An internal error has occurred")


def not_emulated(call, why):
    """Status 400, so that no client retries it."""
    code = "InvalidAction" if call.speaks_xml else "UnknownOperationException"
    return refusal(call, 400, code, f"{call.name} is not emulated: {why}")


def refusal(call, status, code, message):
    line = {400: "400 Bad Request", 403: "403 Forbidden", 404: "404 Not Found", 500: "500 Internal Server Error", 503: "503 Service Unavailable"}[status]
    if not call.speaks_xml:
        return Reply(line, AMZ_JSON, json.dumps({"__type": code, "message": message}).encode(), [("x-amzn-ErrorType", code)])
    error = f"<Error><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
    if call.protocol == "ec2":
        body = f"<Response><Errors>{error}</Errors><RequestID>emulated</RequestID></Response>"
    elif call.service == "s3":
        body = error
    else:
        body = f"<ErrorResponse>{error}<RequestId>emulated</RequestId></ErrorResponse>"
    return Reply(line, TEXT_XML, body.encode())
