package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.model.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceTypesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;

/** Counts the network interfaces that EC2 instances have and may have. */
final class InterfaceCounts {
    private static final String INSTANCES = "ec2:DescribeInstances";
    private static final String TYPES = "ec2:DescribeInstanceTypes";

    private final Clients clients;
    private final Reads reads;

    InterfaceCounts(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<Map<String, Integer>> attached(List<String> ids) {
        return reads.ask("interfaces of " + ids, INSTANCES, () -> {
            Map<String, Integer> counts = new HashMap<>();
            List<Instance> found = reads.pages(
                    INSTANCES,
                    token -> clients.ec2()
                            .describeInstances(r -> r.filters(Filter.builder()
                                            .name("instance-id")
                                            .values(ids)
                                            .build())
                                    .nextToken(token)),
                    answer -> answer.reservations().stream()
                            .flatMap(r -> r.instances().stream())
                            .toList(),
                    DescribeInstancesResponse::nextToken);
            for (Instance instance : found) {
                counts.put(
                        needed(instance.instanceId(), INSTANCES),
                        Given.listed(instance.hasNetworkInterfaces(), instance.networkInterfaces(), INSTANCES)
                                .size());
            }
            if (counts.isEmpty()) {
                throw NoAnswer.empty(INSTANCES);
            }
            return counts;
        });
    }

    Answer<Map<String, Integer>> most(List<String> types) {
        return reads.ask("interface limits of " + types, TYPES, () -> {
            Map<String, Integer> limits = new HashMap<>();
            List<InstanceTypeInfo> found = reads.pages(
                    TYPES,
                    token -> clients.ec2()
                            .describeInstanceTypes(r -> r.filters(Filter.builder()
                                            .name("instance-type")
                                            .values(types)
                                            .build())
                                    .nextToken(token)),
                    DescribeInstanceTypesResponse::instanceTypes,
                    DescribeInstanceTypesResponse::nextToken);
            for (InstanceTypeInfo type : found) {
                Integer most =
                        type.networkInfo() == null ? null : type.networkInfo().maximumNetworkInterfaces();
                limits.put(needed(type.instanceTypeAsString(), TYPES), needed(most, TYPES));
            }
            if (limits.isEmpty()) {
                throw NoAnswer.empty(TYPES);
            }
            return limits;
        });
    }
}
