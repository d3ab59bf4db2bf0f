package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Verdicts.Row;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemoryUsedTest {
    private static final Instant END = Instant.parse("2026-11-20T03:00:00Z");

    static Stream<Row> rows() {
        Check check = new MemoryUsed();
        return Stream.of(
                new Row(check, "a figure", killed(), small().measured(m -> m.memory(505)), "passed"),
                new Row(
                        check,
                        "no figure",
                        killed(),
                        small(),
                        "open: Container Insights has no figure of the memory that was used: cloudwatch:GetMetricData"),
                new Row(
                        check,
                        "not read",
                        killed(),
                        small().unknown("cloudwatch:GetMetricData", "AccessDenied"),
                        "open: AccessDenied: cloudwatch:GetMetricData"),
                new Row(
                        check,
                        "no time",
                        Failure.of("memory.oom"),
                        small(),
                        "n/a: the event does not tell when the task stopped"),
                new Row(check, "an exit code", Failure.exit(1), small(), "n/a: no container was killed for memory"));
    }

    private static Failure killed() {
        return Failure.of("memory.oom")
                .container("app", 137, "OutOfMemoryError")
                .stopping(END, END);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_inAccount_says(Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
    }

    @Test
    void figure_isToldWithItsTime() {
        assertThat(new MemoryUsed().run(killed().in(small().measured(m -> m.memory(505.4)))))
                .isEqualTo(new Passed(
                        Resources.of("memory-used", "505MiB"),
                        new Evidence(
                                "A task of api used at most 505 MiB in the five minutes before, seen once a minute",
                                "cloudwatch:GetMetricData")));
    }
}
