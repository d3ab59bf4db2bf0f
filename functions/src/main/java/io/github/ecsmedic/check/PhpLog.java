package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Saying;
import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PHP's fatal errors, with their numbered stack. */
final class PhpLog implements LogFamily {
    private static final List<String> FOREIGN = List.of("/vendor/", "[internal function]", "{main}");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        String line = log.text(i);
        if (!line.contains("Fatal error: ") && !line.contains("Parse error: ")) {
            return Optional.empty();
        }
        List<Integer> own = new ArrayList<>();
        int to = i + 1;
        while (log.continues(to)
                && (log.text(to).startsWith("#")
                        || log.text(to).startsWith("Stack trace:")
                        || log.stripped(to).startsWith("thrown in ")
                        || log.text(to).startsWith("Next "))) {
            String frame = log.text(to);
            if (frame.startsWith("#") && FOREIGN.stream().noneMatch(frame::contains)) {
                own.add(to);
            }
            to++;
        }
        boolean served = line.contains("PHP message:") || log.level(i) == LogLevel.CALM;
        List<Integer> first = own.stream().limit(1).toList();
        return Optional.of(
                new LogBlock(i, to, served ? Weight.BARE : Weight.UNCAUGHT, List.of(new Saying(i, 0, first)), first));
    }
}
