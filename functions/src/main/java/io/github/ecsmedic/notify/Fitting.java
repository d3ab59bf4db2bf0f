package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Shortens a diagnosis step by step until what is made of it fits. */
final class Fitting {
    private static final List<Step> STEPS =
            List.of(new Step(2_000, 50), new Step(500, 20), new Step(150, 8), new Step(40, 3));

    private Fitting() {}

    /** How far texts and lists are shortened. */
    private record Step(int text, int items) {}

    /** {@code bytes} are those of UTF-8. */
    static String of(Diagnosis told, int bytes, Function<Diagnosis, String> form) {
        Diagnosis fitting = told;
        for (Step step : STEPS) {
            if (ShortDiagnosis.characters(fitting) <= bytes) {
                String message = form.apply(fitting);
                if (message.getBytes(StandardCharsets.UTF_8).length <= bytes) {
                    return message;
                }
            }
            fitting = ShortDiagnosis.of(told, step.text(), step.items());
        }
        return form.apply(fitting);
    }
}
