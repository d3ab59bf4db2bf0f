package io.github.ecsmedic.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one failure. The causes are ranked, the first is the answer; a part without content is empty.
 *
 * @param label the label of the message, e.g. {@code image_pull.network_timeout}
 * @param alert never {@link AlertClass#JUDGE}
 * @param message the text of AWS that was read, as it came; untrusted
 * @param failedAt when the task stopped or the event was sent; null when neither is known
 * @param tags of its service, for us
 */
public record Diagnosis(
        Subject subject,
        String label,
        AlertClass alert,
        String message,
        @Nullable Instant failedAt,
        Capacity capacity,
        List<Cause> causes,
        List<Cause> sideFindings,
        List<Refuted> refuted,
        List<NotChecked> notChecked,
        List<Hop> path,
        List<AlsoAffected> alsoAffected,
        Looked looked,
        List<Change> changes,
        LogTail log,
        List<Difference> difference,
        List<Remedy> fixes,
        Cost cost,
        OwnerTags tags) {
    public Diagnosis {
        causes = List.copyOf(causes);
        sideFindings = List.copyOf(sideFindings);
        refuted = List.copyOf(refuted);
        notChecked = List.copyOf(notChecked);
        path = List.copyOf(path);
        alsoAffected = List.copyOf(alsoAffected);
        changes = List.copyOf(changes);
        difference = List.copyOf(difference);
        fixes = List.copyOf(fixes);
    }

    /** Of a service whose tags were not read. */
    public Diagnosis(
            Subject subject,
            String label,
            AlertClass alert,
            String message,
            @Nullable Instant failedAt,
            Capacity capacity,
            List<Cause> causes,
            List<Cause> sideFindings,
            List<Refuted> refuted,
            List<NotChecked> notChecked,
            List<Hop> path,
            List<AlsoAffected> alsoAffected,
            Looked looked,
            List<Change> changes,
            LogTail log,
            List<Difference> difference,
            List<Remedy> fixes,
            Cost cost) {
        this(
                subject,
                label,
                alert,
                message,
                failedAt,
                capacity,
                causes,
                sideFindings,
                refuted,
                notChecked,
                path,
                alsoAffected,
                looked,
                changes,
                log,
                difference,
                fixes,
                cost,
                OwnerTags.UNREAD);
    }

    /** The same, about that. */
    public Diagnosis about(Subject other) {
        return with(other, notChecked, fixes, cost, tags);
    }

    /** The same with these fixes. */
    public Diagnosis withFixes(List<Remedy> remedies) {
        return with(subject, notChecked, remedies, cost, tags);
    }

    /** The same with what the owner asks. */
    public Diagnosis tagged(OwnerTags asked) {
        return with(subject, notChecked, fixes, cost, asked);
    }

    /** The same at this cost. */
    public Diagnosis withCost(Cost spent) {
        return with(subject, notChecked, fixes, spent, tags);
    }

    /** The same with these checks that brought no verdict. */
    public Diagnosis withNotChecked(List<NotChecked> unread) {
        return with(subject, unread, fixes, cost, tags);
    }

    private Diagnosis with(Subject about, List<NotChecked> unread, List<Remedy> remedies, Cost spent, OwnerTags asked) {
        return new Diagnosis(
                about,
                label,
                alert,
                message,
                failedAt,
                capacity,
                causes,
                sideFindings,
                refuted,
                unread,
                path,
                alsoAffected,
                looked,
                changes,
                log,
                difference,
                remedies,
                spent,
                asked);
    }

    /**
     * How many tasks the service runs and how many it wants, at the time of the diagnosis.
     *
     * @param running negative when it is not known
     * @param deployment the id of its primary deployment, or {@code ""}
     */
    public record Capacity(int running, int desired, String deployment) {
        /** Of a service whose deployment is not known. */
        public Capacity(int running, int desired) {
            this(running, desired, "");
        }

        /** Not read, or there is no service. */
        public static final Capacity UNKNOWN = new Capacity(-1, -1);

        /** Whether both numbers were read. */
        public boolean known() {
            return running >= 0;
        }

        /** Whether it is known that tasks are missing. */
        public boolean below() {
            return known() && running < desired;
        }
    }

    /** A cause that a fact speaks against. */
    public record Refuted(String id, String because, String source) {}

    /** A check that brought no verdict: {@code why} names the fault and the operation. */
    public record NotChecked(String check, String why) {}

    /** One station of the packet; {@code verdict} is {@code passed}, {@code failed}, {@code not applicable} or {@code inconclusive}. */
    public record Hop(String hop, String id, String verdict, String says) {}

    /** Another service that uses the broken object. */
    public record AlsoAffected(String service, String through) {}

    /** How many services of the cluster were looked at, of how many; {@code of} is 0 when that is not known. */
    public record Looked(int services, int of) {
        public static final Looked NONE = new Looked(0, 0);
    }

    /** A change to an object of the finding. */
    public record Change(Instant at, String by, String event, String resource) {}

    /** A field in which the failing revision differs from the last good one. */
    public record Difference(String field, String before, String after) {}

    /**
     * What the diagnosis cost.
     *
     * @param apiCalls AWS requests sent
     * @param criticalPath the longest chain of requests that had to wait for each other
     * @param millis wall time in milliseconds
     */
    public record Cost(int apiCalls, int criticalPath, long millis) {
        public static final Cost NONE = new Cost(0, 0, 0);
    }
}
