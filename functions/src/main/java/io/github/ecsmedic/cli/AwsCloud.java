package io.github.ecsmedic.cli;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.AwsAccounts;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.Optional;

/** AWS by the SDK's default chain. */
final class AwsCloud implements Cloud {
    private String wanted = "";

    @Override
    public String region() {
        return AwsAccounts.region().orElse("");
    }

    @Override
    public Account open(String region, Duration budget) {
        return AwsAccounts.open(region, budget);
    }

    @Override
    public Account open(String region, Duration budget, String account) {
        wanted = account;
        return AwsAccounts.open(region, budget, account);
    }

    @Override
    public Means means() {
        return new AwsMeans();
    }

    @Override
    public Installations installations() {
        return new AwsSites();
    }

    @Override
    public String obstacle(String region) {
        if (!wanted.isEmpty()
                && AwsAccounts.own(region) instanceof Answer.Known<String>(String own, String _)
                && !own.equals(wanted)) {
            return "These credentials are of account " + own + ", and this is about account " + wanted
                    + ": choose others, e.g. by AWS_PROFILE.";
        }
        return switch (AwsAccounts.reachable(region, "")) {
            case Answer.Known<Optional<String>>(Optional<String> sentence, String source) -> sentence.orElse("");
            case Answer.Unknown<Optional<String>> unknown -> "";
        };
    }
}
