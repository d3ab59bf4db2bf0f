package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.treat.Wishes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class UnrecognisedTest {
    private static final Diagnosis UNKNOWN = diagnosis(service("api"), "unknown", nothing());
    private static final Diagnosis KNOWN = diagnosis(service("api"), "app.crash", nothing());

    private final List<String> kept = new ArrayList<>();

    private static List<Delivery> keep(BiConsumer<String, Instant> into, Fate... fates) {
        Parts parts = new Parts(
                new Causes(),
                (region, budget) -> null,
                new MemoryLedger(),
                new Ticking(),
                () -> "me",
                true,
                Routing.TAGS,
                Wishes.NONE,
                SideBySide.THREADS,
                into);
        return new Unrecognised(parts).keep(List.of(fates));
    }

    private static Fate recorded(Diagnosis of, Optional<Diagnosis> fresh) {
        return new Fate.Recorded(Seen.incident("i-1", 0, of), News.OPENED, fresh);
    }

    @Test
    void reasons_thatNobodyRecognised_areKept() {
        assertThat(keep((text, at) -> kept.add(text), recorded(UNKNOWN, Optional.of(UNKNOWN))))
                .isEmpty();
        assertThat(kept).containsExactly("made up");
    }

    @Test
    void reasons_thatAreKnownOrNotDiagnosedOrBenign_areNotKept() {
        keep(
                (text, at) -> kept.add(text),
                recorded(KNOWN, Optional.of(KNOWN)),
                recorded(UNKNOWN, Optional.empty()),
                new Fate.Quiet(UNKNOWN));
        assertThat(kept).isEmpty();
    }

    @Test
    void reason_thatCannotBeKept_isSaidAndBringsNothingBack() {
        BiConsumer<String, Instant> broken = (text, at) -> {
            throw new LedgerException("out of reach");
        };
        assertThat(keep(broken, recorded(UNKNOWN, Optional.of(UNKNOWN))))
                .containsExactly(Delivery.refused("archive", "i-1", "", new LedgerException("out of reach")));
    }
}
