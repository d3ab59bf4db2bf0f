"""What moto does otherwise than AWS, mended. Importing this module changes moto."""

import ipaddress
import itertools
import json
import threading

from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.responses import BaseResponse
from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler
from moto.ec2.models.vpcs import VPCBackend
from moto.events.models import EventBus, Rule, events_backends
from moto.events.utils import EventTemplateParser
from moto.iam.models import get_account_id_from
from moto.kms.models import KmsBackend
from moto.sqs.models import Queue

from . import ACCOUNT

FIRST_ENDPOINT_ADDRESS = 20

_create_vpc_endpoint = VPCBackend.create_vpc_endpoint
_send_to_targets = Rule.send_to_targets
_parse = EventTemplateParser.parse
_create_key = KmsBackend.create_key
_add_message = Queue.add_message
_set_queue_attributes = Queue._set_attributes
_call_dynamodb = DynamoHandler.call_action
_create_table = Table.create_from_cloudformation_json.__func__
_dynamodb = threading.RLock()


def create_vpc_endpoint(backend, *args, **kwargs):
    """An endpoint's network interfaces have an address of their subnet, a type of their own and the endpoint's groups."""
    endpoint = _create_vpc_endpoint(backend, *args, **kwargs)
    for interface in (backend.enis[i] for i in endpoint.network_interface_ids or []):
        address = free_address(backend, interface)
        interface.private_ip_address = address
        interface.private_ip_addresses = [{"Primary": True, "PrivateIpAddress": address}]
        interface.interface_type = "vpc_endpoint"
        interface.requester_managed = True
        interface._group_set = [backend.get_security_group_from_id(g) for g in endpoint.security_group_ids or []]
    return endpoint


def set_queue_attributes(queue, attributes, now=None):
    """Setting another attribute leaves a queue's policy as it is."""
    kept = {"Policy": queue.policy} if getattr(queue, "_policy_json", None) else {}
    _set_queue_attributes(queue, {**kept, **attributes}, now)


def free_address(backend, interface):
    taken = {eni.private_ip_address for eni in backend.enis.values() if eni is not interface}
    network = ipaddress.ip_network(interface.subnet.cidr_block)
    addresses = (str(network[i]) for i in itertools.count(FIRST_ENDPOINT_ADDRESS))
    return next(a for a in addresses if a not in taken)


def send_to_targets(rule, event, *args, **kwargs):
    """A disabled rule is silent, one that runs by the clock takes no event, and another bus gets the event as it is."""
    if rule.state == "DISABLED" or rule.scheduled_expression:
        return
    buses = [target for target in rule.targets if ":event-bus/" in target["Arn"]]
    if buses and rule.event_pattern.matches_event(event):
        for target in buses:
            forward(target["Arn"], event, rule.account_id)
    if not buses:
        _send_to_targets(rule, event, *args, **kwargs)


def forward(arn, event, sender):
    """Account, region, id and time stay those of where it happened. A bus takes events of those that it admits."""
    _, _, _, region, account, name = arn.split(":", 5)
    bus = events_backends[account][region].describe_event_bus(name.split("/", 1)[1])
    if sender == account or admits(bus, sender):
        for rule in list(bus.rules.values()):
            rule.send_to_targets(dict(event))


def admits(bus, sender):
    """All accounts are of one organisation here."""
    principals = [statement["Principal"] for statement in json.loads(bus.policy or '{"Statement": []}')["Statement"]]
    return any(p == "*" or f":{sender}:root" in json.dumps(p) for p in principals)


def delivered(input_template, input_paths_map, event):
    """An event as EventBridge delivers it: with its account. The target makes text of the time."""
    if input_template or input_paths_map:
        return _parse(input_template, input_paths_map, event)
    fields = ("id", "detail-type", "source", "account", "time", "region", "resources", "detail")
    return {"version": "0", **{field: event[field] for field in fields}}


def add_message(queue, message):
    """An event source mapping is listed as enabled, yet the messages stay for our own poller: moto's needs docker."""
    queue.lambda_event_source_mappings.clear()
    _add_message(queue, message)


def create_key(keys, *args, tags=None, **kwargs):
    """A template names the parts of a tag otherwise than the API of KMS."""
    of_api = [{"TagKey": t.get("TagKey", t.get("Key")), "TagValue": t.get("TagValue", t.get("Value"))} for t in tags or []]
    return _create_key(keys, *args, tags=of_api, **kwargs)


def call_dynamodb(handler):
    """One call at a time: a transaction that fails puts back a copy of the whole table, with what others wrote meanwhile."""
    with _dynamodb:
        return _call_dynamodb(handler)


def current_account(responses):
    """That of the credentials where a role gave them; moto's own setting would make all accounts one."""
    account = get_account_id_from(responses.get_access_key())
    return ACCOUNT if account == DEFAULT_ACCOUNT_ID else account


def create_table(table_class, resource_name, cloudformation_json, account_id, region_name, **kwargs):
    """A table of a template forgets what has expired, as the template says."""
    table = _create_table(table_class, resource_name, cloudformation_json, account_id, region_name, **kwargs)
    expiry = cloudformation_json["Properties"].get("TimeToLiveSpecification")
    if expiry:
        status = "ENABLED" if str(expiry.get("Enabled")).lower() == "true" else "DISABLED"
        table.ttl = {"TimeToLiveStatus": status, "AttributeName": expiry.get("AttributeName")}
    return table


BaseResponse.get_current_account = current_account
VPCBackend.create_vpc_endpoint = create_vpc_endpoint
EventBus.physical_resource_id = property(lambda bus: bus.name)  # what Ref gives
Rule.send_to_targets = send_to_targets
EventTemplateParser.parse = staticmethod(delivered)
Queue._set_attributes = set_queue_attributes
Queue.add_message = add_message
KmsBackend.create_key = create_key
DynamoHandler.call_action = call_dynamodb
Table.create_from_cloudformation_json = classmethod(create_table)
