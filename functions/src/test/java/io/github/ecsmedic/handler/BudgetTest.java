package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    @ParameterizedTest(name = "{0} ms left")
    @CsvSource({
        "900000, 45000, 15000, 810000",
        "120000, 45000, 15000, 108000",
        "75000,  45000, 15000,  67500",
        "70000,  40000, 15000,  63000",
        "60000,  30000, 15000,  54000",
        "40000,  20000, 12000,  36000",
        "3000,    1500,   900,   2700",
        "0,          0,     0,      0",
        "-5,         0,     0,      0"
    })
    void of_whatIsLeft_keepsTimeToTell(long remaining, long diagnosis, long sending, long message) {
        assertThat(Budget.of(remaining))
                .isEqualTo(new Budget(
                        Duration.ofMillis(diagnosis), Duration.ofMillis(sending), Duration.ofMillis(message)));
    }
}
