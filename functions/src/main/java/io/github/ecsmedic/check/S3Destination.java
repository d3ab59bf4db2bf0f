package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** Tells image layers from the registry: both show the registry's name, only the address differs. */
public final class S3Destination implements Check {
    @Override
    public String id() {
        return "s3-destination";
    }

    @Override
    public String question() {
        return "Do the packets go to Amazon S3";
    }

    @Override
    public Set<String> actions() {
        return Legs.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable("the name did not resolve, so no packet was sent to it");
        }
        return Leg.of(inquiry)
                .map(leg -> switch (Legs.locate(inquiry, leg)) {
                    case Unknown<Leg> unknown -> CheckResult.Inconclusive.because(unknown);
                    case Known<Leg>(Leg located, String source) -> verdict(inquiry, located, source);
                })
                .orElseGet(() -> new NotApplicable("the message tells of no connection that failed"));
    }

    private static CheckResult verdict(Inquiry inquiry, Leg leg, String source) {
        String region = inquiry.subject().region();
        if (leg.s3()) {
            String fact = source.equals("message") || leg.address().isEmpty()
                    ? (leg.stage() == Stage.LAYERS ? "Image layers of Amazon ECR" : "Environment files")
                            + " come from Amazon S3"
                    : leg.address() + " is an address of Amazon S3 in " + region;
            return new CheckResult.Passed(Resources.NONE, List.of(new Evidence(fact, source)), name(inquiry, leg));
        }
        String fact = source.equals("message") || leg.address().isEmpty()
                ? "The connection goes to " + leg.destination() + ", not to Amazon S3"
                : leg.address() + " is not an address of Amazon S3 in " + region;
        return new CheckResult.Failed(
                "elsewhere", Resources.NONE, List.of(new Evidence(fact, source)), name(inquiry, leg));
    }

    /** What became of the name, as far as the message tells. */
    private static List<Exhibit> name(Inquiry inquiry, Leg leg) {
        if (Leg.unresolved(inquiry)) {
            return Stops.name(leg, "failed", leg.host() + " did not resolve");
        }
        return leg.address().isEmpty() || leg.host().isEmpty()
                ? List.of()
                : Stops.name(
                        leg,
                        "passed",
                        (leg.s3() && !Hosts.s3(leg.host()) ? "sends on to Amazon S3 at " : "resolved to ")
                                + leg.address());
    }
}
