package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.notify.Rule.Effect;
import io.github.ecsmedic.notify.Rule.Matcher;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wanted for one service that an incident hits, with the fields of {@link Direction}. */
record Wish(
        String channel,
        List<String> owners,
        @Nullable Loudness severity,
        @Nullable Instant mutedUntil,
        String ignoredBy,
        List<String> remarks) {
    private static final int SHOWN = 64;

    Wish {
        owners = List.copyOf(owners);
        remarks = List.copyOf(remarks);
    }

    /** How loudly, and what says so. */
    record Loudness(Severity severity, String by) {
        String remark() {
            return "Severity " + severity.word() + " by " + by + ".";
        }
    }

    /** {@code properties} are those by which rules match the service. */
    static Wish of(Member member, Map<Matcher, String> properties, Routing routing, Instant now) {
        Tags tags = new Tags(member, properties.getOrDefault(Matcher.SERVICE, ""));
        Tag<String> channel = tags.read("channel", "a channel's name in small letters, or its id", Addressee::channel);
        Tag<List<String>> owner = tags.read("owner", "up to five names with blanks between", Addressee::owners);
        Tag<Severity> severity = tags.read("severity", "critical, warning or info", Addressee::severity);
        Tag<Instant> mute = tags.read(
                "mute-until",
                "a date within a year, as 2026-12-24 or 2026-12-24T08:00Z",
                value -> MuteUntil.read(value, now));
        Function<Effect, Optional<Rule>> rule = effect -> routing.rules().first(effect, properties);
        return new Wish(
                rule.apply(Effect.CHANNEL)
                        .flatMap(r -> Addressee.channel(r.says(Effect.CHANNEL)))
                        .or(channel::meaning)
                        .orElse(""),
                rule.apply(Effect.OWNER)
                        .flatMap(r -> Addressee.owners(r.says(Effect.OWNER)))
                        .or(owner::meaning)
                        .orElse(routing.owners()),
                rule.apply(Effect.SEVERITY)
                        .flatMap(
                                r -> Addressee.severity(r.says(Effect.SEVERITY)).map(s -> new Loudness(s, by(r))))
                        .or(() -> severity.meaning().map(s -> new Loudness(s, "a tag of " + tags.service())))
                        .orElse(null),
                mute.meaning().orElse(null),
                rule.apply(Effect.TOLD).filter(Rule::ignores).map(Wish::by).orElse(""),
                Stream.of(channel, owner, severity, mute)
                        .map(Tag::remark)
                        .filter(remark -> !remark.isEmpty())
                        .toList());
    }

    private static String by(Rule rule) {
        return "the rule on line " + rule.line();
    }

    /** What a tag means, or what is to be said of one that cannot be read. */
    private record Tag<T>(Optional<T> meaning, String remark) {}

    private record Tags(Member member, String name) {
        /** {@code form} is how it should be written. The value itself is never said: it may be anything. */
        <T> Tag<T> read(String key, String form, Function<String, Optional<T>> reader) {
            String value = member.tags().of(key);
            Optional<T> meaning = value.isEmpty() ? Optional.empty() : reader.apply(value);
            return new Tag<>(
                    meaning,
                    value.isEmpty() || meaning.isPresent()
                            ? ""
                            : "The tag ecs-medic:" + key + " of " + service()
                                    + " cannot be read and does nothing: it is " + form + ".");
        }

        String service() {
            return CleanText.line(Cut.at(SHOWN, name));
        }
    }
}
