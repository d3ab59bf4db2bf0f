package io.github.ecsmedic.infra;

import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.model.Remedy.Tier;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be changed, and who says so.
 *
 * @param on whether there is a function that can change anything; without it ECS Medic only tells
 * @param mode what holds for objects without tags
 * @param auto ids of the fixes that may start by themselves in mode {@code auto}, space between
 * @param approvers ids in Slack, or ARNs, of the people who may allow a fix, space between
 * @param two ids of the fixes that two people have to allow, space between
 * @param dryRun whether all is done but the request itself
 * @param calendars names or ARNs of change calendars, space between
 */
public record Fixes(
        boolean on, Mode mode, String auto, String approvers, String two, boolean dryRun, String calendars) {
    static final Fixes NONE = new Fixes(false, Mode.NOTIFY, "", "", "", true, "");

    /**
     * Whether its requests can ever be sent: in a dry run none is, and without anybody who may allow one only those are
     * that start by themselves. The role is given no more.
     */
    boolean may(Fix fix) {
        return on && !dryRun && (!approvers.isEmpty() || fix.tier() == Tier.AUTOMATIC);
    }

    /** As the functions read it. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        if (on) {
            environment.put(FixSettings.FIXES, "on");
            environment.put(FixSettings.MODE, mode.word());
            environment.put(FixSettings.DRY_RUN, dryRun ? "on" : "off");
            put(environment, FixSettings.AUTO, auto);
            put(environment, FixSettings.APPROVERS, approvers);
            put(environment, FixSettings.TWO_PEOPLE, two);
            put(environment, FixSettings.CALENDARS, calendars);
        }
        return environment;
    }

    private static void put(Map<String, String> environment, String key, String value) {
        if (!value.isEmpty()) {
            environment.put(key, value);
        }
    }
}
