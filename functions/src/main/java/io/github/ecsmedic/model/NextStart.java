package io.github.ecsmedic.model;

import java.util.List;

/**
 * What the next start of a service's task needs, and whether it would get it.
 *
 * @param skipped why nothing was looked at, {@code ""} when it was
 * @param needs in the order in which a start needs them
 * @param fixes for the causes of what would fail
 * @param notChecked what keeps whole parts of the answer from being known
 */
public record NextStart(
        Subject subject, String skipped, List<Need> needs, List<Remedy> fixes, List<Diagnosis.NotChecked> notChecked) {
    public NextStart {
        needs = List.copyOf(needs);
        fixes = List.copyOf(fixes);
        notChecked = List.copyOf(notChecked);
    }

    /** Nothing was looked at. */
    public static NextStart skipped(Subject subject, String why) {
        return new NextStart(subject, why, List.of(), List.of(), List.of());
    }

    /** Whether a start would fail. */
    public boolean wouldFail() {
        return needs.stream().anyMatch(need -> need.outlook() == Outlook.WOULD_FAIL);
    }

    /** Whether something could not be seen. */
    public boolean hasUnseen() {
        return !notChecked.isEmpty() || needs.stream().anyMatch(need -> need.outlook() == Outlook.NOT_SEEN);
    }

    /** The worst of its needs, or {@code skipped}. */
    public String verdict() {
        if (!skipped.isEmpty()) {
            return "skipped";
        }
        return (wouldFail() ? Outlook.WOULD_FAIL : hasUnseen() ? Outlook.NOT_SEEN : Outlook.OK).word();
    }

    /** How a need stands; "could not look" is neither fine nor broken. */
    public enum Outlook {
        OK("ok"),
        NOT_SEEN("not seen"),
        WOULD_FAIL("would fail");

        private final String word;

        Outlook(String word) {
            this.word = word;
        }

        /** As it is told. */
        public String word() {
            return word;
        }
    }

    /**
     * One thing that a start needs.
     *
     * @param leg one word, e.g. {@code layers}
     * @param destination the host that is asked, {@code ""} for what is not reached over the network
     * @param places the subnets or instances for which the outlook holds, none where the place does not matter
     * @param causes proven ones, of all those places
     * @param path the packet's way from the first of them
     */
    public record Need(
            String leg,
            String destination,
            Outlook outlook,
            List<String> places,
            List<Cause> causes,
            List<Diagnosis.Hop> path,
            List<Diagnosis.NotChecked> notChecked) {
        public Need {
            places = List.copyOf(places);
            causes = List.copyOf(causes);
            path = List.copyOf(path);
            notChecked = List.copyOf(notChecked);
        }
    }
}
