package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "api, api, true",
        "api, api2, false",
        "api, '', false",
        "*, '', true",
        "*, api, true",
        "api-*, api-, true",
        "api-*, api, false",
        "*-api, pay-api, true",
        "*-api, pay-api-2, false",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "**a, a, true",
        "capacity.*, capacityXmemory, false"
    })
    void glob_beforeAName_matchesItAsAWhole(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource({
        "*, *, true",
        "*, api, true",
        "api, *, false",
        "api*, api-*, true",
        "api-*, api*, false",
        "a*c, ab*bc, true",
        "ab*bc, a*c, false",
        "*a*, a, true",
        "*a*, *b*, false"
    })
    void glob_overAnother_coversItWhenItMatchesAllThatItMatches(String one, String other, boolean covers) {
        assertThat(new Glob(one).covers(new Glob(other))).isEqualTo(covers);
    }

    @Test
    void covering_inSmallAlphabets_agreesWithEveryName() {
        Random random = new Random(20);
        for (int i = 0; i < 3_000; i++) {
            Glob one = new Glob(text(random, "ab*"));
            Glob other = new Glob(text(random, "ab*"));
            if (one.covers(other)) {
                for (int j = 0; j < 60; j++) {
                    String name = text(random, "abc");
                    assertThat(!other.matches(name) || one.matches(name))
                            .as(one + " " + other + " " + name)
                            .isTrue();
                }
            }
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
