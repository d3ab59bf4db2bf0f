package io.github.ecsmedic.check;

import java.util.Arrays;

/** The status codes that a target group accepts: {@code 200}, {@code 200,302} or {@code 200-299}. */
final class StatusCodes {
    private StatusCodes() {}

    /** Whether the matcher holds the code; what is no code is not held. */
    static boolean accepts(String matcher, String code) {
        int wanted = number(code);
        return wanted >= 0
                && Arrays.stream(matcher.split(",", -1)).map(String::strip).anyMatch(part -> {
                    int dash = part.indexOf('-');
                    int from = number(dash < 0 ? part : part.substring(0, dash));
                    int to = dash < 0 ? from : number(part.substring(dash + 1));
                    return from >= 0 && from <= wanted && wanted <= to;
                });
    }

    private static int number(String text) {
        String digits = text.strip();
        return digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }
}
