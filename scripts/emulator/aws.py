"""Clients of the emulated account, and an environment in which no program can reach a real one."""

import os

import boto3
from botocore.config import Config

from . import ACCOUNT

REGION = "us-east-1"
KEY = "emulated"


class Aws:
    """One emulated account as its administrator sees it."""

    def __init__(self, endpoint, region=REGION, account=ACCOUNT):
        self.endpoint, self.region, self.account = endpoint, region, account
        self.clients, self.session = {}, {"aws_access_key_id": KEY, "aws_secret_access_key": KEY}

    def of(self, account):
        """Another account, as its administrator sees it."""
        role = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
        given = self.client("sts").assume_role(RoleArn=role, RoleSessionName="administrator")["Credentials"]
        other = Aws(self.endpoint, self.region, account)
        other.session = {
            "aws_access_key_id": given["AccessKeyId"],
            "aws_secret_access_key": given["SecretAccessKey"],
            "aws_session_token": given["SessionToken"],
        }
        return other

    def client(self, service):
        if service not in self.clients:
            self.clients[service] = boto3.client(
                service, endpoint_url=self.endpoint, region_name=self.region, **self.session,
                config=Config(retries={"total_max_attempts": 1}),
            )  # fmt: skip
        return self.clients[service]

    def environment(self, **more):
        """The caller's, without its credentials and profiles, pointed at the emulated account."""
        own = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "CDK_"))}
        return own | {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "AWS_ENDPOINT_URL": self.endpoint,
        } | more
