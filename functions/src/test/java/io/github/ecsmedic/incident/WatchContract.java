package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every watch keeps to. */
public abstract class WatchContract {
    private static final String HERE = "111122223333/us-east-1";

    private Watch watch;

    /** An empty one. */
    protected abstract Watch empty();

    @BeforeEach
    void begin() {
        watch = empty();
    }

    @Test
    void watch_thatIsEmpty_knowsNothing() {
        assertThat(watch.lacking(HERE)).isEmpty();
    }

    @Test
    void service_thatBeganToLackTasks_isKnownUntilItNoLongerDoes() {
        watch.change(HERE, Map.of("service/prod/api", minute(3), "service/prod/web", minute(4)), Set.of());
        assertThat(watch.lacking(HERE)).isEqualTo(Map.of("service/prod/api", minute(3), "service/prod/web", minute(4)));
        assertThat(watch.lacking("111122223333/eu-west-1")).isEmpty();
        watch.change(HERE, Map.of(), Set.of("service/prod/api"));
        assertThat(watch.lacking(HERE)).isEqualTo(Map.of("service/prod/web", minute(4)));
    }

    @Test
    void services_moreThanOneTransactionHolds_areAllKnown() {
        Map<String, Instant> many =
                IntStream.range(0, 230).boxed().collect(Collectors.toMap(i -> "service/prod/s" + i, i -> minute(i)));
        watch.change(HERE, many, Set.of());
        assertThat(watch.lacking(HERE)).isEqualTo(many);
    }
}
