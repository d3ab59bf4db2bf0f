package io.github.ecsmedic.check;

import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks whether all that the VPC's Route 53 Profiles bring was seen; no list of the VPC's own zones and rules shows it. */
public final class ProfileOfVpc implements AboutLeg {
    @Override
    public String id() {
        return "dns-profile";
    }

    @Override
    public String question() {
        return "Is everything seen that Route 53 Profiles bring into the VPC";
    }

    @Override
    public Set<String> actions() {
        return NameQuestion.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        return NameQuestion.ask(
                inquiry,
                leg,
                asked -> Reads.then(
                        asked.found().profiles(),
                        (profiles, source) -> asked.unseen()
                                .<CheckResult>map(Inconclusive::new)
                                .orElseGet(() -> seen(asked, profiles, source))));
    }

    private static CheckResult seen(NameQuestion asked, List<DnsProfile> profiles, String source) {
        String vpc = asked.place().subnet().vpcId();
        String fact = profiles.isEmpty()
                ? "No Route 53 Profile is associated with " + vpc
                : profiles.stream().map(ProfileOfVpc::contents).collect(Collectors.joining("; "));
        return new Passed(
                asked.place()
                        .resources()
                        .and(new Resources(profiles.stream()
                                .map(profile -> new Resource("associated-profile", profile.id()))
                                .toList())),
                new Evidence(fact, source));
    }

    private static String contents(DnsProfile profile) {
        return "Route 53 Profile " + profile.id() + " brings " + profile.zones().size() + " hosted zone(s) and "
                + profile.rules().size() + " resolver rule(s)";
    }
}
