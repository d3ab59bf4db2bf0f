package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Occupant;
import io.github.ecsmedic.account.Occupants;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Network interfaces by what they answer for, through the SDK. */
final class SdkOccupants implements Occupants {
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";

    private final Clients clients;
    private final Reads reads;

    SdkOccupants(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<List<Occupant>> at(String vpcId, String address) {
        boolean six = address.indexOf(':') >= 0;
        return found(vpcId, six ? "ipv6-addresses.ipv6-address" : "addresses.private-ip-address", List.of(address));
    }

    @Override
    public Answer<List<Occupant>> described(String vpcId, List<String> descriptions) {
        return found(vpcId, "description", descriptions);
    }

    private Answer<List<Occupant>> found(String vpcId, String filter, List<String> values) {
        List<Filter> filters = List.of(
                Filter.builder().name("vpc-id").values(vpcId).build(),
                Filter.builder().name(filter).values(values).build());
        return reads.ask(
                "occupants of " + vpcId + " " + filter + " " + values,
                INTERFACES,
                () -> reads
                        .pages(
                                INTERFACES,
                                token -> clients.ec2()
                                        .describeNetworkInterfaces(
                                                r -> r.filters(filters).nextToken(token)),
                                answer -> listed(answer.hasNetworkInterfaces(), answer.networkInterfaces(), INTERFACES),
                                DescribeNetworkInterfacesResponse::nextToken)
                        .stream()
                        .map(eni -> new Occupant(SecurityGroups.networkInterface(eni), text(eni.description())))
                        .toList());
    }
}
