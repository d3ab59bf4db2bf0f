package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Page.Code;
import io.github.ecsmedic.catalogue.Page.Entries;
import io.github.ecsmedic.catalogue.Page.Entry;
import io.github.ecsmedic.catalogue.Page.Part;
import io.github.ecsmedic.catalogue.Page.Section;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.signature.Clue;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Signature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {
    private static final Signature LEAK =
            Signature.of("bucket.leak", AlertClass.JUDGE, "The bucket leaks", Clue.has("leak"), Fact.PATH, Fact.HOST);
    private static final Pages SMALL = new Pages(new Catalogue(
            List.of(LEAK), List.of(new Bottom()), List.of(new Leak()), List.of(new Straw(), new Water())));

    @Test
    void page_labelAndCauseOfOneId_hasBothParts() {
        assertThat(SMALL.page("bucket.leak"))
                .contains(new Page(
                        "bucket.leak",
                        List.of(
                                new Part(
                                        "label",
                                        "The bucket leaks.",
                                        List.of(
                                                section(
                                                        "Alert",
                                                        "",
                                                        "judge: the text alone does not tell; a diagnosis decides."),
                                                section("Facts that the text can hold", "", "host, path"),
                                                section(
                                                        "Causes that can explain it",
                                                        "bucket.leak",
                                                        "There is a hole in the bucket."),
                                                section(
                                                        "Fixes of these causes",
                                                        "mend-with-straw",
                                                        "mend it with straw."),
                                                new Code("Proof by hand", Questions.OF_THE_TASK),
                                                section(
                                                        "Links",
                                                        "",
                                                        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html"))),
                                new Part(
                                        "cause",
                                        "There is a hole in the bucket.",
                                        List.of(
                                                section(
                                                        "Proof",
                                                        "bottom",
                                                        "must find hole. It asks: Is the bottom whole?"),
                                                new Code(
                                                        "Proof by hand",
                                                        List.of("aws ec2 describe-vpcs --vpc-ids VPC --region REGION")),
                                                section(
                                                        "Fixes",
                                                        "mend-with-straw",
                                                        "mend it with straw. Mind: the straw is too long."),
                                                new Code(
                                                        "By hand: mend-with-straw",
                                                        List.of("aws straw put --into VPC --region REGION")),
                                                section("Not to be done", "fill-water", "it only runs out."),
                                                section(
                                                        "Labels that it can explain",
                                                        "bucket.leak",
                                                        "The bucket leaks."))))));
    }

    @Test
    void page_check_namesActionsCausesAndReference() {
        assertThat(SMALL.page("bottom"))
                .contains(
                        new Page(
                                "bottom",
                                List.of(
                                        new Part(
                                                "check",
                                                "Is the bottom whole?",
                                                List.of(
                                                        section("IAM actions", "", "ec2:DescribeVpcs"),
                                                        new Code(
                                                                "Proof by hand",
                                                                List.of(
                                                                        "aws ec2 describe-vpcs --vpc-ids VPC --region REGION")),
                                                        section(
                                                                "Causes that it helps to prove",
                                                                "bucket.leak",
                                                                "There is a hole in the bucket."),
                                                        section(
                                                                "Links",
                                                                "",
                                                                "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html"))))));
    }

    @Test
    void page_fix_namesTierAndWhereItHarms() {
        assertThat(SMALL.page("fill-water"))
                .contains(new Page(
                        "fill-water",
                        List.of(new Part(
                                "fix",
                                "fill in water.",
                                List.of(
                                        section("Tier", "", "manual: the commands are printed; a person runs them."),
                                        section(
                                                "Causes for which it does harm",
                                                "bucket.leak",
                                                "it only runs out."))))));
    }

    @Test
    void page_unknownId_isNone() {
        assertThat(SMALL.page("bucket.leek")).isEmpty();
    }

    @Test
    void ids_smallCatalogue_areSortedAndHoldTheTwoUnknowns() {
        assertThat(SMALL.ids())
                .containsExactly(
                        "bottom", "bucket.leak", "fill-water", "mend-with-straw", "unknown", "unknown.generic");
    }

    static Stream<String> ids() {
        return new Pages(Catalogue.full()).ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void page_everyId_existsAndMentionsOnlyWhatExists(String id) {
        Pages pages = new Pages(Catalogue.full());

        assertThat(pages.page(id)).hasValueSatisfying(page -> {
            assertThat(page.parts())
                    .allSatisfy(part -> assertThat(part.meaning()).matches(".+[.?]"));
            assertThat(pages.ids()).containsAll(page.mentions());
        });
    }

    @Test
    void ids_fullCatalogue_holdEverySignatureCheckCauseAndFix() {
        Catalogue full = Catalogue.full();

        assertThat(new Pages(full).ids())
                .containsAll(full.signatures().stream().map(Signature::label).toList())
                .containsAll(full.checks().stream().map(Check::id).toList())
                .containsAll(full.causes().stream().map(CauseRule::id).toList())
                .containsAll(full.fixes().stream().map(Fix::id).toList());
    }

    private static Section section(String heading, String id, String says) {
        return new Entries(heading, List.of(new Entry(id, says)));
    }

    private static final class Bottom implements Check {
        @Override
        public String id() {
            return "bottom";
        }

        @Override
        public String question() {
            return "Is the bottom whole";
        }

        @Override
        public Set<String> actions() {
            return Set.of("ec2:DescribeVpcs");
        }

        @Override
        public CheckResult run(Inquiry inquiry) {
            return new CheckResult.NotApplicable("a test");
        }
    }

    private static final class Leak implements CauseRule {
        @Override
        public String id() {
            return "bucket.leak";
        }

        @Override
        public String meaning() {
            return "There is a hole in the bucket";
        }

        @Override
        public boolean explains(Inquiry inquiry) {
            return inquiry.seen().family().equals("bucket");
        }

        @Override
        public List<Condition> conditions() {
            return List.of(Condition.fails("bottom", "hole"));
        }

        @Override
        public String summary(Proof proof) {
            return "The bucket has a hole";
        }
    }

    private record Straw() implements Fix {
        @Override
        public String id() {
            return "mend-with-straw";
        }

        @Override
        public String says() {
            return "mend it with straw";
        }

        @Override
        public Remedy.Tier tier() {
            return Remedy.Tier.APPROVAL;
        }

        @Override
        public Set<String> answers() {
            return Set.of("bucket.leak");
        }

        @Override
        public Map<String, String> harmfulFor() {
            return Map.of();
        }

        @Override
        public List<Step> plan(Cause cause, Subject subject) {
            return List.of(new Step.ByHand(
                    "straw:Put",
                    List.of(
                            "aws",
                            "straw",
                            "put",
                            "--into",
                            cause.resources().first("vpc"),
                            "--region",
                            subject.region()),
                    List.of()));
        }

        @Override
        public String caution(Cause cause, Subject subject) {
            return "the straw is too long";
        }
    }

    private record Water() implements Fix {
        @Override
        public String id() {
            return "fill-water";
        }

        @Override
        public String says() {
            return "fill in water";
        }

        @Override
        public Remedy.Tier tier() {
            return Remedy.Tier.MANUAL;
        }

        @Override
        public Set<String> answers() {
            return Set.of();
        }

        @Override
        public Map<String, String> harmfulFor() {
            return Map.of("bucket.leak", "it only runs out");
        }

        @Override
        public List<Step> plan(Cause cause, Subject subject) {
            return List.of();
        }

        @Override
        public String caution(Cause cause, Subject subject) {
            return "it only runs out";
        }
    }
}
