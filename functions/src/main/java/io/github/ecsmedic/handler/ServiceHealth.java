package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.incident.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a service does, read off its description. */
final class ServiceHealth {
    /** An older message about starts says nothing of now. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private ServiceHealth() {}

    static Health of(Service service, Instant now) {
        return new Health(now, service.desired(), service.running(), deployedAt(service), impaired(service, now));
    }

    /** ECS keeps a service that was deleted for a while. */
    static boolean gone(Service service) {
        return service.status().equals("INACTIVE");
    }

    private static @Nullable Instant deployedAt(Service service) {
        return service.deployments().stream()
                .filter(d -> d.status().equals("PRIMARY") && d.rolloutState().equals("COMPLETED"))
                .map(Service.Deployment::createdAt)
                .filter(at -> at != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
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
