package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Attempt;
import io.github.ecsmedic.incident.AuditHead;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import io.github.ecsmedic.incident.AuditRecord.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/audit.md} says; its blocks are written anew by {@code -Dgolden.write=true}. */
class AuditPageTest {
    private static final Path PAGE = Path.of("..", "docs", "audit.md");

    private static final AuditRecord SAMPLE = AuditRecord.after(
            new AuditHead("111122223333/us-east-1", 1, "4f0c", 1),
            new Attempt(
                    "service/shop/orders",
                    "i-0a1b",
                    "extend-grace-period",
                    "00112233",
                    false,
                    List.of("U0AAA1111"),
                    "ecs:UpdateService",
                    List.of("aws", "ecs", "update-service", "--service", "orders"),
                    "60"),
            new Phase.Outcome(1, Word.DONE, ""),
            Instant.parse("2026-11-20T03:30:00Z"));

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static String with(String page, String block, String content) {
        int from = page.indexOf("```" + block + "\n") + block.length() + 4;
        return page.substring(0, from) + content + page.substring(page.indexOf("```", from));
    }

    private static List<String> column(String page, String name) {
        return page.lines()
                .dropWhile(line -> !line.startsWith("| " + name + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    @Test
    void page_showsARecordAndWhatIsHashedOfIt() throws IOException {
        String expected = with(with(page(), "json", AuditText.of(SAMPLE) + "\n"), "text", SAMPLE.canonical());
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page()).isEqualTo(expected);
    }

    @Test
    void page_namesEveryFieldInItsOrder() throws IOException {
        Json.Members line = (Json.Members) Json.parse(AuditText.of(SAMPLE).getBytes(StandardCharsets.UTF_8));
        assertThat(column(page(), "field"))
                .isEqualTo(new ArrayList<>(line.values().keySet()));
    }

    @Test
    void page_namesEveryWord() throws IOException {
        assertThat(column(page(), "word"))
                .isEqualTo(Stream.of(Word.values()).map(Word::text).toList());
    }

    @Test
    void page_namesWhatTheRoleMay() throws IOException {
        assertThat(page()).contains("(`" + String.join("`, `", AwsFixes.AUDIT) + "`)");
    }
}
