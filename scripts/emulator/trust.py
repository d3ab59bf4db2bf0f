"""Whether a role may be assumed: by its trust policy where that names accounts, with its conditions. moto lets anybody.

Roles that trust services only are assumed by the emulated Lambda, and pass.
"""

import json

from moto.iam.models import iam_backends
from moto.sts.models import sts_backends

from .policies import listed


def refuses(call, form):
    arn = form["RoleArn"][0]
    role = role_of(arn)
    if role is None:
        return call.key in assumed()  # what an administrator of the emulator assumes need not be there
    statements = [s for s in listed(trust(role)["Statement"]) if s]  # a condition of the template may leave one out
    accounts = [s for s in statements if "AWS" in (s["Principal"] if isinstance(s["Principal"], dict) else {})]
    if not accounts:
        return False
    context = {"sts:ExternalId": form.get("ExternalId", [""])[0], "aws:PrincipalArn": assumed().get(call.key, "")}
    return not any(holds(s.get("Condition", {}), context) for s in accounts)


def holds(condition, context):
    """StringEquals and ArnEquals without wildcards: the operators of our own trust policies."""
    return all(context.get(key) in listed(values) for keys in condition.values() for key, values in keys.items())


def assumed():
    """The ARN of the role by the access key of a session."""
    return {
        role.access_key_id: role.role_arn
        for account in list(sts_backends.values()) for backend in account.values() for role in backend.assumed_roles
    }  # fmt: skip


def role_of(arn):
    backend = iam_backends[arn.split(":")[4]][arn.split(":")[1]]
    return next((role for role in backend.roles.values() if role.arn == arn), None)


def trust(role):
    document = role.assume_role_policy_document
    return document if isinstance(document, dict) else json.loads(document)
