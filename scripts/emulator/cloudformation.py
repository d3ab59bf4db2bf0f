"""CloudFormation resource types that our stack has and moto lacks. Importing this module registers them."""

import json

from moto.awslambda.models import lambda_backends
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException
from moto.cloudwatch.models import cloudwatch_backends
from moto.core.common_models import CloudFormationModel
from moto.events.models import events_backends
from moto.sns.models import sns_backends
from moto.sqs.models import sqs_backends


class Declared:
    """What moto wants of a resource type; `create` sets its id and attributes, and an update creates it again.

    Mixed in, because moto registers the direct subclasses of CloudFormationModel only.
    """

    TYPE = ""
    NAME = ""
    ATTRIBUTES = ("Id",)

    def __init__(self, name):
        self.physical_resource_id = name
        self.attributes = {"Id": name}

    @classmethod
    def cloudformation_type(cls):
        return cls.TYPE

    @classmethod
    def cloudformation_name_type(cls):
        return cls.NAME

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr in cls.ATTRIBUTES

    def get_cfn_attribute(self, attribute):
        if attribute not in self.attributes:
            raise UnformattedGetAttTemplateException()
        return self.attributes[attribute]

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        resource = cls(resource_name)
        resource.create(cloudformation_json.get("Properties", {}), account_id, region_name)
        return resource

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        name = original_resource.physical_resource_id
        return cls.create_from_cloudformation_json(name, cloudformation_json, account_id, region_name)

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        """The account ends with the emulator."""

    def is_created(self):
        return True

    def create(self, properties, account, region):
        """Nothing to do: the type is only declared."""


class Subscription(Declared, CloudFormationModel):
    TYPE = "AWS::SNS::Subscription"
    ATTRIBUTES = ("Arn",)
    SETTINGS = ("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy")

    def create(self, properties, account, region):
        sns = sns_backends[account][region]
        subscription = sns.subscribe(properties["TopicArn"], properties["Endpoint"], properties["Protocol"])
        self.physical_resource_id = subscription.arn
        self.attributes = {"Arn": subscription.arn}
        for key in self.SETTINGS:
            if key in properties:
                sns.set_subscription_attributes(subscription.arn, key, text(properties[key]))

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        sns_backends[account_id][region_name].unsubscribe(resource_name)


class TopicPolicy(Declared, CloudFormationModel):
    TYPE = "AWS::SNS::TopicPolicy"

    def create(self, properties, account, region):
        for topic in properties["Topics"]:
            sns_backends[account][region].set_topic_attribute(topic, "Policy", text(properties["PolicyDocument"]))


class QueuePolicy(Declared, CloudFormationModel):
    TYPE = "AWS::SQS::QueuePolicy"

    def create(self, properties, account, region):
        for url in properties["Queues"]:
            policy = {"Policy": text(properties["PolicyDocument"])}
            sqs_backends[account][region].set_queue_attributes(url.rsplit("/", 1)[-1], policy)


class Alarm(Declared, CloudFormationModel):
    TYPE = "AWS::CloudWatch::Alarm"
    NAME = "AlarmName"
    ATTRIBUTES = ("Arn",)

    def create(self, properties, account, region):
        alarm = cloudwatch_backends[account][region].put_metric_alarm(
            name=self.physical_resource_id,
            namespace=properties.get("Namespace"),
            metric_name=properties.get("MetricName"),
            comparison_operator=properties["ComparisonOperator"],
            evaluation_periods=properties["EvaluationPeriods"],
            period=properties.get("Period"),
            threshold=properties.get("Threshold"),
            statistic=properties.get("Statistic"),
            description=properties.get("AlarmDescription", ""),
            dimensions=properties.get("Dimensions", []),
            alarm_actions=properties.get("AlarmActions", []),
            ok_actions=properties.get("OKActions", []),
            treat_missing_data=properties.get("TreatMissingData"),
        )
        self.attributes = {"Arn": alarm.alarm_arn}

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        cloudwatch_backends[account_id][region_name].delete_alarms([resource_name])


class EventBusPolicy(Declared, CloudFormationModel):
    TYPE = "AWS::Events::EventBusPolicy"

    def create(self, properties, account, region):
        bus = events_backends[account][region].describe_event_bus(properties["EventBusName"])
        bus.add_policy({"Statement": [{"Sid": properties["StatementId"], **properties["Statement"]}]})


class Dashboard(Declared, CloudFormationModel):
    TYPE = "AWS::CloudWatch::Dashboard"
    NAME = "DashboardName"


class EventInvokeConfig(Declared, CloudFormationModel):
    TYPE = "AWS::Lambda::EventInvokeConfig"


class Version(Declared, CloudFormationModel):
    """In the place of moto's own, which does not tell its number."""

    TYPE = "AWS::Lambda::Version"
    ATTRIBUTES = ("Version", "FunctionArn")

    def create(self, properties, account, region):
        published = lambda_backends[account][region].publish_version(properties["FunctionName"])
        self.physical_resource_id = published.function_arn
        self.attributes = {"Version": str(published.version), "FunctionArn": published.function_arn}


class Alias(Declared, CloudFormationModel):
    TYPE = "AWS::Lambda::Alias"
    ATTRIBUTES = ("AliasArn",)

    def create(self, properties, account, region):
        name, function = properties["Name"], properties["FunctionName"]
        functions = lambda_backends[account][region]
        functions.delete_alias(name, function)
        alias = functions.create_alias(name, function, properties["FunctionVersion"], "", None)
        self.physical_resource_id = alias.arn
        self.attributes = {"AliasArn": alias.arn}


class BucketPolicy(Declared, CloudFormationModel):
    TYPE = "AWS::S3::BucketPolicy"


class Metadata(Declared, CloudFormationModel):
    TYPE = "AWS::CDK::Metadata"


def text(value):
    return value if isinstance(value, str) else json.dumps(value)
