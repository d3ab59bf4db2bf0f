package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.Optional;

/** AWS by the SDK's default chain. */
final class AwsCloud implements Cloud {
    @Override
    public String region() {
        return AwsAccounts.region().orElse("");
    }

    @Override
    public Account open(String region, Duration budget) {
        return AwsAccounts.open(region, budget);
    }

    @Override
    public String obstacle(String region) {
        return switch (AwsAccounts.reachable(region, "")) {
            case Answer.Known<Optional<String>>(Optional<String> sentence, String source) -> sentence.orElse("");
            case Answer.Unknown<Optional<String>> unknown -> "";
        };
    }
}
