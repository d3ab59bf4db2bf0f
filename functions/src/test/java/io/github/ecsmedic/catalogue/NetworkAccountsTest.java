package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NetworkAccount;
import io.github.ecsmedic.account.NetworkAccount.Told;
import io.github.ecsmedic.account.NetworkAccounts;
import io.github.ecsmedic.diagnose.Diagnoser;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkAccountsTest {
    private static final Diagnoser DIAGNOSER = Catalogue.full().diagnoser();

    static List<NetworkAccount> accounts() {
        return NetworkAccounts.all();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void diagnosis_ofTheAccount_tellsCauseAndStop(NetworkAccount row) {
        Diagnosis diagnosis = diagnose(row, row.account());

        assertThat(Told.of(diagnosis)).isEqualTo(row.told());
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void diagnosis_whereOneFactDiffers_blamesSomethingElseOrNothing(NetworkAccount row) {
        Diagnosis diagnosis = diagnose(row, row.twin());

        assertThat(Told.of(diagnosis)).isEqualTo(row.toldNear());
        assertThat(blamed(diagnosis)).doesNotContain(row.cause());
    }

    @Test
    void accounts_haveNamesOfTheirOwn() {
        assertThat(accounts())
                .extracting(NetworkAccount::name)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(15);
    }

    private static List<String> blamed(Diagnosis diagnosis) {
        return diagnosis.causes().stream()
                .filter(cause -> cause.certainty() != Certainty.POSSIBLE)
                .map(Cause::id)
                .toList();
    }

    private static Diagnosis diagnose(NetworkAccount row, FakeAccount account) {
        return DIAGNOSER.diagnose(row.subject(), row.task(), account) instanceof Outcome.Diagnosed(Diagnosis diagnosis)
                ? diagnosis
                : fail("a failed task is diagnosed");
    }
}
