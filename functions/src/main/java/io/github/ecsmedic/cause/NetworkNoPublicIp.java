package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** In a public subnet a task needs a public address. */
public final class NetworkNoPublicIp implements CauseRule {
    @Override
    public String id() {
        return "network.no_public_ip";
    }

    @Override
    public String meaning() {
        return "The default route leads to an internet gateway, but the task has no public address";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("public-path", "no-public-ip"), doesNotPass("interface-endpoint"), doesNotPass("s3-gateway"));
    }

    @Override
    public List<String> changedKinds() {
        return List.of("route-table", "subnet");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "it has no public address", reason(proof));
    }

    private static String reason(Proof proof) {
        String instance = proof.resources("public-path").first("instance");
        String service = proof.resources("public-path").first("service");
        return "Subnet " + proof.resources("public-path").first("subnet") + " leads to internet gateway "
                + proof.resources("public-path").first("internet-gateway") + ", but "
                + (instance.isEmpty()
                        ? (service.isEmpty()
                                        ? "the task was started without"
                                        : "service " + service + " gives its tasks no")
                                + (service.isEmpty() ? " a public address" : " public address")
                        : "instance " + instance + " has no public address");
    }
}
