package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Authority;

/** A check that asks about the connection which failed; it does not apply where none did. */
interface AboutLeg extends Check {
    /** Answers for a leg whose destination is known as well as the account tells it. */
    CheckResult run(Inquiry inquiry, Leg leg);

    /** Whether a failure rests on the address to which the name leads, even where the message does not tell it. */
    default boolean restsOnAddress() {
        return false;
    }

    /** Whether a failure concerns only packets that leave the VPC. */
    default boolean overTheInternet() {
        return false;
    }

    /** A zone or a rule of a user's may lead the name elsewhere than it is assumed to lead. */
    private CheckResult weighed(Inquiry inquiry, Leg leg, CheckResult result) {
        boolean assumed = result instanceof CheckResult.Failed
                && restsOnAddress()
                && leg.address().isEmpty()
                && !leg.services().isEmpty();
        if (!assumed || NameQuestion.idle(inquiry, leg).isPresent()) {
            return result;
        }
        return NameQuestion.ask(inquiry, leg, asked -> switch (asked.authority()) {
            case Authority.OfZone(var zone) -> elsewhere("private hosted zone " + zone.id(), asked.host());
            case Authority.OfRule(var rule) -> elsewhere("resolver rule " + rule.id(), asked.host());
            case Authority.OfEndpoint(String zone) ->
                overTheInternet() ? new CheckResult.NotApplicable("an endpoint answers for " + zone) : result;
            case Authority.OfPublic _ -> result;
        });
    }

    private static CheckResult elsewhere(String who, String host) {
        return new CheckResult.Inconclusive(who + " decides where " + host + " leads, and no address is told");
    }

    @Override
    default CheckResult run(Inquiry inquiry) {
        return Leg.of(inquiry)
                .map(leg -> switch (Legs.locate(inquiry, leg)) {
                    case Unknown<Leg> unknown -> CheckResult.Inconclusive.because(unknown);
                    case Known<Leg>(Leg located, String _) -> weighed(inquiry, located, run(inquiry, located));
                })
                .orElseGet(() -> new CheckResult.NotApplicable("the message tells of no connection that failed"));
    }
}
