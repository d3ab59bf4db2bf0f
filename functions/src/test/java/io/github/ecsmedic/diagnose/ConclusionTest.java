package io.github.ecsmedic.diagnose;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.Diagnosis.Refuted;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConclusionTest {
    private static final Failed NO_ROUTE =
            new Failed("no-route", Resources.of("route-table", "rtb-1"), new Evidence("no way out", "ec2:Routes"));
    private static final Passed ENDPOINT =
            new Passed(Resources.of("endpoint", "vpce-1"), new Evidence("there is an endpoint", "ec2:Endpoints"));
    private static final Inconclusive DENIED = new Inconclusive("AccessDenied: ec2:Routes");

    @Test
    void cause_everyConditionMet_isProvenWithAllResourcesAndEvidence() {
        Conclusion conclusion = conclude(
                Map.of("path", NO_ROUTE, "endpoint", ENDPOINT), rule("net.a", fails("path"), passes("endpoint")));

        assertThat(conclusion)
                .isEqualTo(new Conclusion(
                        List.of(new Cause(
                                "net.a",
                                Certainty.PROVEN,
                                "net.a it is",
                                Resources.of("route-table", "rtb-1", "endpoint", "vpce-1"),
                                List.of(
                                        new Evidence("no way out", "ec2:Routes"),
                                        new Evidence("there is an endpoint", "ec2:Endpoints")))),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void cause_firstConditionMetAndAnotherUnread_isProbableAndSaysWhatWasNotRead() {
        Conclusion conclusion = conclude(
                Map.of("path", DENIED, "endpoint", ENDPOINT), rule("net.a", passes("endpoint"), fails("path")));

        assertThat(conclusion.causes()).extracting(Cause::certainty).containsExactly(Certainty.PROBABLE);
        assertThat(conclusion.notChecked()).containsExactly(new NotChecked("path", "AccessDenied: ec2:Routes"));
    }

    @Test
    void cause_onlyALaterConditionMet_isPossibleAndNoCause() {
        Conclusion conclusion = conclude(
                Map.of("path", DENIED, "endpoint", ENDPOINT), rule("net.a", fails("path"), passes("endpoint")));

        assertThat(conclusion.causes()).isEmpty();
        assertThat(conclusion.possible()).extracting(Cause::certainty).containsExactly(Certainty.POSSIBLE);
    }

    @Test
    void cause_onlyNothingAgainstIt_isNotEvenPossible() {
        Conclusion conclusion = conclude(
                Map.of("path", DENIED, "endpoint", ENDPOINT), rule("net.a", fails("path"), doesNotFail("endpoint")));

        assertThat(conclusion.possible()).isEmpty();
    }

    @Test
    void cause_possible_saysWhatItMeansAndNamesNothingUnread() {
        Conclusion conclusion = conclude(
                Map.of("path", DENIED, "endpoint", ENDPOINT), rule("net.a", fails("path"), passes("endpoint")));

        assertThat(conclusion.possible()).extracting(Cause::summary).containsExactly("net.a means");
    }

    @Test
    void cause_nothingRead_isNotEvenPossible() {
        Conclusion conclusion =
                conclude(Map.of("path", DENIED, "endpoint", DENIED), rule("net.a", fails("path"), fails("endpoint")));

        assertThat(conclusion.causes()).isEmpty();
        assertThat(conclusion.possible()).isEmpty();
    }

    @Test
    void cause_oneConditionContradicted_isRefutedByThatFact() {
        Conclusion conclusion = conclude(
                Map.of("path", NO_ROUTE, "endpoint", ENDPOINT), rule("net.a", fails("path"), fails("endpoint")));

        assertThat(conclusion)
                .isEqualTo(new Conclusion(
                        List.of(),
                        List.of(),
                        List.of(new Refuted("net.a", "there is an endpoint", "ec2:Endpoints")),
                        List.of()));
    }

    @Test
    void cause_contradictedByACheckThatDidNotApply_isNotCalledRefuted() {
        Conclusion conclusion = conclude(Map.of("path", new NotApplicable("no subnet")), rule("net.a", fails("path")));

        assertThat(conclusion).isEqualTo(new Conclusion(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void causes_bothProven_rankAsTheCatalogueOrdersThem() {
        Map<String, CheckResult> verdicts = Map.of("path", NO_ROUTE, "endpoint", ENDPOINT);

        assertThat(conclude(verdicts, rule("net.a", fails("path")), rule("net.b", passes("endpoint")))
                        .causes())
                .extracting(Cause::id)
                .containsExactly("net.a", "net.b");
        assertThat(conclude(verdicts, rule("net.b", passes("endpoint")), rule("net.a", fails("path")))
                        .causes())
                .extracting(Cause::id)
                .containsExactly("net.b", "net.a");
    }

    @Test
    void causes_provenAfterProbable_rankFirst() {
        Conclusion conclusion = conclude(
                Map.of("path", NO_ROUTE, "endpoint", ENDPOINT, "acl", DENIED),
                rule("net.probable", fails("path"), fails("acl")),
                rule("net.proven", fails("path"), passes("endpoint")));

        assertThat(conclusion.causes()).extracting(Cause::id).containsExactly("net.proven", "net.probable");
    }

    @Test
    void causes_coarserOneOnTheSameChecks_isDropped() {
        Conclusion conclusion = conclude(
                Map.of("path", NO_ROUTE, "endpoint", ENDPOINT),
                rule("net.specific", passes("endpoint"), fails("path")),
                rule("net.coarse", fails("path")));

        assertThat(conclusion.causes()).extracting(Cause::id).containsExactly("net.specific");
    }

    @ParameterizedTest
    @CsvSource({
        "fails,       failed,       MET",
        "fails,       otherFault,   CONTRADICTED",
        "fails,       passed,       CONTRADICTED",
        "fails,       notApplicable,CONTRADICTED",
        "fails,       inconclusive, OPEN",
        "passes,      passed,       MET",
        "passes,      failed,       CONTRADICTED",
        "passes,      notApplicable,CONTRADICTED",
        "passes,      inconclusive, OPEN",
        "doesNotFail, passed,       MET",
        "doesNotFail, notApplicable,MET",
        "doesNotFail, failed,       CONTRADICTED",
        "doesNotFail, inconclusive, OPEN",
        "doesNotPass, failed,       MET",
        "doesNotPass, notApplicable,MET",
        "doesNotPass, otherFault,   CONTRADICTED",
        "doesNotPass, passed,       CONTRADICTED",
        "doesNotPass, inconclusive, OPEN",
        "answers,     failed,       MET",
        "answers,     passed,       MET",
        "answers,     notApplicable,MET",
        "answers,     inconclusive, OPEN"
    })
    void condition_verdict_standing(String condition, String verdict, Condition.Standing standing) {
        Map<String, Condition> conditions = Map.of(
                "fails", fails("path", "no-route"),
                "passes", passes("path"),
                "doesNotFail", doesNotFail("path"),
                "doesNotPass", doesNotPass("path", "no-route"),
                "answers", answers("path"));
        Map<String, CheckResult> verdicts = Map.of(
                "failed", NO_ROUTE,
                "otherFault", new Failed("blackhole", Resources.NONE),
                "passed", ENDPOINT,
                "notApplicable", new NotApplicable("no subnet"),
                "inconclusive", DENIED);

        assertThat(conditions.get(condition).standing(verdicts.get(verdict))).isEqualTo(standing);
    }

    private static Conclusion conclude(Map<String, CheckResult> verdicts, CauseRule... rules) {
        return Conclusion.of(List.of(rules), new Proof(Inquiries.ABOUT_NOTHING, verdicts));
    }

    private static CauseRule rule(String id, Condition... conditions) {
        return new CauseRule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String meaning() {
                return id + " means";
            }

            @Override
            public boolean explains(Inquiry inquiry) {
                return true;
            }

            @Override
            public List<Condition> conditions() {
                return List.of(conditions);
            }

            @Override
            public String summary(Proof proof) {
                return id + " it is";
            }
        };
    }
}
