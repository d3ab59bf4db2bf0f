package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.fix.EnableVpcDns;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackButtonTest {
    private static final Incident INCIDENT =
            Bulletins.opened(Diagnoses.noRoute()).incident();
    private static final Plans NONE = new Plans(List.of());
    private static final Plans DNS = new Plans(List.of(new EnableVpcDns()));

    private static Incident dnsOff(Remedy.Tier tier, Remedy.Decision decision) {
        Cause cause = new Cause(
                "dns.vpc_attributes_off",
                Certainty.PROVEN,
                "It is off",
                Resources.of("vpc", "vpc-0aa1", "dns-attribute-off", "enableDnsSupport"),
                List.of());
        Remedy fix =
                new Remedy("enable-vpc-dns", tier, decision, "", List.of(new Remedy.Command("aws ec2 x", "ec2:X", "")));
        return Bulletins.opened(new Diagnoses.Draft(INCIDENT.diagnosis().subject(), "app.exit_nonzero")
                        .cause(cause)
                        .fix(fix)
                        .done())
                .incident();
    }

    @Test
    void buttons_whileNoFixRuns_areThoseThatQuietIt() {
        assertThat(SlackButton.of(INCIDENT, NONE))
                .containsExactly(
                        new SlackButton(SlackAction.SNOOZE_1H, "Snooze 1 h", "i-1"),
                        new SlackButton(SlackAction.SNOOZE_1D, "Snooze 1 day", "i-1"),
                        new SlackButton(SlackAction.NOT_USEFUL, "Not useful", "i-1"));
    }

    @Test
    void buttons_withAFixThatRuns_beginWithIt_boundToItsPlan() {
        Incident incident = dnsOff(Remedy.Tier.APPROVAL, Remedy.Decision.PROPOSED);
        String plan = DNS.of(incident, "enable-vpc-dns").orElseThrow().hash();
        assertThat(SlackButton.of(incident, DNS).getFirst())
                .isEqualTo(new SlackButton(SlackAction.APPLY_FIX, "Apply fix", "i-1 " + plan));
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL, PROPOSED, true",
        "AUTOMATIC, PROPOSED, true",
        "MANUAL, PROPOSED, false",
        "APPROVAL, REFUSED, false",
        "APPROVAL, APPLIED, false"
    })
    void fix_isApprovable_whenAPersonsWordIsAllItNeeds(Remedy.Tier tier, Remedy.Decision decision, boolean approvable) {
        Incident incident = dnsOff(tier, decision);
        assertThat(SlackButton.approvable(incident, DNS).isPresent()).isEqualTo(approvable);
        assertThat(SlackButton.approvable(incident, NONE)).isEmpty();
    }

    @Test
    void fixThatIsUnderWay_isOfferedOnlyWhileOneMoreWordIsNeeded() {
        Incident incident = dnsOff(Remedy.Tier.APPROVAL, Remedy.Decision.PROPOSED);
        Treatment wish = DNS.wanted(incident, "enable-vpc-dns", List.of("U1"), incident.openedAt())
                .orElseThrow();
        Treatment waits = wish.to(Treatment.State.WANTED, "one more person has to allow it", wish.at());
        assertThat(SlackButton.approvable(incident.treated(wish), DNS)).isEmpty();
        assertThat(SlackButton.approvable(incident.treated(waits), DNS)).isPresent();
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
