package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.Quota;
import io.github.ecsmedic.account.Capacity.Usage;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the quota that the message says is used up, and its value.
 *
 * <p>EC2 has a quota for each family of instance types and the message names none: there the value must be the one that
 * the message tells. Faults: {@code used-up}; {@code stated}, which quota it is could not be found.
 */
public final class ServiceQuota implements Check {
    /** The label of a message that says so. */
    public static final String LABEL = "capacity.quota";

    private static final Duration BEFORE = Duration.ofMinutes(15);
    private static final String FARGATE = "L-3032A538";
    private static final String FARGATE_SPOT = "L-36FBB829";
    private static final String EC2 = "L-1216C47A";
    private static final String EC2_SPOT = "L-34B43A08";
    private static final Pattern LIMIT = Pattern.compile("limit of ([0-9]{1,7})\\b");

    @Override
    public String id() {
        return "service-quota";
    }

    @Override
    public String question() {
        return "Which quota of the account is used up, and how large is it";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Wanted.ACTIONS), "cloudwatch:GetMetricData", "servicequotas:GetServiceQuota");
    }

    /** A quota by its codes. */
    private record Asked(String service, String code) {}

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!inquiry.seen().label().equals(LABEL)) {
            return new NotApplicable("the message tells of no quota");
        }
        Evidence said = new Evidence("The message says that a quota of the account is used up", "message");
        return switch (Wanted.placement(inquiry)) {
            case Unknown<Placement> unknown -> stated(said, "", unknown.why());
            case Known<Placement>(Placement placement, String _) -> read(inquiry, asked(inquiry, placement), said);
        };
    }

    private static Asked asked(Inquiry inquiry, Placement placement) {
        String text = text(inquiry);
        boolean machines =
                text.contains("VcpuLimit") || text.contains("SpotInstance") || text.contains("InstanceLimit");
        boolean fargate = !machines && Wanted.fargate(inquiry, placement);
        boolean spot = text.contains("Spot") || onlySpot(placement);
        return fargate ? new Asked("fargate", spot ? FARGATE_SPOT : FARGATE) : new Asked("ec2", spot ? EC2_SPOT : EC2);
    }

    private static boolean onlySpot(Placement placement) {
        return !placement.strategy().isEmpty()
                && placement.strategy().stream().allMatch(s -> s.provider().equals("FARGATE_SPOT"));
    }

    private static CheckResult read(Inquiry inquiry, Asked asked, Evidence said) {
        return switch (inquiry.account().capacity().quota(asked.service(), asked.code())) {
            case Unknown<Quota> unknown -> stated(said, asked.service(), unknown.why());
            case Known<Quota>(Quota quota, String source) -> {
                long value = (long) quota.value();
                Optional<Long> limit = limit(text(inquiry));
                boolean other = asked.service().equals("ec2") && !limit.equals(Optional.of(value));
                if (other) {
                    yield stated(said, "ec2", "which quota of EC2 it is: " + source);
                }
                Resources named = Resources.of(
                        "quota-service", asked.service(),
                        "quota", asked.code(),
                        "quota-value", Long.toString(value));
                Evidence applied = new Evidence(
                        "Quota " + asked.code() + " (" + quota.name() + ") of this account and region is " + value,
                        source);
                yield withUsage(inquiry, quota, new Failed("used-up", named, said, applied));
            }
        };
    }

    /** Beside the number what was used of it, as far as CloudWatch counts that. */
    private static CheckResult withUsage(Inquiry inquiry, Quota quota, Failed found) {
        Usage usage = quota.usage();
        Instant end = Moment.ofFailure(inquiry).orElse(null);
        if (usage == null || end == null) {
            return unread(
                    found,
                    "how much of the quota was used: "
                            + (usage == null
                                    ? "nobody counts it: servicequotas:GetServiceQuota"
                                    : "the time of the failure is not known: cloudwatch:GetMetricData"));
        }
        return switch (inquiry.account().metrics().used(usage, end.minus(BEFORE), end)) {
            case Unknown<Optional<Double>> unknown -> unread(found, unknown.why());
            case Known<Optional<Double>>(Optional<Double> most, String source) ->
                most.map(used -> used(found, number(used), source))
                        .orElseGet(() ->
                                unread(found, "CloudWatch has no figure of how much of the quota was used: " + source));
        };
    }

    private static CheckResult used(Failed found, String used, String source) {
        List<Evidence> facts = new ArrayList<>(found.evidence());
        facts.add(new Evidence(
                used + " of " + found.resources().first("quota-value")
                        + " was the most in use in the 15 minutes before, counted once a minute",
                source));
        return new Failed(found.fault(), found.resources().and(Resources.of("quota-used", used)), facts, List.of());
    }

    private static CheckResult unread(Failed found, String why) {
        return new Failed(
                found.fault(), found.resources(), found.evidence(), List.of(new Exhibit.Unread(List.of(why))));
    }

    private static String number(double some) {
        return some == Math.rint(some) ? Long.toString((long) some) : Double.toString(some);
    }

    private static CheckResult stated(Evidence said, String service, String why) {
        return new Failed(
                "stated",
                Resources.of("quota-service", service),
                List.of(said),
                List.of(new Exhibit.Unread(List.of(why))));
    }

    private static String text(Inquiry inquiry) {
        Task task = inquiry.task();
        return task == null ? "" : task.stoppedReason();
    }

    private static Optional<Long> limit(String text) {
        Matcher found = LIMIT.matcher(text);
        return found.find() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }
}
