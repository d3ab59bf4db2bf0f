"""The benchmark's peer in Python: asks Lambda's Runtime API for work and sends the same calls by boto3, one after another.

    boto3_peer.py CALLS.json       [[service, method, {arguments}], …], as boto3_calls.py writes it
"""

import json
import os
import sys
import urllib.request

import boto3
from botocore.exceptions import ClientError

API = f"http://{os.environ['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime/invocation"
CLIENTS = {}


def client(service):
    if service not in CLIENTS:
        CLIENTS[service] = boto3.client(service)
    return CLIENTS[service]


def handle(event, calls):
    for service, method, arguments in calls:
        try:
            getattr(client(service), method)(**arguments)
        except ClientError as refused:
            print(refused, flush=True)
    return {"id": event["id"]}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        calls = json.load(file)
    while True:
        with urllib.request.urlopen(f"{API}/next") as answer:
            request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
            event = json.load(answer)
        said = json.dumps(handle(event, calls)).encode()
        urllib.request.urlopen(urllib.request.Request(f"{API}/{request}/response", said)).close()


if __name__ == "__main__":
    main()
