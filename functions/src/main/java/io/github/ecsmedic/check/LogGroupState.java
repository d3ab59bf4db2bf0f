package io.github.ecsmedic.check;

import io.github.ecsmedic.account.LogGroups.Group;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.LogTargets.LogTarget;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the log group exists in the region of the log options; one that the driver may create itself is never
 * missing.
 *
 * <p>Its fault is {@code missing}. What the message itself says is not asked again.
 */
public final class LogGroupState implements Check {
    private static final int MOST = 4;

    @Override
    public String id() {
        return "log-group";
    }

    @Override
    public String question() {
        return "Does the log group exist in the region of the log options";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(LogTargets.ACTIONS), "logs:DescribeLogGroups");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return switch (inquiry.seen().label()) {
            case "logging.log_group_missing" -> stated(inquiry);
            case "logging.unknown" -> Reads.then(LogTargets.of(inquiry), (all, _) -> look(inquiry, all));
            default -> new NotApplicable("the message does not leave open whether the log group exists");
        };
    }

    private static CheckResult stated(Inquiry inquiry) {
        String said = inquiry.seen().facts().get(Fact.LOG_GROUP);
        Optional<LogTarget> target = LogTargets.of(inquiry) instanceof Known<List<LogTarget>>(var all, String _)
                ? all.stream()
                        .filter(t -> said.isEmpty() || t.group().equals(said))
                        .findFirst()
                : Optional.empty();
        String group = target.map(LogTarget::group).orElse(said);
        String region = target.map(LogTarget::region).orElse("");
        Failed missing = new Failed(
                "missing",
                Resources.of("log-group", group, "log-region", region),
                new Evidence(
                        "The message says that the log group" + (group.isEmpty() ? "" : " " + group)
                                + " does not exist",
                        "message"));
        return target.map(t -> near(inquiry, t)).orElse(Near.NOTHING).with(missing);
    }

    private static CheckResult look(Inquiry inquiry, List<LogTarget> all) {
        List<LogTarget> asked =
                all.stream().filter(t -> !t.creates()).limit(MOST).toList();
        if (asked.isEmpty()) {
            return new NotApplicable(
                    all.isEmpty()
                            ? "no container logs to CloudWatch Logs"
                            : "the driver may create the log group itself");
        }
        List<Evidence> fine = new ArrayList<>();
        for (LogTarget target : asked) {
            switch (inquiry.account().logGroups().startingWith(target.region(), target.group())) {
                case Unknown<List<Group>> unknown -> {
                    return Inconclusive.because(unknown);
                }
                case Known<List<Group>>(List<Group> found, String source) -> {
                    if (found.stream().noneMatch(g -> g.name().equals(target.group()))) {
                        return missing(inquiry, target, source);
                    }
                    fine.add(new Evidence("Log group " + target.group() + " exists in " + target.region(), source));
                }
            }
        }
        return new Passed(Resources.of("log-group", asked.getFirst().group()), fine, List.of());
    }

    private static CheckResult missing(Inquiry inquiry, LogTarget target, String source) {
        return near(inquiry, target)
                .with(new Failed(
                        "missing",
                        Resources.of("log-group", target.group(), "log-region", target.region()),
                        new Evidence("There is no log group " + target.group() + " in " + target.region(), source)));
    }

    /** The same name in the task's own region, or a name like it; with at most two requests. */
    private static Near near(Inquiry inquiry, LogTarget target) {
        String here = inquiry.subject().region();
        Near near = Near.NOTHING;
        if (!target.region().equals(here)) {
            near = near.and(among(inquiry, here, target.group(), target.group()));
        }
        return near.isEmpty()
                ? near.and(among(
                        inquiry,
                        target.region(),
                        NearName.places(target.group()).getFirst(),
                        target.group()))
                : near;
    }

    private static Near among(Inquiry inquiry, String region, String prefix, String wanted) {
        return switch (inquiry.account().logGroups().startingWith(region, prefix)) {
            case Unknown<List<Group>> unknown -> Near.unread(unknown);
            case Known<List<Group>>(List<Group> groups, String source) -> {
                List<String> names = groups.stream().map(Group::name).toList();
                boolean same = prefix.equals(wanted) && names.contains(wanted);
                Optional<String> like = same
                        ? Optional.of(wanted)
                        : prefix.equals(wanted) ? Optional.empty() : NearName.of(wanted, names);
                yield like.map(name -> Near.found(
                                same ? "other-region" : "near-log-group",
                                same ? region : name,
                                new Evidence("There is a log group " + name + " in " + region, source)))
                        .orElse(Near.NOTHING);
            }
        };
    }
}
