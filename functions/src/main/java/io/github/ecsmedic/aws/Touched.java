package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.only;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Plan;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** What else of a network a change of a shared object affects. */
final class Touched {
    static final String READS = "ec2:DescribeRouteTables, ec2:DescribeNetworkInterfaces";

    private static final String TABLES = "ec2:DescribeRouteTables";
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";
    private static final String OF_A_FILE_SYSTEM = "EFS mount target for ";
    private static final int SHOWN = 100;

    private final Clients clients;
    private final Reads reads;

    Touched(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** Within a read; none for a plan that leaves the network alone. */
    Set<String> by(Plan plan) {
        Set<String> ids = new TreeSet<>();
        if (plan.reach() == Reach.NETWORK) {
            plan.requests().forEach(request -> by(request).forEach(ids::add));
        }
        return ids;
    }

    private Stream<String> by(Request request) {
        return switch (request) {
            case VpcAttribute attribute -> Stream.of(attribute.vpc());
            case EndpointPrivateDns names -> Stream.of(vpcOf(names.endpoint()));
            case EndpointRoute route -> subnetsOf(route.table());
            case Ingress ingress -> Stream.concat(Stream.of(ingress.group()), foreign(ingress));
            case MountTarget mount -> Stream.of(mount.subnet());
            case DeploymentStop _,
                    GroupSize _,
                    InstanceState _,
                    InstanceTermination _,
                    LogGroup _,
                    PullThroughRule _,
                    SecretRestore _,
                    ServiceUpdate _,
                    TargetGroupSetting _,
                    TaskProtection _,
                    TaskRerun _,
                    TaskStop _ -> Stream.empty();
        };
    }

    /** The names that the endpoint answers to change their meaning in all of it. */
    private String vpcOf(String endpoint) {
        var answer = reads.send(ENDPOINTS, () -> clients.ec2().describeVpcEndpoints(r -> r.vpcEndpointIds(endpoint)));
        return needed(only(answer.vpcEndpoints(), ENDPOINTS).vpcId(), ENDPOINTS);
    }

    /** Those that are associated with the table; with a main table those that have none of their own as well. */
    private Stream<String> subnetsOf(String id) {
        var answer = reads.send(TABLES, () -> clients.ec2().describeRouteTables(r -> r.routeTableIds(id)));
        String vpc = needed(only(answer.routeTables(), TABLES).vpcId(), TABLES);
        SdkNetworks networks = new SdkNetworks(clients, reads);
        return Given.value(networks.subnetsOf(vpc)).stream()
                .map(Subnet::id)
                .filter(subnet ->
                        Given.value(networks.routeTable(subnet, vpc)).id().equals(id));
    }

    /** Network interfaces that wear the group and are not what it was to be opened for. */
    private Stream<String> foreign(Ingress ingress) {
        Filter wearing =
                Filter.builder().name("group-id").values(ingress.group()).build();
        var answer = reads.send(
                INTERFACES,
                () -> clients.ec2()
                        .describeNetworkInterfaces(r -> r.filters(wearing).maxResults(SHOWN)));
        return listed(answer.hasNetworkInterfaces(), answer.networkInterfaces(), INTERFACES).stream()
                .filter(one -> !expected(one))
                .map(one -> needed(one.networkInterfaceId(), INTERFACES));
    }

    /** EC2 writes the description of what it made itself. */
    private static boolean expected(NetworkInterface one) {
        return "vpc_endpoint".equals(one.interfaceTypeAsString())
                || (Boolean.TRUE.equals(one.requesterManaged())
                        && text(one.description()).startsWith(OF_A_FILE_SYSTEM));
    }
}
