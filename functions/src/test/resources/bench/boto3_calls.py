"""Turns requests that were seen on the wire into calls of boto3, by botocore's own description of the services.

    boto3_calls.py SEEN.json CALLS.json     SEEN: [{"service": …, "target": …, "body": …}, …]; prints the file of botocore's roots
"""

import json
import pathlib
import sys
from urllib.parse import parse_qsl

import botocore
import botocore.session
from botocore import xform_name

NAMES = {"monitoring": "cloudwatch", "elasticloadbalancing": "elbv2", "elasticfilesystem": "efs", "states": "stepfunctions",
         "servicequotas": "service-quotas"}  # fmt: skip


def call(seen, session):
    service = NAMES.get(seen["service"], seen["service"])
    model = session.get_service_model(service)
    if seen["target"]:
        operation = seen["target"].rsplit(".", 1)[1]
        arguments = json.loads(seen["body"] or "{}")
    else:
        form = dict(parse_qsl(seen["body"], keep_blank_values=True))
        operation = form.pop("Action")
        form.pop("Version")
        shape = model.operation_model(operation).input_shape
        arguments = value(shape, "", form, model.metadata["protocol"] == "ec2") or {} if shape else {}
    return service, xform_name(operation), arguments


def value(shape, prefix, form, ec2):
    """What the form says of the shape under that prefix; None when it says nothing."""
    below = [name for name in form if name == prefix or not prefix or name.startswith(prefix + ".")]
    if not below:
        return None
    if shape.type_name == "structure":
        members = {
            name: value(member, prefix + "." * bool(prefix) + wire(name, member, ec2), form, ec2)
            for name, member in shape.members.items()
        }
        return {name: given for name, given in members.items() if given is not None}
    if shape.type_name == "list":
        items = prefix if ec2 or shape.serialization.get("flattened") else prefix + ".member"
        return counted(lambda number: value(shape.member, f"{items}.{number}", form, ec2))
    if shape.type_name == "map":
        pairs = counted(lambda number: pair(shape, f"{prefix}.entry.{number}", form))
        return dict(pairs)
    text = form[prefix]
    return {"boolean": lambda: text == "true", "integer": lambda: int(text)}.get(shape.type_name, lambda: text)()


def pair(shape, prefix, form):
    key = form.get(prefix + "." + shape.key.serialization.get("name", "Name"), form.get(prefix + ".Name"))
    return None if key is None else (key, value(shape.value, prefix + ".Value", form, False))


def counted(item):
    items, number = [], 1
    while (one := item(number)) is not None:
        items.append(one)
        number += 1
    return items


def wire(name, member, ec2):
    given = member.serialization
    if not ec2:
        return given.get("name", name)
    said = given.get("queryName") or given.get("name", name)
    return said if given.get("queryName") else said[0].upper() + said[1:]


def main():
    session = botocore.session.get_session()
    seen = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    calls = [call(one, session) for one in seen]
    pathlib.Path(sys.argv[2]).write_text(json.dumps(calls), encoding="utf-8")
    print(pathlib.Path(botocore.__file__).parent / "cacert.pem")


if __name__ == "__main__":
    main()
