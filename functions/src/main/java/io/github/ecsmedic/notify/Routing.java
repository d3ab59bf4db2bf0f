package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.notify.Rule.Matcher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of an incident, where and how loudly: the stack's settings, over them the tags of the services that it
 * hits, over them the rules.
 *
 * <p>Where it hits several services nothing is told more quietly than one of them wants it: it is muted or ignored when
 * all are, it presses as much as the one that presses most, it names every owner, and it goes to the stack's channel
 * unless all want the same other one.
 *
 * @param owners of services that name none
 */
public record Routing(List<String> owners, Rules rules) {
    /** No rules, no owners: tags alone. */
    public static final Routing TAGS = new Routing(List.of(), Rules.NONE);

    private static final int OWNERS = 10;
    private static final int REMARKS = 4;

    public Routing {
        owners = List.copyOf(owners);
    }

    /** {@code owners} with blanks or commas between; who cannot be read is nobody. */
    public static Routing owned(String owners, Rules rules) {
        return new Routing(Addressee.owners(owners).orElse(List.of()), rules);
    }

    /** Of an incident as it stands at {@code now}. */
    public Direction of(Incident incident, Instant now) {
        Severity own = Severity.of(incident.diagnosis());
        List<Wish> wishes = incident.members().stream()
                .map(member -> Wish.of(member, properties(incident, member), this, now))
                .toList();
        Optional<Wish.Loudness> loudest = wishes.stream()
                .map(wish -> Optional.ofNullable(wish.severity()).orElse(new Wish.Loudness(own, "")))
                .min(Comparator.comparing(Wish.Loudness::severity))
                .filter(loudness -> loudness.severity() != own);
        return new Direction(
                same(wishes.stream().map(Wish::channel).toList()),
                wishes.stream()
                        .flatMap(wish -> wish.owners().stream())
                        .distinct()
                        .limit(OWNERS)
                        .toList(),
                loudest.map(Wish.Loudness::severity).orElse(null),
                mutedUntil(wishes),
                wishes.stream().anyMatch(wish -> wish.ignoredBy().isEmpty())
                        ? ""
                        : wishes.stream().map(Wish::ignoredBy).findFirst().orElse(""),
                Stream.concat(
                                loudest.map(Wish.Loudness::remark).stream(),
                                wishes.stream().flatMap(wish -> wish.remarks().stream()))
                        .limit(REMARKS)
                        .toList());
    }

    private static String same(List<String> channels) {
        return channels.stream().distinct().count() == 1 ? channels.getFirst() : "";
    }

    private static @Nullable Instant mutedUntil(List<Wish> wishes) {
        List<Instant> untils = wishes.stream()
                .flatMap(wish -> Stream.ofNullable(wish.mutedUntil()))
                .toList();
        return untils.size() == wishes.size()
                ? untils.stream().min(Comparator.naturalOrder()).orElse(null)
                : null;
    }

    /** {@code service/CLUSTER/NAME} or {@code family/CLUSTER/NAME}. */
    private static Map<Matcher, String> properties(Incident incident, Member member) {
        String scope = member.scope();
        int first = scope.indexOf('/');
        int last = scope.lastIndexOf('/');
        return Map.of(
                Matcher.CLUSTER,
                first < last ? scope.substring(first + 1, last) : "",
                Matcher.SERVICE,
                scope.substring(last + 1),
                Matcher.LABEL,
                incident.diagnosis().label(),
                Matcher.CAUSE,
                incident.diagnosis().causes().stream()
                        .map(Cause::id)
                        .findFirst()
                        .orElse(""));
    }
}
