package io.github.ecsmedic.account;

import static io.github.ecsmedic.account.FakeAccount.GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.definition;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.NetworkAccounts.deployed;
import static io.github.ecsmedic.account.NetworkAccounts.told;
import static io.github.ecsmedic.model.Certainty.PROVEN;

import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.check.Failure;
import java.util.List;
import java.util.stream.Stream;

/** Tasks on instances: their packets start at the instance. */
final class HostAccounts {
    private static final String HOST_SUBNET = "subnet-0dd4";
    private static final String HOST_TABLE = "rtb-0dd4";

    private HostAccounts() {}

    static Stream<NetworkAccount> instances() {
        return Stream.of(
                new NetworkAccount(
                        "EC2 with awsvpc: the instance's NAT gateway has no way out, the task's subnet has one",
                        () -> awsvpc(NAT),
                        StartTexts.login(OTHER_ADDRESS).onInstance(),
                        told(
                                "network.nat_without_internet",
                                PROVEN,
                                "nat-route-table rtb-0bb2 failed",
                                "192.0.2.44, com.amazonaws.us-east-1.ecr.api, i-0aa1, igw-0aa1, nat-0aa1, rtb-0bb2, rtb-0dd4, subnet-0bb2, subnet-0dd4, vpc-0aa1"),
                        () -> awsvpc(GATEWAY),
                        Told.OPEN),
                new NetworkAccount(
                        "EC2 with bridge: the instance in a public subnet has no public address",
                        () -> bridge(""),
                        StartTexts.login(OTHER_ADDRESS).onInstance().subnet(""),
                        told(
                                "network.no_public_ip",
                                PROVEN,
                                "instance i-0aa1 failed",
                                "192.0.2.44, com.amazonaws.us-east-1.ecr.api, i-0aa1, igw-0aa1, rtb-0dd4, subnet-0dd4, vpc-0aa1"),
                        () -> bridge("203.0.113.9"),
                        Told.OPEN));
    }

    private static FakeAccount awsvpc(String behindTheNat) {
        return small().publicSubnet()
                .publicIp(true)
                .nat(new NatGateway(NAT, VPC, NAT_SUBNET, "available", true, List.of(NAT_ADDRESS)))
                .natRoute(behindTheNat)
                .subnet(HOST_SUBNET, HOST_TABLE, new Route("0.0.0.0/0", NAT, "active"))
                .instance(host(HOST_SUBNET, ""))
                .service(onInstances(List.of(SUBNET)));
    }

    private static FakeAccount bridge(String publicAddress) {
        return small().internetGateway()
                .subnet(HOST_SUBNET, HOST_TABLE, new Route("0.0.0.0/0", GATEWAY, "active"))
                .instance(host(HOST_SUBNET, publicAddress))
                .definition(inMode("bridge"))
                .service(onInstances(List.of()));
    }

    private static Instance host(String subnet, String publicAddress) {
        return new Instance(
                FakeAccount.INSTANCE, VPC, subnet, "10.0.50.66", publicAddress, List.of(GROUP), FakeAccount.PROFILE);
    }

    private static Service onInstances(List<String> subnets) {
        Service fargate = FakeAccount.service(deployed(subnets, List.of(GROUP)));
        return new Service(
                fargate.arn(),
                fargate.name(),
                fargate.clusterArn(),
                fargate.status(),
                fargate.desired(),
                fargate.running(),
                fargate.pending(),
                fargate.taskDefinition(),
                "EC2",
                fargate.deploymentController(),
                fargate.deployments(),
                fargate.balancing(),
                fargate.messages(),
                fargate.tags(),
                fargate.configuration());
    }

    private static TaskDefinition inMode(String networkMode) {
        TaskDefinition d = definition(container("app", Failure.ECR_IMAGE));
        return new TaskDefinition(
                d.arn(),
                d.family(),
                d.revision(),
                networkMode,
                d.executionRoleArn(),
                d.taskRoleArn(),
                d.cpuArchitecture(),
                d.operatingSystem(),
                d.cpu(),
                d.memory(),
                d.ephemeralStorage(),
                d.containers(),
                d.registeredBy());
    }
}
