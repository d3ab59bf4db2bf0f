package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.lower;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** The route tables of a VPC, read all at once: they tell the table of every subnet. */
final class RouteTables {
    private static final String TABLES = "ec2:DescribeRouteTables";

    private final Clients clients;
    private final Reads reads;

    RouteTables(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** A VPC always has a main table: where neither it nor another is seen, nothing is known. */
    Answer<io.github.ecsmedic.account.RouteTable> effective(String subnetId, String vpcId) {
        return switch (reads.ask("route tables " + vpcId, TABLES, () -> tables(vpcId))) {
            case Answer.Known<List<RouteTable>>(List<RouteTable> tables, String source) ->
                Stream.concat(
                                tables.stream()
                                        .filter(has(association -> subnetId.equals(association.subnetId())))
                                        .map(table -> table(table, false)),
                                tables.stream()
                                        .filter(has(association -> Boolean.TRUE.equals(association.main())))
                                        .map(table -> table(table, true)))
                        .findFirst()
                        .<Answer<io.github.ecsmedic.account.RouteTable>>map(table -> new Answer.Known<>(table, source))
                        .orElse(NoAnswer.empty(TABLES).unknown());
            case Answer.Unknown<List<RouteTable>> unknown -> unknown.as();
        };
    }

    private List<RouteTable> tables(String vpcId) {
        Filter inVpc = Filter.builder().name("vpc-id").values(vpcId).build();
        List<RouteTable> tables = reads.pages(
                TABLES,
                token -> clients.ec2().describeRouteTables(r -> r.filters(inVpc).nextToken(token)),
                answer -> listed(answer.hasRouteTables(), answer.routeTables(), TABLES),
                DescribeRouteTablesResponse::nextToken);
        for (RouteTable table : tables) {
            needed(table.routeTableId(), TABLES);
            listed(table.hasRoutes(), table.routes(), TABLES);
        }
        return tables;
    }

    private static Predicate<RouteTable> has(Predicate<RouteTableAssociation> wanted) {
        return table -> table.associations().stream()
                .filter(a -> a.associationState() == null
                        || !lower(a.associationState().stateAsString()).startsWith("disassociat"))
                .anyMatch(wanted);
    }

    private static io.github.ecsmedic.account.RouteTable table(RouteTable table, boolean main) {
        return new io.github.ecsmedic.account.RouteTable(
                table.routeTableId(),
                text(table.vpcId()),
                main,
                table.routes().stream().map(RouteTables::route).toList());
    }

    private static io.github.ecsmedic.account.RouteTable.Route route(Route route) {
        return new io.github.ecsmedic.account.RouteTable.Route(
                first(route.destinationCidrBlock(), route.destinationIpv6CidrBlock(), route.destinationPrefixListId()),
                first(
                        route.gatewayId(),
                        route.natGatewayId(),
                        route.transitGatewayId(),
                        route.vpcPeeringConnectionId(),
                        route.egressOnlyInternetGatewayId(),
                        route.networkInterfaceId(),
                        route.instanceId(),
                        route.localGatewayId(),
                        route.carrierGatewayId(),
                        route.coreNetworkArn(),
                        route.odbNetworkArn()),
                lower(route.stateAsString()));
    }

    private static String first(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse("");
    }
}
