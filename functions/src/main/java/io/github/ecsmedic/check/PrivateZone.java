package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.Authority;
import io.github.ecsmedic.network.ZoneAnswer;
import java.util.List;
import java.util.Set;

/**
 * Asks whether a private hosted zone of a user's answers for the name, and what.
 *
 * <p>A zone without the record hides the public name ({@code shadows}); one that leads to the very address that was
 * dialled misleads; one that has another answer ({@code answers}) is no fault by itself, but it means that the VPC
 * expects the service elsewhere than at an endpoint of its own.
 */
public final class PrivateZone implements AboutLeg {
    @Override
    public String id() {
        return "private-zone";
    }

    @Override
    public String question() {
        return "Does a private hosted zone of the VPC answer for the name in place of the public one";
    }

    @Override
    public Set<String> actions() {
        return NameQuestion.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        return NameQuestion.ask(
                inquiry, leg, asked -> Reads.then(asked.found().zones(), (_, source) -> verdict(leg, asked, source)));
    }

    private static CheckResult verdict(Leg leg, NameQuestion asked, String source) {
        return switch (asked.authority()) {
            case Authority.OfZone(HostedZone zone) ->
                Reads.then(zone.records(), (records, from) -> decides(leg, asked, zone, records, from));
            case Authority.OfRule(var rule) -> passed(asked, "Resolver rule " + rule.id() + " decides on", source);
            case Authority.OfEndpoint(String domain) ->
                passed(asked, "The endpoint's own private zone " + domain + " decides on", source);
            case Authority.OfPublic() -> passed(asked, "No private hosted zone decides on", source);
        };
    }

    private static CheckResult passed(NameQuestion asked, String what, String source) {
        return asked.unseen()
                .<CheckResult>map(Inconclusive::new)
                .orElseGet(() -> new Passed(
                        asked.place().resources(),
                        new Evidence(
                                what + " " + asked.host() + " in "
                                        + asked.place().subnet().vpcId(),
                                source)));
    }

    private static CheckResult decides(
            Leg leg, NameQuestion asked, HostedZone zone, List<RecordSet> records, String source) {
        List<String> values = ZoneAnswer.of(zone.name(), records, asked.host());
        Resources named = asked.place()
                .resources()
                .and(Resources.of("hosted-zone", zone.id(), "profile", zone.profile(), "host", asked.host()));
        boolean read = asked.unread().isEmpty();
        if (!values.isEmpty() && !asked.lookup() && read && !asked.effective()) {
            return idle(asked);
        }
        if (!values.isEmpty()) {
            Evidence fact = new Evidence(
                    "Private hosted zone " + zone.id() + " (" + zone.name() + ") resolves " + asked.host() + " to "
                            + String.join(", ", values),
                    source);
            return asked.lookup()
                    ? new Passed(named, fact)
                    : new Failed(values.contains(leg.address()) ? "misleads" : "answers", named, fact);
        }
        Evidence fact = new Evidence(
                "Private hosted zone " + zone.id() + " (" + zone.name() + ") answers for " + asked.host() + " in "
                        + asked.place().subnet().vpcId() + " and has no record of it",
                source);
        return asked.lookup()
                ? without(asked, new Failed("shadows", named, fact))
                : new Inconclusive("private hosted zone " + zone.id() + " has no record of " + asked.host()
                        + ", which resolved all the same: " + source);
    }

    private static CheckResult idle(NameQuestion asked) {
        return new NotApplicable("private hosted zones have no effect in "
                + asked.place().subnet().vpcId() + " while its DNS attributes are off");
    }

    /** A zone hides a name only where private zones have an effect and no endpoint brings a closer one. */
    private static CheckResult without(NameQuestion asked, Failed failed) {
        if (asked.unread().isPresent()) {
            return asked.unread().get();
        }
        if (!asked.effective()) {
            return idle(asked);
        }
        return switch (asked.found().endpoints()) {
            case Known<List<Endpoint>> _ -> failed;
            case Unknown<List<Endpoint>> unknown ->
                Hosts.services(asked.host()).isEmpty() ? failed : Inconclusive.because(unknown);
        };
    }
}
