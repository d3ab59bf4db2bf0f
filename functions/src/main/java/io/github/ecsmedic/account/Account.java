package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Diagnosis;

/**
 * The account as one diagnosis reads it: every fact at most once, whoever asks, and several at the same time.
 *
 * <p>No method throws for what AWS answers or does not answer: that is {@link io.github.ecsmedic.model.Answer.Unknown}.
 */
public interface Account {
    Workloads workloads();

    Networks networks();

    Names names();

    Roles roles();

    Logs logs();

    /** What has been asked so far. */
    Diagnosis.Cost cost();

    /** Whether any read has brought a fact so far. */
    default boolean answered() {
        return true;
    }
}
