package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.incident.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How a service does, read off its description. */
final class ServiceHealth {
    /** An older message about starts says nothing of now. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private ServiceHealth() {}

    static Health of(Service service, Instant now) {
        Optional<Service.Deployment> deployed = deployed(service);
        return new Health(
                now,
                service.desired(),
                service.running(),
                deployed.map(Service.Deployment::createdAt).orElse(null),
                impaired(service, now),
                deployed.map(ServiceHealth::revision).orElse(""));
    }

    /** ECS keeps a service that was deleted for a while. */
    static boolean gone(Service service) {
        return service.status().equals("INACTIVE");
    }

    private static Optional<Service.Deployment> deployed(Service service) {
        return service.deployments().stream()
                .filter(d -> d.status().equals("PRIMARY") && d.rolloutState().equals("COMPLETED"))
                .filter(d -> d.createdAt() != null)
                .max(Comparator.comparing(ServiceHealth::created));
    }

    /** {@code api:8} of its ARN. */
    static String revision(Service.Deployment deployment) {
        return deployment.taskDefinition().substring(deployment.taskDefinition().lastIndexOf('/') + 1);
    }

    private static Instant created(Service.Deployment deployment) {
        Instant at = deployment.createdAt();
        return at == null ? Instant.EPOCH : at;
    }

    /** The newest message about starts decides: ECS says "unable to", and "steady state" once it is able again. */
    private static boolean impaired(Service service, Instant now) {
        return service.messages().stream()
                .filter(m -> m.at() != null && Duration.between(m.at(), now).compareTo(FRESH) < 0)
                .map(m -> m.text().toLowerCase(Locale.ROOT))
                .filter(text -> text.contains("unable to") || text.contains("steady state"))
                .findFirst()
                .filter(text -> text.contains("unable to"))
                .isPresent();
    }
}
