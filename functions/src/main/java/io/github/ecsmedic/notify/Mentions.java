package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.News;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who owns what broke: {@code called} are ids of users and groups of Slack, which hear of it; {@code named} is text.
 *
 * <p>An owner is an id of Slack when all of it has the form of one. Everything else is shown as it is and calls nobody.
 */
record Mentions(List<String> called, List<String> named) {
    static final Mentions NONE = new Mentions(List.of(), List.of());

    private static final int SHORTEST_ID = 5;
    private static final int LONGEST_ID = 32;

    Mentions {
        called = List.copyOf(called);
        named = List.copyOf(named);
    }

    /** Nobody is called for what presses nobody, in quiet hours for what is not critical, or while it is snoozed. */
    static Mentions of(Bulletin bulletin, QuietHours quiet) {
        boolean calls = bulletin.incident().snoozedUntil() == null
                && switch (bulletin.severity()) {
                    case CRITICAL -> true;
                    case WARNING -> !quiet.contain(bulletin.at());
                    case INFO -> false;
                };
        List<String> called = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String owner : bulletin.direction().owners()) {
            (calls && isId(owner) ? called : named).add(owner);
        }
        return new Mentions(called, named);
    }

    /** The same for a message below the first one: who was called for it is called again for another cause. */
    static Mentions ofChange(Bulletin bulletin, QuietHours quiet) {
        boolean sameCause = News.causes(bulletin.before().content()).equals(News.causes(bulletin.incident()));
        boolean woken = News.snoozesOver(bulletin.before().content())
                < bulletin.incident().feedback().snoozesOver();
        return sameCause && !woken ? NONE : of(bulletin, quiet);
    }

    /** {@code @U0123ABCD} or {@code @W…} for a user, {@code @S0123} for a group. */
    private static boolean isId(String owner) {
        return owner.length() >= SHORTEST_ID
                && owner.length() <= LONGEST_ID
                && owner.charAt(0) == '@'
                && "UWS".indexOf(owner.charAt(1)) >= 0
                && owner.chars().skip(1).allMatch(Mentions::ofAnId);
    }

    private static boolean ofAnId(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Ids alone stand in markup; none where nobody owns it. */
    List<SlackBlock> blocks() {
        List<SlackBlock> blocks = new ArrayList<>();
        if (!called.isEmpty()) {
            blocks.add(new SlackBlock.Called(called));
        }
        if (!named.isEmpty()) {
            blocks.add(new SlackBlock.Plain((called.isEmpty() ? "Owner: " : "Also: ")
                    + named.stream().map(CleanText::line).collect(Collectors.joining(", "))));
        }
        return blocks;
    }

    /** {@code <@U0123ABCD>} of the id {@code @U0123ABCD}. */
    static String markup(String id) {
        return (id.charAt(1) == 'S' ? "<!subteam^" : "<@") + id.substring(1) + ">";
    }
}
