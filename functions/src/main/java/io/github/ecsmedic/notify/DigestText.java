package io.github.ecsmedic.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a digest says, in the forms in which it is sent.
 *
 * @param footer what is left out, and where, or {@code ""}
 */
record DigestText(String headline, List<Section> sections, String footer) {
    DigestText {
        sections = List.copyOf(sections);
    }

    /** Lines under a heading. */
    record Section(String heading, List<String> lines) {
        Section {
            lines = List.copyOf(lines);
        }
    }

    /** As the plain text of a mail. */
    String mail() {
        List<Report.Part> parts = new ArrayList<>(List.of(new Report.Part.Headline(headline + ".")));
        for (Section section : sections) {
            parts.add(new Report.Part.Heading(section.heading()));
            section.lines().forEach(line -> parts.add(new Report.Part.Item(line)));
        }
        if (!footer.isEmpty()) {
            parts.add(new Report.Part.Footnote(footer));
        }
        return TextLayout.of(parts, MailText.WIDTH, (part, line) -> line);
    }

    /** As a message for Slack. */
    SlackBody slack() {
        List<SlackBlock> blocks = new ArrayList<>(List.of(new SlackBlock.Header(headline)));
        for (Section section : sections) {
            String lines = section.lines().stream().map(line -> "• " + line).collect(Collectors.joining("\n"));
            blocks.add(new SlackBlock.Plain(section.heading() + "\n" + lines));
        }
        if (!footer.isEmpty()) {
            blocks.add(new SlackBlock.Small(footer));
        }
        return new SlackBody(headline, blocks);
    }
}
