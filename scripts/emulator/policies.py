"""iam:SimulatePrincipalPolicy over the identity policies of a role; boundaries, conditions and organisations are left out."""

import fnmatch
import json

from moto.iam.models import iam_backends

NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/"


def simulate(form):
    """The XML answer. Raises what moto raises when the role is not there."""
    arn = form["PolicySourceArn"][0]
    role = iam_backends[arn.split(":")[4]]["aws"].get_role(arn.rsplit("/", 1)[-1])
    statements = list(statements_of(role))
    actions = members(form, "ActionNames")
    resources = members(form, "ResourceArns") or ["*"]
    results = "".join(result(statements, action, resource) for action in actions for resource in resources)
    return (
        f'<SimulatePrincipalPolicyResponse xmlns="{NAMESPACE}"><SimulatePrincipalPolicyResult>'
        f"<IsTruncated>false</IsTruncated><EvaluationResults>{results}</EvaluationResults>"
        "</SimulatePrincipalPolicyResult><ResponseMetadata><RequestId>emulated</RequestId></ResponseMetadata>"
        "</SimulatePrincipalPolicyResponse>"
    )


def result(statements, action, resource):
    return (
        f"<member><EvalActionName>{action}</EvalActionName><EvalResourceName>{resource}</EvalResourceName>"
        f"<EvalDecision>{decision(statements, action, resource)}</EvalDecision><MissingContextValues/></member>"
    )


def decision(statements, action, resource):
    effects = {s["Effect"] for s in statements if applies(s, action, resource)}
    if "Deny" in effects:
        return "explicitDeny"
    return "allowed" if "Allow" in effects else "implicitDeny"


def applies(statement, action, resource):
    return covers(statement, "Action", action.lower(), str.lower) and covers(statement, "Resource", resource, str)


def covers(statement, element, value, fold):
    """Action or NotAction, Resource or NotResource."""
    if element in statement:
        return any(fnmatch.fnmatchcase(value, fold(p)) for p in listed(statement[element]))
    return not any(fnmatch.fnmatchcase(value, fold(p)) for p in listed(statement.get(f"Not{element}", "*")))


def statements_of(role):
    documents = [*role.policies.values(), *(p.document for p in role.managed_policies.values())]
    for document in documents:
        yield from listed(json.loads(document)["Statement"])


def members(form, name):
    prefix = f"{name}.member."
    numbered = sorted((int(key[len(prefix):]), values[0]) for key, values in form.items() if key.startswith(prefix))
    return [value for _, value in numbered]


def listed(value):
    return value if isinstance(value, list) else [value]
