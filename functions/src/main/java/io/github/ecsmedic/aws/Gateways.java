package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.lower;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNatGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;

/** Reads the gateways of a VPC. */
final class Gateways {
    private static final String NAT = "ec2:DescribeNatGateways";
    private static final String INTERNET = "ec2:DescribeInternetGateways";

    private final Clients clients;
    private final Reads reads;

    Gateways(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<Optional<NatGateway>> nat(String id) {
        return reads.ask(
                "nat gateway " + id,
                NAT,
                () -> reads.sendUnless(
                                "NatGatewayNotFound",
                                NAT,
                                () -> clients.ec2().describeNatGateways(r -> r.natGatewayIds(id)))
                        .map(answer -> natGateway(Given.only(answer.natGateways(), NAT))));
    }

    Answer<List<NatGateway>> natsOf(String vpcId) {
        Filter inVpc = Filter.builder().name("vpc-id").values(vpcId).build();
        return reads.ask(
                "nat gateways of " + vpcId,
                NAT,
                () -> reads
                        .pages(
                                NAT,
                                token -> clients.ec2()
                                        .describeNatGateways(
                                                r -> r.filter(inVpc).nextToken(token)),
                                answer -> listed(answer.hasNatGateways(), answer.natGateways(), NAT),
                                DescribeNatGatewaysResponse::nextToken)
                        .stream()
                        .map(Gateways::natGateway)
                        .toList());
    }

    private static NatGateway natGateway(software.amazon.awssdk.services.ec2.model.NatGateway gateway) {
        return new NatGateway(
                needed(gateway.natGatewayId(), NAT),
                text(gateway.vpcId()),
                text(gateway.subnetId()),
                lower(needed(gateway.stateAsString(), NAT)),
                !lower(gateway.connectivityTypeAsString()).equals("private"),
                gateway.natGatewayAddresses().stream()
                        .map(NatGatewayAddress::publicIp)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** An attachment's state is {@code available} in the API and {@code attached} in some answers of it. */
    Answer<Optional<String>> internet(String vpcId) {
        Filter attached =
                Filter.builder().name("attachment.vpc-id").values(vpcId).build();
        return reads.ask(
                "internet gateway of " + vpcId,
                INTERNET,
                () -> reads
                        .pages(
                                INTERNET,
                                token -> clients.ec2()
                                        .describeInternetGateways(
                                                r -> r.filters(attached).nextToken(token)),
                                answer -> listed(answer.hasInternetGateways(), answer.internetGateways(), INTERNET),
                                DescribeInternetGatewaysResponse::nextToken)
                        .stream()
                        .filter(gateway -> attachedTo(gateway, vpcId))
                        .map(gateway -> needed(gateway.internetGatewayId(), INTERNET))
                        .findFirst());
    }

    private static boolean attachedTo(InternetGateway gateway, String vpcId) {
        return gateway.attachments().stream()
                .filter(attachment -> vpcId.equals(attachment.vpcId()))
                .map(attachment -> lower(attachment.stateAsString()))
                .anyMatch(state -> state.equals("available") || state.equals("attached"));
    }
}
