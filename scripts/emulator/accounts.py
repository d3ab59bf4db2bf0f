"""Small broken accounts, one a cause: each fits the sample event of the same name in events/causes.

The names come from the event; the ids that AWS chooses go back into it.
"""

import ipaddress
import json
import pathlib

from .samples import Sample

EVENTS = pathlib.Path(__file__).resolve().parents[2] / "events" / "causes"
REGISTRY_ACTIONS = (
    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetAuthorizationToken", "ecr:GetDownloadUrlForLayer",
    "logs:CreateLogStream", "logs:PutLogEvents",
)  # fmt: skip
MANIFEST = {
    "schemaVersion": 2,
    "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
    "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2, "digest": "sha256:" + "0" * 64},
    "layers": [],
}


def vpc_dns_off(account):
    """Endpoints for ECR are there, but the VPC's DNS host names are off: the names lead to public addresses."""
    account.network()
    account.endpoints("ecr.api", "ecr.dkr", "logs")
    account.gateway_endpoint_for_s3()
    account.host_names(False)  # after the endpoints, because AWS refuses private DNS without them
    account.service()


def no_s3_gateway(account):
    """The endpoints for ECR work; image layers come from S3, and nothing leads there."""
    account.network()
    account.endpoints("ecr.api", "ecr.dkr", "logs")
    account.sample.fill(account.sample.text(r"dial tcp ([0-9.]+):443"), account.address_of_s3())
    account.service()


def no_route(account):
    """A subnet whose route table leads nowhere."""
    account.network()
    account.service()


def behind_one_nat(account):
    """Docker Hub counts pulls by address, and all tasks share the one of the NAT gateway."""
    account.network()
    account.nat_gateway()
    account.service()


def role_without_secret(account):
    """The execution role may pull and log, but not read the secret that the task definition names."""
    account.network()
    account.nat_gateway()
    sample = account.sample.text(r"resource: (arn:\S+:secret:\S+)")
    name = sample.split(":secret:")[1].rsplit("-", 1)[0]
    secret = account.client("secretsmanager").create_secret(Name=name, SecretString="{}")["ARN"]
    account.sample.fill(sample, secret)
    role = account.sample.text(r"assumed-role/([^/]+)/")
    account.service(role=role, secrets=[{"name": "DB", "valueFrom": secret}])


def crash(account):
    """The process fails at work; its log shows where."""
    account.network()
    account.nat_gateway()
    account.service()
    account.log(
        "worker 5.5.0, python 3.13",
        "listening on queue thumbnails",
        "took job 81723",
        "Traceback (most recent call last):",
        '  File "/srv/worker/run.py", line 58, in take',
        "    size = SIZES[job['format']]",
        "KeyError: 'avif'",
    )


def missing_variable(account):
    """The process ends at its start and says which variable it misses."""
    account.network()
    account.nat_gateway()
    account.service()
    account.log(
        "orders 3.2.0 starting",
        "reading configuration",
        "FATAL environment variable ORDERS_DB_URL is required but not set",
        "shutting down",
    )


ACCOUNTS = {
    "dns.vpc_attributes_off": vpc_dns_off,
    "network.s3_gateway_missing": no_s3_gateway,
    "network.no_route": no_route,
    "registry.dockerhub_rate_limit": behind_one_nat,
    "iam.execution_role_denied": role_without_secret,
    "app.crash": crash,
    "app.missing_configuration": missing_variable,
}


