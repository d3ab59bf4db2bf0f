"""AWS on one machine, for the demo and the integration tests: moto with its gaps filled, a Lambda runtime and a Slack."""
