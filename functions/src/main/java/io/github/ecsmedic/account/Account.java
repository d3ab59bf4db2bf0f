package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import java.util.List;
import java.util.Optional;

/**
 * The account as one diagnosis reads it: every fact at most once, whoever asks, and several at the same time.
 *
 * <p>No method throws for what AWS answers or does not answer: that is {@link io.github.ecsmedic.model.Answer.Unknown}.
 */
public interface Account {
    Workloads workloads();

    Deployments deployments();

    Networks networks();

    Names names();

    Roles roles();

    Logs logs();

    Changes changes();

    Balancers balancers();

    /** What runs now; an account that was opened for one failure need not tell. */
    default Running running() {
        return Running.UNTOLD;
    }

    /** All clusters of the region; an account that was opened for one failure need not tell. */
    default Clusters clusters() {
        return Clusters.UNTOLD;
    }

    Images images();

    Capacity capacity();

    Storage storage();

    Vault vault();

    Keys keys();

    LogGroups logGroups();

    /** Who answers within a VPC; an account that was opened for something else need not tell. */
    default Occupants occupants() {
        return Occupants.UNTOLD;
    }

    /** Measured figures; an account that was opened for something else need not tell. */
    default Metrics metrics() {
        return Metrics.UNTOLD;
    }

    /** What has been asked so far. */
    Diagnosis.Cost cost();

    /** Says that all that was asked so far has been waited for: what is asked next comes after it, also in the cost. */
    default void settled() {}

    /** The reads that have brought no fact so far, in the order of what they are told as. */
    default List<Answer.Unknown<?>> unread() {
        return List.of();
    }

    /** Why nothing at all of it can be read, in a sentence; empty when something may be, or nobody has tried. */
    default Optional<String> barred() {
        return Optional.empty();
    }

    /** Whether any read has brought a fact so far. */
    default boolean answered() {
        return true;
    }
}
