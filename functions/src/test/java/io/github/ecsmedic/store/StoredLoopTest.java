package io.github.ecsmedic.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Loop.Way;
import io.github.ecsmedic.incident.LoopCost;
import io.github.ecsmedic.incident.Looping;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredLoopTest {
    @ParameterizedTest
    @CsvSource({"NAT_GATEWAY, nat-0aa1, 1.62", "GATEWAY_ENDPOINT, vpce-0s3, 0"})
    void loop_ofFortyStarts_isRecomputedFromTheTable(Way way, String through, double dollars) {
        Ledger ledger = new TableLedger(LocalTable.empty(), Clock.systemUTC());
        Incident looping = Looping.forty(way, through);
        assertThat(ledger.commit(new Commit(
                        List.of(), List.of(new Change(0, looping, Map.of(looping.fingerprint(), ""))), List.of())))
                .isTrue();
        LoopCost cost = LoopCost.of(ledger.incident(looping.id()).orElseThrow()).orElseThrow();
        assertThat(cost.starts()).isEqualTo(40);
        assertThat(cost.volumes()).containsExactly(new LoopCost.Volume(way, through, 40 * 900_000_000L));
        assertThat(cost.dollars()).isEqualTo(dollars);
    }
}
