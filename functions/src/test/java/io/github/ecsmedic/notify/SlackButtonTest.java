package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.model.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackButtonTest {
    private static final Incident INCIDENT =
            Bulletins.opened(Diagnoses.noRoute()).incident();

    private static Remedy fix(Remedy.Tier tier, Remedy.Decision decision, String... commands) {
        return new Remedy(
                "x",
                tier,
                decision,
                "",
                List.of(commands).stream()
                        .map(cli -> new Remedy.Command(cli, "", ""))
                        .toList());
    }

    @Test
    void buttons_whileNoFixRuns_areThoseThatQuietIt() {
        assertThat(SlackButton.of(INCIDENT))
                .containsExactly(
                        new SlackButton(SlackAction.SNOOZE_1H, "Snooze 1 h", "i-1"),
                        new SlackButton(SlackAction.SNOOZE_1D, "Snooze 1 day", "i-1"),
                        new SlackButton(SlackAction.NOT_USEFUL, "Not useful", "i-1"));
    }

    @Test
    void buttons_withAFixThatRuns_beginWithIt() {
        Incident incident = Bulletins.opened(Diagnoses.s3GatewayMissing()).incident();
        Remedy shown = incident.diagnosis().fixes().getFirst();
        assertThat(SlackButton.of(incident, _ -> true).getFirst())
                .isEqualTo(new SlackButton(SlackAction.APPLY_FIX, "Apply fix", "i-1 " + SlackButton.planHash(shown)));
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL, PROPOSED, runs, true",
        "AUTOMATIC, PROPOSED, runs, true",
        "MANUAL, PROPOSED, runs, false",
        "APPROVAL, REFUSED, runs, false",
        "APPROVAL, APPLIED, runs, false",
        "APPROVAL, PROPOSED, does not, false"
    })
    void fix_isApprovable_whenAPersonsWordIsAllItNeeds(
            Remedy.Tier tier, Remedy.Decision decision, String second, boolean approvable) {
        var diagnosis = new Diagnoses.Draft(INCIDENT.diagnosis().subject(), "app.exit_nonzero")
                .fix(fix(tier, decision, "runs", second))
                .done();
        assertThat(SlackButton.approvable(diagnosis, step -> step.cli().equals("runs")))
                .matches(found -> found.isPresent() == approvable);
    }

    @Test
    void planHash_ofOtherSteps_isAnotherOne() {
        String hash = SlackButton.planHash(fix(Remedy.Tier.APPROVAL, Remedy.Decision.PROPOSED, "a", "b"));
        assertThat(hash)
                .hasSize(16)
                .isEqualTo(SlackButton.planHash(fix(Remedy.Tier.MANUAL, Remedy.Decision.PROPOSED, "a", "b")))
                .isNotEqualTo(SlackButton.planHash(fix(Remedy.Tier.APPROVAL, Remedy.Decision.PROPOSED, "b", "a")))
                .isNotEqualTo(SlackButton.planHash(fix(Remedy.Tier.APPROVAL, Remedy.Decision.PROPOSED, "ab")));
    }

    @Test
    void message_withoutAReaderOfPresses_hasNoButtons() {
        Bulletin told = Bulletins.opened(Diagnoses.noRoute());
        SlackOptions silent = new SlackOptions(MessageOptions.DEFAULT, "C1", false, QuietHours.NONE);
        SlackOptions heard = new SlackOptions(MessageOptions.DEFAULT, "C1", true, QuietHours.NONE);
        assertThat(SlackMessage.root(told, silent).json(json -> {})).doesNotContain("\"actions\"");
        assertThat(SlackMessage.root(told, heard).json(json -> {}))
                .contains("\"actions\"", "\"action_id\":\"snooze-1h\"", "\"value\":\"i-1\"")
                .doesNotContain("apply-fix");
        assertThat(SlackMessage.root(Bulletins.resolved(Diagnoses.noRoute()), heard)
                        .json(json -> {}))
                .doesNotContain("\"actions\"");
        assertThat(SlackMessage.of(told, heard)).doesNotContain("\"actions\"");
    }
}
