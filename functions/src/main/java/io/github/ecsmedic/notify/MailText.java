package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis as the plain text of a mail. */
final class MailText {
    static final int WIDTH = 76;

    private MailText() {}

    /** Of a diagnosis that may be told as it is. */
    static String told(Diagnosis d, Story story) {
        List<Report.Part> parts = new ArrayList<>(Report.of(d, story, WIDTH));
        List<ConsoleLinks.Link> links = ConsoleLinks.of(d);
        if (!links.isEmpty()) {
            parts.add(new Report.Part.Heading("In the console"));
            for (ConsoleLinks.Link link : links) {
                parts.add(new Report.Part.Item(link.label()));
                parts.add(new Report.Part.Command(link.url()));
            }
        }
        return TextLayout.of(parts, WIDTH, (part, line) -> line);
    }
}
