"""AWS on one machine, for the demo and the integration tests: moto with its gaps filled, a Lambda runtime and a Slack."""

import os

# the account of the samples; moto reads both from the environment
ACCOUNT = os.environ.setdefault("MOTO_ACCOUNT_ID", "111122223333")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
