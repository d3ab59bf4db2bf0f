package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Changes one setting of a target group's health check.
 *
 * @param from what it is now, or {@code ""} when that is not known
 */
public record TargetGroupSetting(String region, String group, Setting setting, String from, String to)
        implements Request {
    /** What can be changed. */
    public enum Setting {
        HEALTH_CHECK_PATH,
        HEALTH_CHECK_PORT,
        MATCHER;

        String option() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String iamAction() {
        return "elasticloadbalancing:ModifyTargetGroup";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "elbv2",
                "modify-target-group",
                "--target-group-arn",
                group,
                setting.option(),
                setting == Setting.MATCHER ? "HttpCode=" + to : to);
    }

    @Override
    public String before() {
        return from;
    }

    @Override
    public String after() {
        return to;
    }

    @Override
    public Optional<Request> inverse() {
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(new TargetGroupSetting(region, group, setting, to, from));
    }
}
