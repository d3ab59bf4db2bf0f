"""What moto does otherwise than AWS, mended. Importing this module changes moto."""

import ipaddress
import itertools
import threading

from moto.dynamodb.responses import DynamoHandler
from moto.ec2.models.vpcs import VPCBackend
from moto.events.models import Rule
from moto.events.utils import EventTemplateParser
from moto.kms.models import KmsBackend
from moto.sqs.models import Queue

FIRST_ENDPOINT_ADDRESS = 20

_create_vpc_endpoint = VPCBackend.create_vpc_endpoint
_send_to_targets = Rule.send_to_targets
_parse = EventTemplateParser.parse
_create_key = KmsBackend.create_key
_add_message = Queue.add_message
_call_dynamodb = DynamoHandler.call_action
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


def free_address(backend, interface):
    taken = {eni.private_ip_address for eni in backend.enis.values() if eni is not interface}
    network = ipaddress.ip_network(interface.subnet.cidr_block)
    addresses = (str(network[i]) for i in itertools.count(FIRST_ENDPOINT_ADDRESS))
    return next(a for a in addresses if a not in taken)


def send_to_targets(rule, *args, **kwargs):
    """A disabled rule is silent, and one that runs by the clock takes no event."""
    if rule.state != "DISABLED" and not rule.scheduled_expression:
        _send_to_targets(rule, *args, **kwargs)


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


VPCBackend.create_vpc_endpoint = create_vpc_endpoint
Rule.send_to_targets = send_to_targets
EventTemplateParser.parse = staticmethod(delivered)
Queue.add_message = add_message
KmsBackend.create_key = create_key
DynamoHandler.call_action = call_dynamodb
