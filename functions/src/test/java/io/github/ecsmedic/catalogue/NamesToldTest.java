package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.notify.Redaction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hides secrets leaves the names of a finding whole. */
class NamesToldTest {
    static Stream<Row> rows() {
        return CauseRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void names_ofAFinding_areToldWhole(Row row) {
        List<String> ids = Conclusion.of(row.failure().in(row.broken())).causes().stream()
                .map(Cause::resources)
                .flatMap(resources -> resources.all().stream())
                .map(Resource::id)
                .toList();

        assertThat(ids).allSatisfy(id -> assertThat(Redaction.text(id)).isEqualTo(id));
    }
}
