package io.github.ecsmedic.mend;

import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.mend.Snapshot.Rules;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the installation allows, beside what is read at each act.
 *
 * @param otherwise what holds for objects without tags
 * @param approvers ids of the people who may allow a fix
 * @param two ids of the fixes that two people have to allow
 * @param dryRun whether everything is done but the request itself
 */
public record Standing(OptIn otherwise, Set<String> approvers, Set<String> two, boolean dryRun) {
    /** Fixes that change the names of a whole VPC: two people have to allow them, whatever the settings say. */
    public static final Set<String> OF_A_VPC = Set.of("enable-vpc-dns", "enable-endpoint-private-dns");

    public Standing {
        approvers = Set.copyOf(approvers);
        two = Set.copyOf(two);
    }

    /** As the settings say. */
    public static Standing of(FixSettings settings) {
        Set<String> two = new TreeSet<>(OF_A_VPC);
        two.addAll(settings.two());
        Mode mode = Mode.of(settings.mode()).orElse(Mode.NOTIFY);
        return new Standing(new OptIn(mode, settings.auto()), settings.approvers(), two, settings.dryRun());
    }

    /** At the hands of these people, who mean it: they may allow it, and it is no dry run. */
    public Standing byHand(Set<String> people) {
        return new Standing(otherwise, people, two, false);
    }

    /** The same where one person is always enough. */
    public Standing byOne() {
        return new Standing(otherwise, approvers, Set.of(), dryRun);
    }

    /** Whether so many people are enough for the plan. */
    public boolean enough(Plan plan, int people) {
        return people >= (two.contains(plan.fix()) ? 2 : 1);
    }

    /** With what the world says now. */
    public Rules rules(Outlook outlook) {
        return new Rules(outlook.cap(), otherwise, approvers, two, dryRun, outlook.freezes());
    }
}
