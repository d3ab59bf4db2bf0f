package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Empty where nobody owns it. */
    Optional<SlackBlock> block() {
        return called.isEmpty() && named.isEmpty() ? Optional.empty() : Optional.of(new SlackBlock.Owners(this));
    }

    /** {@code Owner: <@U0123ABCD>, payments}. */
    String markup() {
        List<String> all = new ArrayList<>();
        called.forEach(id -> all.add((id.charAt(1) == 'S' ? "<!subteam^" : "<@") + id.substring(1) + ">"));
        named.forEach(name -> all.add(SlackText.escaped(CleanText.line(name), SlackBlock.HEADER)));
        return "Owner: " + String.join(", ", all);
    }
}
