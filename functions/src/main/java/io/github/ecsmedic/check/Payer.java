package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import java.util.Set;

/**
 * The role with which a task is started: the execution role, or on EC2 the instance's where the definition has none.
 *
 * @param role its ARN, {@code ""} when there is none
 * @param instance whose role it is, {@code ""} for an execution role
 */
record Payer(String role, String instance) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS =
            Set.of("ec2:DescribeInstances", "ecs:DescribeContainerInstances", "iam:GetInstanceProfile");

    static Answer<Payer> of(Inquiry inquiry, TaskDefinition definition, String source) {
        Task task = inquiry.task();
        if (!definition.executionRoleArn().isEmpty() || task == null || !Place.onInstance(task)) {
            return new Known<>(new Payer(definition.executionRoleArn(), ""), source);
        }
        return switch (Hosting.instance(inquiry, task)) {
            case Unknown<Instance> unknown -> unknown.as();
            case Known<Instance>(Instance host, String hostSource) ->
                host.profile().isEmpty() ? new Known<>(new Payer("", host.id()), hostSource) : inProfile(inquiry, host);
        };
    }

    private static Answer<Payer> inProfile(Inquiry inquiry, Instance host) {
        return switch (inquiry.account().roles().instanceRole(host.profile())) {
            case Unknown<Optional<String>> unknown -> unknown.as();
            case Known<Optional<String>>(Optional<String> role, String source) ->
                new Known<>(new Payer(role.orElse(""), host.id()), source);
        };
    }
}
