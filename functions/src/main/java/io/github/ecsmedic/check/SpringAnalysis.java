package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;

/** Spring Boot's own words under {@code APPLICATION FAILED TO START}: a description, a reason, an action. */
final class SpringAnalysis {
    private static final int LONGEST = 30;
    private static final List<String> FIELDS = List.of("Reason:", "Property:", "Value:", "Origin:");

    private SpringAnalysis() {}

    static LogBlock at(LogText log, int from) {
        int description = -1;
        int action = -1;
        List<Integer> beside = new ArrayList<>();
        int i = from + 1;
        for (; i < Math.min(log.size(), from + LONGEST) && log.continues(i); i++) {
            String line = log.stripped(i);
            if (line.equals("Description:")) {
                description = i + 1;
            } else if (line.equals("Action:")) {
                action = i + 1;
            } else if (FIELDS.stream().anyMatch(line::startsWith)) {
                beside.add(i);
            }
        }
        if (description < 0 || description >= i) {
            return LogBlock.line(from, 0, Weight.UNCAUGHT);
        }
        int end = action > description ? action - 2 : i - 1;
        if (action > 0 && action < i) {
            beside.add(action);
        }
        return new LogBlock(
                from,
                i,
                Weight.UNCAUGHT,
                List.of(new Saying(description, Math.max(0, Math.min(end - description, 8)), List.of())),
                beside);
    }
}
