package io.github.ecsmedic.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slot 7 of 12 is bad | slot # of # is bad
            task 0a1b2c3d4e5f gave up | task # gave up
            '(port 8080) at 10.0.3.14' | '(port #) at #.#.#.#'
            api2 failed | api# failed
            deadbeef is a word | deadbeef is a word
            no number | no number
            """)
    void shape_ofAText_leavesNumbersAndIdsOut(String text, String shape) {
        assertThat(UnknownText.shape(text)).isEqualTo(shape);
    }
}
