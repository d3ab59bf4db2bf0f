package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Task definitions and services as ECS describes them: asked once, for all who read something of them. */
final class Described {
    static final String DEFINITION = "ecs:DescribeTaskDefinition";
    static final String SERVICES = "ecs:DescribeServices";

    private Described() {}

    /** Within a read. */
    static TaskDefinition definition(Clients clients, Reads reads, String arn) {
        return reads.start(
                        "description of task definition " + arn,
                        DEFINITION,
                        () -> needed(
                                reads.send(
                                                DEFINITION,
                                                () -> clients.ecs().describeTaskDefinition(r -> r.taskDefinition(arn)))
                                        .taskDefinition(),
                                DEFINITION))
                .value();
    }

    /** Within a read; empty when ECS says that there is none. */
    static Optional<Service> service(Clients clients, Reads reads, String cluster, String service) {
        return reads.start("description of service " + cluster + " " + service, SERVICES, () -> {
                    DescribeServicesResponse answer = reads.send(
                            SERVICES,
                            () -> clients.ecs()
                                    .describeServices(r ->
                                            r.cluster(cluster).services(service).include(ServiceField.TAGS)));
                    return one(answer.services(), answer.failures(), SERVICES);
                })
                .value();
    }

    /** ECS answers 200 also for what it does not know, and says so among the failures. */
    static <T> Optional<T> one(List<T> found, List<Failure> failures, String operation) {
        if (!found.isEmpty()) {
            return Optional.of(found.getFirst());
        }
        if (failures.isEmpty()) {
            throw NoAnswer.empty(operation);
        }
        String reason = Given.text(failures.getFirst().reason());
        if (!reason.equals("MISSING")) {
            throw new NoAnswer(reason.isEmpty() ? NoAnswer.EMPTY : reason, operation, reason);
        }
        return Optional.empty();
    }
}
