package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** Docker Hub counts anonymous pulls by public address, which many tasks share. */
public final class RegistryDockerHubRateLimit implements CauseRule {
    @Override
    public String id() {
        return "registry.dockerhub_rate_limit";
    }

    @Override
    public String meaning() {
        return "Docker Hub's pull limit is reached; it is counted by public address, or by user";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("image_pull.dockerhub_rate_limit");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("registry-limit", "docker-hub", "docker-hub-account"), answers("egress-address"));
    }

    @Override
    public String summary(Proof proof) {
        if (proof.fault("registry-limit").equals("docker-hub-account")) {
            return "The pull limit of Docker Hub is reached for the user of "
                    + proof.resources("registry-limit").first("secret");
        }
        Resources way = proof.resources("egress-address");
        String address = String.join(", ", way.ids("public-address"));
        return "The pull limit of Docker Hub is reached for "
                + (way.first("nat-gateway").isEmpty()
                        ? "the address by which the task leaves"
                        : (address.isEmpty() ? "the address" : address) + " of NAT gateway " + way.first("nat-gateway")
                                + ", which everything behind it shares");
    }
}
