package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Opens the account that the process's credentials belong to. */
public final class AwsAccounts {
    private AwsAccounts() {}

    /** The account for one diagnosis; what has not answered when the budget is over is unknown. */
    public static Account open(String region, Duration budget) {
        return new SdkAccount(Clients.in(region), budget);
    }

    /**
     * Why nothing of the cluster could be read, in one sentence that says how to mend it; empty when it can be read.
     * Unknown when that could not be found out, because the question itself was refused: reads may still work.
     *
     * @param cluster {@code ""} when only the account matters
     */
    public static Answer<Optional<String>> reachable(String region, String cluster) {
        return new Reachability(region, Clients.in(region)).of(cluster);
    }

    /** The region that the environment or the profile names, as for every tool of AWS; empty when none does. */
    public static Optional<String> region() {
        try {
            return Optional.of(
                    DefaultAwsRegionProviderChain.builder().build().getRegion().id());
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }
}
