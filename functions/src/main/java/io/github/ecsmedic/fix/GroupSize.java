package io.github.ecsmedic.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the size of an Auto Scaling group. */
public record GroupSize(String region, String group, Size from, Size to) implements Request {
    /** {@code desired} is null when it is left alone. */
    public record Size(int most, @Nullable Integer desired) {
        String text() {
            return most + (desired == null ? "" : "/" + desired);
        }
    }

    @Override
    public String iamAction() {
        return "autoscaling:UpdateAutoScalingGroup";
    }

    @Override
    public List<String> argv() {
        List<String> command = new ArrayList<>(List.of(
                "autoscaling",
                "update-auto-scaling-group",
                "--auto-scaling-group-name",
                group,
                "--max-size",
                Integer.toString(to.most())));
        if (to.desired() != null) {
            command.addAll(List.of("--desired-capacity", Integer.toString(to.desired())));
        }
        return Aws.cli(region, command);
    }

    @Override
    public String before() {
        return from.text();
    }

    @Override
    public String after() {
        return to.text();
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.of(new GroupSize(region, group, to, from));
    }
}
