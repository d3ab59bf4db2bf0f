package io.github.ecsmedic.model;

import java.util.List;

/**
 * A fix as it is told: what would be done, what became of it, and the commands to paste.
 *
 * @param id a fix id, e.g. {@code create-s3-gateway}
 */
public record Remedy(String id, Tier tier, Decision decision, String reason, List<Command> steps) {
    public Remedy {
        steps = List.copyOf(steps);
    }

    /** Who may start it: we after opt-in, a person by one click, or a person by hand only. */
    public enum Tier {
        AUTOMATIC,
        APPROVAL,
        MANUAL;

        /** The same for a cause that is this sure: one that is not proven drops the fix one level. */
        public Tier at(Certainty certainty) {
            if (certainty == Certainty.PROVEN) {
                return this;
            }
            return switch (this) {
                case AUTOMATIC -> APPROVAL;
                case APPROVAL, MANUAL -> MANUAL;
            };
        }
    }

    /** What became of it. {@code REFUSED} means that it would not help or would harm. */
    public enum Decision {
        PROPOSED,
        APPLIED,
        SKIPPED,
        FAILED,
        REFUSED
    }

    /**
     * One command.
     *
     * @param cli exact text for a shell, with region and real ids
     * @param undo the command that takes it back, or {@code ""} when there is none
     */
    public record Command(String cli, String iamAction, String undo) {}
}
