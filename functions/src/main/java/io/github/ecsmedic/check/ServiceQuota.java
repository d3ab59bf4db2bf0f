package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.Quota;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
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
        return Reads.actions(List.of(Wanted.ACTIONS), "servicequotas:GetServiceQuota");
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
                yield new Failed(
                        "used-up",
                        Resources.of(
                                "quota-service", asked.service(),
                                "quota", asked.code(),
                                "quota-value", Long.toString(value)),
                        said,
                        new Evidence(
                                "Quota " + asked.code() + " (" + quota.name() + ") of this account and region is "
                                        + value,
                                source));
            }
        };
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