class Account:
    """Builds the account of one sample in the emulator."""

    def __init__(self, aws, sample):
        self.aws, self.sample, self.client = aws, sample, aws.client
        self.ec2 = aws.client("ec2")

    def network(self):
        """A VPC with one private subnet, its route table and the task's security group."""
        self.vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.host_names(True)
        self.resolver_of_aws()
        self.subnet = self.add_subnet("10.0.1.0/24")
        self.sample.fill(self.sample.attachment("subnetId"), self.subnet)
        self.table = self.route_table(self.subnet)
        self.task_group = self.security_group(f"{self.sample.service}-tasks")

    def host_names(self, on):
        self.ec2.modify_vpc_attribute(VpcId=self.vpc, EnableDnsHostnames={"Value": on})

    def resolver_of_aws(self):
        """The option set that every region has, and that the emulator lacks."""
        servers = {"Key": "domain-name-servers", "Values": ["AmazonProvidedDNS"]}
        options = self.ec2.create_dhcp_options(DhcpConfigurations=[servers])["DhcpOptions"]["DhcpOptionsId"]
        self.ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=self.vpc)

    def add_subnet(self, cidr):
        zone = f"{self.aws.region}a"
        return self.ec2.create_subnet(VpcId=self.vpc, CidrBlock=cidr, AvailabilityZone=zone)["Subnet"]["SubnetId"]

    def route_table(self, subnet):
        table = self.ec2.create_route_table(VpcId=self.vpc)["RouteTable"]["RouteTableId"]
        self.ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
        return table

    def security_group(self, name):
        return self.ec2.create_security_group(GroupName=name, Description=name, VpcId=self.vpc)["GroupId"]

    def address_of_s3(self):
        """An address out of the region's prefix list of S3."""
        name = {"Name": "prefix-list-name", "Values": [f"com.amazonaws.{self.aws.region}.s3"]}
        prefix_list = self.ec2.describe_managed_prefix_lists(Filters=[name])["PrefixLists"][0]["PrefixListId"]
        entries = self.ec2.get_managed_prefix_list_entries(PrefixListId=prefix_list)["Entries"]
        return str(ipaddress.ip_network(entries[0]["Cidr"])[9])

    def endpoints(self, *services):
        group = self.security_group("endpoints")
        https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/16"}]}
        self.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[https])
        for service in services:
            self.ec2.create_vpc_endpoint(
                VpcId=self.vpc, ServiceName=self.service_name(service), VpcEndpointType="Interface",
                SubnetIds=[self.subnet], SecurityGroupIds=[group], PrivateDnsEnabled=True,
            )  # fmt: skip

    def gateway_endpoint_for_s3(self):
        self.ec2.create_vpc_endpoint(
            VpcId=self.vpc, ServiceName=self.service_name("s3"), VpcEndpointType="Gateway", RouteTableIds=[self.table]
        )

    def service_name(self, service):
        return f"com.amazonaws.{self.aws.region}.{service}"

    def nat_gateway(self):
        """In a public subnet of its own; the private subnet's default route leads to it."""
        public = self.add_subnet("10.0.0.0/24")
        internet = self.ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        self.ec2.attach_internet_gateway(InternetGatewayId=internet, VpcId=self.vpc)
        address = self.ec2.allocate_address(Domain="vpc")["AllocationId"]
        nat = self.ec2.create_nat_gateway(SubnetId=public, AllocationId=address)["NatGateway"]["NatGatewayId"]
        self.default_route(self.route_table(public), GatewayId=internet)
        self.default_route(self.table, NatGatewayId=nat)

    def default_route(self, table, **target):
        self.ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **target)

    def service(self, role=None, secrets=()):
        """The image, the role, the task definition and the service that the event tells of."""
        self.image()
        self.client("ecs").create_cluster(clusterName=self.sample.cluster)
        self.log_group = f"/ecs/{self.sample.cluster}/{self.sample.service}"
        self.client("logs").create_log_group(logGroupName=self.log_group)
        definition = self.task_definition(self.execution_role(role or f"{self.sample.service}-execution"), list(secrets))
        self.sample.fill(self.sample.detail["taskDefinitionArn"], definition)
        network = {"subnets": [self.subnet], "securityGroups": [self.task_group], "assignPublicIp": "DISABLED"}
        made = self.client("ecs").create_service(
            cluster=self.sample.cluster, serviceName=self.sample.service, taskDefinition=definition, desiredCount=2,
            launchType="FARGATE", networkConfiguration={"awsvpcConfiguration": network},
        )  # fmt: skip
        self.sample.fill(self.sample.detail["startedBy"], made["service"]["deployments"][0]["id"])

    def image(self):
        registry, slash, rest = self.sample.image.partition("/")
        if slash and ".dkr.ecr." in registry:
            repository, _, tag = rest.partition(":")
            ecr = self.client("ecr")
            ecr.create_repository(repositoryName=repository)
            ecr.put_image(repositoryName=repository, imageTag=tag, imageManifest=json.dumps(MANIFEST))

    def execution_role(self, name):
        iam = self.client("iam")
        trust = policy({"Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"})
        role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        allowed = policy({"Action": list(REGISTRY_ACTIONS), "Resource": "*"})
        iam.put_role_policy(RoleName=name, PolicyName="start", PolicyDocument=allowed)
        return role

    def task_definition(self, role, secrets):
        log = {"awslogs-group": self.log_group, "awslogs-region": self.aws.region, "awslogs-stream-prefix": "ecs"}
        container = {
            "name": self.sample.container["name"], "image": self.sample.image, "essential": True, "memory": 512,
            "portMappings": [{"containerPort": 8080, "protocol": "tcp"}], "secrets": secrets,
            "logConfiguration": {"logDriver": "awslogs", "options": log},
        }  # fmt: skip
        return self.client("ecs").register_task_definition(
            family=self.sample.family, networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512",
            executionRoleArn=role, containerDefinitions=[container],
        )["taskDefinition"]["taskDefinitionArn"]  # fmt: skip

    def log(self, *lines):
        """The last lines of the failed task, up to the moment when it stopped."""
        stream = f"ecs/{self.sample.container['name']}/{self.sample.task_id}"
        ended = int(self.sample.stopped_at.timestamp() * 1000)
        events = [{"timestamp": ended - 500 + 10 * i, "message": line} for i, line in enumerate(lines)]
        logs = self.client("logs")
        logs.create_log_stream(logGroupName=self.log_group, logStreamName=stream)
        logs.put_log_events(logGroupName=self.log_group, logStreamName=stream, logEvents=events)


def policy(statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **statement}]})


def build(aws, name):
    """Builds the account and answers the event that its failed task emits."""
    sample = Sample(EVENTS / name / "event.json", aws.account)
    ACCOUNTS[name](Account(aws, sample))
    return sample.ready()
