package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A button, with what is sent to us when somebody presses it. */
record SlackButton(SlackAction action, String label, String value) {
    /** Those of an incident that is not over. */
    static List<SlackButton> of(Incident incident) {
        return of(incident, SlackButton::runs);
    }

    static List<SlackButton> of(Incident incident, Predicate<Remedy.Command> runs) {
        String id = SlackAction.value(incident.id());
        List<SlackButton> buttons = new ArrayList<>();
        approvable(incident.diagnosis(), runs)
                .ifPresent(fix -> buttons.add(new SlackButton(
                        SlackAction.APPLY_FIX, "Apply fix", SlackAction.value(incident.id(), planHash(fix)))));
        buttons.add(new SlackButton(SlackAction.SNOOZE_1H, "Snooze 1 h", id));
        buttons.add(new SlackButton(SlackAction.SNOOZE_1D, "Snooze 1 day", id));
        buttons.add(new SlackButton(SlackAction.NOT_USEFUL, "Not useful", id));
        return buttons;
    }

    /** No command can be run by us yet. */
    static boolean runs(Remedy.Command step) {
        return false;
    }

    /** The fix that the message shows, if a person's word is all that it needs and every step of it can be run. */
    static Optional<Remedy> approvable(Diagnosis diagnosis, Predicate<Remedy.Command> runs) {
        return Wording.fix(diagnosis)
                .filter(fix -> fix.tier() != Remedy.Tier.MANUAL)
                .filter(fix -> fix.decision() == Remedy.Decision.PROPOSED)
                .filter(fix -> fix.steps().stream().allMatch(runs));
    }

    /** By which it is known that what is approved is what was shown. */
    static String planHash(Remedy fix) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            fix.steps().forEach(step -> digest.update((step.cli() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
