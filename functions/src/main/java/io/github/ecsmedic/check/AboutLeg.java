package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;

/** A check that asks about the connection which failed; it does not apply where none did. */
interface AboutLeg extends Check {
    /** Answers for a leg whose destination is known as well as the account tells it. */
    CheckResult run(Inquiry inquiry, Leg leg);

    @Override
    default CheckResult run(Inquiry inquiry) {
        return Leg.of(inquiry)
                .map(leg -> switch (Legs.locate(inquiry, leg)) {
                    case Unknown<Leg> unknown -> CheckResult.Inconclusive.because(unknown);
                    case Known<Leg>(Leg located, String _) -> run(inquiry, located);
                })
                .orElseGet(() -> new CheckResult.NotApplicable("the message tells of no connection that failed"));
    }
}
