package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Cause;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two faults of one service with one cause are two incidents when they are about two objects. */
class ToldApartTest {
    @Test
    void missingRepositories_ofOneService_areIncidentsOfTheirOwn() {
        Optional<Fingerprint> app = missing("team/app-x:7");

        assertThat(app).isPresent().isEqualTo(missing("team/app-x:8"));
        assertThat(app).isNotEqualTo(missing("team/sidecar-x:7"));
    }

    private static Optional<Fingerprint> missing(String image) {
        Cause cause = Conclusion.of(ImageCauseRows.notFound(image, "").in(small())).causes().stream()
                .filter(c -> c.id().equals("image.repository_not_found"))
                .findFirst()
                .orElseThrow();
        return Fingerprint.ofCause(Seen.diagnosis(Seen.service("api"), "image_pull.not_found", cause));
    }
}
