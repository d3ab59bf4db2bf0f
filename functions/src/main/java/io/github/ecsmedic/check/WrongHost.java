package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.DnsName;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the name that did not resolve can exist at all: a word that stands for a missing value, a region that is
 * none, a registry's domain with a slip of the finger. A name with a redacted part is not judged.
 */
public final class WrongHost implements Check {
    private static final int LONGEST = 253;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "undefined",
            "null",
            "none",
            "nil",
            "nan",
            "region",
            "aws-region",
            "aws_region",
            "awsregion",
            "your-region",
            "your_region",
            "my-region",
            "account-id",
            "account_id",
            "aws_account_id");
    private static final Pattern OF_REGION = Pattern.compile("(?:[a-z0-9._-]+\\.)?(?:api\\.ecr|dkr[.-]ecr|ecr|logs"
            + "|secretsmanager|ssm|kms|elasticfilesystem)(?:-fips)?(?:\\.([a-z0-9_-]+))?"
            + "\\.(amazonaws\\.com\\.cn|amazonaws\\.com|api\\.aws|on\\.aws)");

    @Override
    public String id() {
        return "wrong-host";
    }

    @Override
    public String question() {
        return "Can the host name that was asked exist";
    }

    @Override
    public Set<String> actions() {
        return Set.of();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        String host = DnsName.of(inquiry.seen().facts().get(Fact.HOST));
        if (host.isEmpty()) {
            return new NotApplicable("the message names no host");
        }
        if (!Leg.unresolved(inquiry) && !inquiry.seen().label().equals("logging.bad_config")) {
            return new NotApplicable("the name resolved");
        }
        if (host.contains("*") || host.length() > LONGEST) {
            return new NotApplicable("a part of the name is redacted, or it is no host name");
        }
        Resources named = Resources.of("host", host);
        return placeholder(host, named)
                .or(() -> region(host, inquiry.subject().region(), named))
                .or(() -> slip(host, named))
                .orElseGet(
                        () -> new Passed(named, new Evidence(host + " has the form of a real host name", "message")));
    }

    private static Optional<CheckResult> placeholder(String host, Resources named) {
        return List.of(host.split("\\.", -1)).stream()
                .filter(PLACEHOLDERS::contains)
                .findFirst()
                .map(label -> failed(
                        "placeholder", named, "\"" + label + "\" in " + host + " stands for a value that was not set"));
    }

    private static Optional<CheckResult> region(String host, String here, Resources named) {
        Matcher matcher = OF_REGION.matcher(host);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String region = matcher.group(1);
        if (region == null) {
            return Optional.of(failed("region", named, host + " lacks the region"));
        }
        if (!region.equals(here) && !Regions.known(region)) {
            return Optional.of(failed("region", named, region + " in " + host + " is no region of AWS"));
        }
        boolean china = matcher.group(2).endsWith(".cn");
        boolean classic = matcher.group(2).startsWith("amazonaws");
        return classic && china != region.startsWith("cn-")
                ? Optional.of(failed(
                        "partition", named, "hosts of " + region + " end in amazonaws.com" + (china ? "" : ".cn")))
                : Optional.empty();
    }

    private static Optional<CheckResult> slip(String host, Resources named) {
        return Slips.of(host)
                .map(meant -> failed("typo", named, host + " looks like a slip of the finger for " + meant));
    }

    private static CheckResult failed(String fault, Resources named, String fact) {
        return new Failed(fault, named, new Evidence(fact, "message"));
    }
}
