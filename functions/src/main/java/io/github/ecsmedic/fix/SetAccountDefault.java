package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets instances trunk their network interfaces, so that each takes more tasks. */
public final class SetAccountDefault implements Fix {
    @Override
    public String id() {
        return "set-account-default";
    }

    @Override
    public String says() {
        return "let new instances of the account trunk their network interfaces";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("capacity.eni");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return List.of(new Step.ByHand(
                "ecs:PutAccountSettingDefault", trunking(subject, "enabled"), trunking(subject, "disabled")));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it holds for every cluster of the account in this region, and only for instances that register from then"
                + " on, of types that support it";
    }

    private static List<String> trunking(Subject subject, String value) {
        return Aws.cli(
                subject.region(), "ecs", "put-account-setting-default", "--name", "awsvpcTrunking", "--value", value);
    }
}
