package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.model.Cause;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {
    static Stream<Row> rows() {
        return CauseRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_inItsAccount_isProvenAndRanksFirst(Row row) {
        Conclusion conclusion = Conclusion.of(row.failure().in(row.broken()));

        assertThat(conclusion.with(row.certainty())).first().isEqualTo(row.cause());
        assertThat(conclusion.with("proven")).isSubsetOf(conclusion.with(row.certainty()));
        Cause first = conclusion.causes().stream()
                .filter(cause -> cause.id().equals(row.cause()))
                .findFirst()
                .orElseThrow();
        assertThat(first.summary()).isEqualTo(row.summary());
        assertThat(first.resources().ids()).containsAll(row.names());
        assertThat(first.evidence()).isNotEmpty().noneMatch(fact -> fact.fact().isBlank());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_whereOneFactDiffers_isRefuted(Row row) {
        Conclusion conclusion = Conclusion.of(row.almost().in(row.near()));

        assertThat(conclusion.standing().getOrDefault(row.cause(), "refuted")).isEqualTo("refuted");
    }

    @Test
    void rows_holdEveryCause() {
        assertThat(rows().map(Row::cause).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Causes.all().stream().map(CauseRule::id).toList());
    }
}
