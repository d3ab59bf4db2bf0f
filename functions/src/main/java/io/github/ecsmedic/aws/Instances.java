package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;

/** Reads EC2 instances. */
final class Instances {
    private static final String INSTANCES = "ec2:DescribeInstances";

    private final Clients clients;
    private final Reads reads;

    Instances(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<Optional<Instance>> withId(String id) {
        return reads.ask(
                "instance " + id,
                INSTANCES,
                () -> reads.sendUnless(
                                "InvalidInstanceID.NotFound",
                                INSTANCES,
                                () -> clients.ec2().describeInstances(r -> r.instanceIds(id)))
                        .map(answer -> instance(Given.only(
                                answer.reservations().stream()
                                        .flatMap(r -> r.instances().stream())
                                        .toList(),
                                INSTANCES))));
    }

    private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance instance) {
        List<String> groups = instance.securityGroups().stream()
                .map(GroupIdentifier::groupId)
                .filter(Objects::nonNull)
                .toList();
        return new Instance(
                needed(instance.instanceId(), INSTANCES),
                text(instance.vpcId()),
                // an instance that is gone is described for an hour, without its place
                needed(instance.subnetId(), INSTANCES),
                text(instance.privateIpAddress()),
                text(instance.publicIpAddress()),
                groups,
                instance.iamInstanceProfile() == null
                        ? ""
                        : text(instance.iamInstanceProfile().arn()));
    }
}
