package io.github.ecsmedic.check;

import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a start of the task needs.
 *
 * @param name one word, e.g. {@code layers}
 * @param family of the labels under which its failure would be told, e.g. {@code image_pull}
 * @param leg the connection; null for what is not reached over the network, such as a role
 * @param walked whether the connection's packets go where route tables lead; a mount target lies in the VPC itself
 * @param things what is asked for, each with the facts that a message about it would hold
 */
public record Need(String name, String family, @Nullable Leg leg, boolean walked, List<Thing> things) {
    public Need {
        things = List.copyOf(things);
    }

    /** What a container asks for; {@code container} is {@code ""} where it is the task itself. */
    public record Thing(String container, Facts facts) {}

    /** Whether a message with such a label would be about it. */
    public boolean mayBeToldAs(String label) {
        return switch (family) {
            case "network" -> label.equals("network.eni_create_failed");
            case "storage" -> label.startsWith("storage.efs_");
            case "iam" -> label.equals("iam.assume_role");
            default -> label.startsWith(family + ".");
        };
    }

    /** The same where the network between is AWS's own. */
    public Need withoutNetwork() {
        return new Need(name, family, null, false, things);
    }

    /** The host that is asked, or {@code ""}. */
    public String destination() {
        return leg == null ? "" : leg.host();
    }

    /** With more things of the same kind. */
    Need and(List<Thing> more) {
        List<Thing> all = new ArrayList<>(things);
        more.stream()
                .filter(thing ->
                        things.stream().noneMatch(known -> known.facts().equals(thing.facts())))
                .forEach(all::add);
        return new Need(name, family, leg, walked, all);
    }

    /** These facts and one more, unless its value is not known. */
    static Facts with(Facts facts, Fact fact, String value) {
        Map<Fact, String> all = new TreeMap<>(facts.all());
        if (!value.isEmpty()) {
            all.put(fact, value);
        }
        return new Facts(all);
    }
}
