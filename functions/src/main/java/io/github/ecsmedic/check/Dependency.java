package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.DnsName;
import io.github.ecsmedic.signature.Facts;
import io.github.ecsmedic.signature.Recognition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the culprit's log says that the application cannot reach.
 *
 * @param host a name in lower case or an address, or {@code ""}
 * @param port 0 when the log does not tell
 * @param fault the {@link LogFault}'s word
 */
record Dependency(String host, int port, String fault) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = new CulpritLog().actions();

    private static final Set<String> FAULTS =
            Set.of("connection-refused", "connection-timeout", "unreachable", "unresolved-host");
    private static final int LARGEST = 65_535;

    /** Empty when the log names none of these faults, or could not be read: that is told where the log is asked for. */
    static Optional<Dependency> of(Inquiry inquiry) {
        return new CulpritLog().run(inquiry) instanceof Failed failed && FAULTS.contains(failed.fault())
                ? Optional.of(new Dependency(
                        host(failed.resources().first("host")),
                        port(failed.resources().first("port")),
                        failed.fault()))
                : Optional.empty();
    }

    /** Whether something answered, so that nothing dropped the packets. */
    boolean refused() {
        return fault.equals("connection-refused");
    }

    boolean unresolved() {
        return fault.equals("unresolved-host");
    }

    /** Whether it is the task itself. */
    boolean itself() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1") || host.equals("0.0.0.0");
    }

    Optional<Address> literal() {
        return Address.parse(host);
    }

    /** The connection to it, once it is known where it goes. */
    Leg leg(String address, List<String> services, boolean s3) {
        return new Leg(Stage.DEPENDENCY, host, address, port, services, s3);
    }

    /** The same failure as one of the application's packets: from its own network interface, if it has one. */
    Inquiry packets(Inquiry inquiry) {
        Recognition seen = new Recognition("app.dependency_connection", AlertClass.FAILURE, Facts.NONE, false);
        Task task = inquiry.task();
        return new Inquiry(
                inquiry.subject(),
                task == null || task.subnet().isEmpty() ? task : own(task),
                inquiry.culprit(),
                seen,
                inquiry.account());
    }

    /** As if no instance were beneath it: in network mode awsvpc packets do not start there. */
    private static Task own(Task t) {
        return new Task(
                t.arn(),
                t.clusterArn(),
                t.taskDefinitionArn(),
                t.version(),
                t.lastStatus(),
                t.desiredStatus(),
                t.stopCode(),
                "",
                t.group(),
                t.startedBy(),
                "",
                t.capacityProvider(),
                "",
                t.availabilityZone(),
                t.platformVersion(),
                t.cpuArchitecture(),
                t.cpu(),
                t.memory(),
                t.times(),
                List.of(),
                t.attachments());
    }

    private static String host(String told) {
        String bare = told.startsWith("[") && told.endsWith("]") ? told.substring(1, told.length() - 1) : told;
        return DnsName.of(bare);
    }

    private static int port(String told) {
        boolean number = !told.isEmpty() && told.length() <= 5 && told.chars().allMatch(Character::isDigit);
        int port = number ? Integer.parseInt(told) : 0;
        return port <= LARGEST ? port : 0;
    }
}
