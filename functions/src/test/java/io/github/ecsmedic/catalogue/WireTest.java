package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.diagnose.Investigated;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every account of the rows, read by the real SDK over the wire: it must tell what the ports of memory tell. */
class WireTest {
    static Stream<Row> rows() {
        return CauseRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void diagnosis_overTheWire_isThatOfTheAccountInMemory(Row row) {
        same(row.failure(), row.broken(), 1000);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void diagnosis_overTheWireOfTheNearMiss_isThatOfTheAccountInMemory(Row row) {
        same(row.almost(), row.near(), 1000);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void diagnosis_overPagesOfOneItem_isTheSame(Row row) {
        same(row.failure(), row.broken(), 1);
    }

    private static void same(Failure failure, FakeAccount account, int page) {
        Diagnosis inMemory = Investigated.of(failure.in(account)).whole();
        AccountOnTheWire wire = AccountOnTheWire.of(account, page);
        Diagnosis overTheWire =
                wire.ask(read -> Investigated.of(failure.in(read))).whole();

        assertThat(wire.notRendered()).isEmpty();
        assertThat(ids(overTheWire.causes())).isEqualTo(ids(inMemory.causes()));
        assertThat(overTheWire.causes()).isEqualTo(inMemory.causes());
        assertThat(overTheWire.notChecked()).isEqualTo(inMemory.notChecked());
        assertThat(overTheWire.path()).isEqualTo(inMemory.path());
        assertThat(overTheWire.sideFindings()).isEqualTo(inMemory.sideFindings());
        assertThat(overTheWire.refuted()).isEqualTo(inMemory.refuted());
        assertThat(overTheWire.cost().apiCalls()).isEqualTo(wire.asked().size());
    }

    private static List<String> ids(List<Cause> causes) {
        return causes.stream()
                .map(cause -> cause.certainty().word() + " " + cause.id())
                .toList();
    }
}
