package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.LoopCost;
import io.github.ecsmedic.incident.LoopCost.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a loop costs, in one sentence. */
final class LoopLine {
    private static final int NAMES = 3;

    private LoopLine() {}

    /** Empty where it costs nothing. */
    static Optional<String> of(Incident incident) {
        return LoopCost.of(incident).map(LoopLine::sentence);
    }

    private static String sentence(LoopCost cost) {
        List<String> parts = new ArrayList<>();
        parts.add("Cost of the loop: " + cost.starts() + " starts"
                + (cost.anHour() == 0 ? "" : ", about " + cost.anHour() + " an hour"));
        cost.volumes().forEach(volume -> parts.add((cost.atMost() ? "at most " : "") + pulled(volume)));
        if (cost.hub().pulls() > 0) {
            parts.add(hub(cost));
        }
        if (!cost.untold().isEmpty()) {
            parts.add("not known: "
                    + cost.untold().stream().limit(NAMES).map(LoopLine::name).collect(Collectors.joining(", "))
                    + (cost.untold().size() > NAMES ? " and more" : ""));
        }
        return String.join("; ", parts) + ".";
    }

    private static String pulled(Volume volume) {
        String much = gigabytes(volume) + " pulled";
        return switch (volume.way()) {
            case NAT_GATEWAY ->
                much + " through NAT gateway " + volume.through() + priced(volume, LoopCost.NAT_DOLLARS_A_GIGABYTE);
            case INTERFACE_ENDPOINT ->
                much + " through endpoint " + volume.through() + priced(volume, LoopCost.ENDPOINT_DOLLARS_A_GIGABYTE);
            case GATEWAY_ENDPOINT -> much + " through gateway endpoint " + volume.through() + ", which costs nothing";
            case INTERNET -> much + " over the task's own address, which costs nothing";
            case UNTOLD -> much + " by a way that could not be seen";
        };
    }

    private static String priced(Volume volume, double price) {
        String dollars = volume.dollars() < 0.01
                ? "less than a cent"
                : "about " + String.format(Locale.ROOT, "%.2f", volume.dollars()) + " USD";
        return ", " + dollars + " at " + price + " USD a GB, the list price in us-east-1";
    }

    private static String gigabytes(Volume volume) {
        return volume.gigabytes() < 0.1
                ? String.format(Locale.ROOT, "%.0f MB", volume.gigabytes() * 1000)
                : String.format(Locale.ROOT, "%.1f GB", volume.gigabytes());
    }

    private static String hub(LoopCost cost) {
        return cost.hub().pulls() + " pulls from Docker Hub"
                + (cost.hub().byAddress()
                        ? " without login, about " + cost.hub().inSixHours() + " in 6 hours of the "
                                + LoopCost.HUB_LIMIT + " that it allows an address"
                        : " with a login");
    }

    /** {@code service/CLUSTER/NAME} by its last part; an image by its whole name. */
    private static String name(String untold) {
        return untold.startsWith("service/") || untold.startsWith("family/")
                ? "what a start of " + untold.substring(untold.lastIndexOf('/') + 1) + " pulls"
                : "the size of " + Cut.at(100, untold);
    }
}
