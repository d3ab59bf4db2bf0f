package io.github.ecsmedic.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task definition asks of the place where a task of it is put.
 *
 * @param cpu units, of the whole task
 * @param memory MiB, of the whole task; where containers reserve less than their limit, what they reserve
 * @param containerMemory MiB that the limits of all containers make together; null where one of them has no limit
 * @param ports fixed ports of the host, {@code 8080} for TCP and {@code 8080/udp} for UDP
 * @param attributes names of attributes that the instance must have
 * @param expressions what {@code memberOf} constraints demand
 * @param ephemeral GiB of ephemeral storage; null where Fargate's 20 GiB apply
 */
public record TaskNeeds(
        String definition,
        String networkMode,
        int cpu,
        int memory,
        @Nullable Integer containerMemory,
        List<String> ports,
        int gpus,
        List<String> attributes,
        List<String> expressions,
        @Nullable Integer ephemeral) {
    public TaskNeeds {
        ports = List.copyOf(ports);
        attributes = List.copyOf(attributes);
        expressions = List.copyOf(expressions);
    }

    /** Whether each task gets a network interface of its own. */
    public boolean ownInterface() {
        return networkMode.equals("awsvpc");
    }
}
