package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.FixPage.Patch;
import io.github.ecsmedic.catalogue.Page.Code;
import io.github.ecsmedic.catalogue.Page.Entries;
import io.github.ecsmedic.catalogue.Page.Part;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.fix.Fix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page lacks its proof, its way by hand, its patches or its warning; each gap names the file in which to mend it. */
class WholePagesTest {
    private static final List<String> TOOLS = List.of("CDK", "CloudFormation", "Terraform");
    private static final Path FOLDER = Path.of("src", "main", "resources", "pages");

    private static final int WIDEST = 140;

    private final Catalogue full = Catalogue.full();
    private final Pages pages = new Pages(full);

    @Test
    void checks_allOfThem_haveACommandAndALinkForEveryAction() {
        List<String> gaps = new ArrayList<>();
        for (Check check : full.checks()) {
            Questions.unknown(check.actions())
                    .forEach(action -> gaps.add(check.id() + ": write a command for " + action + " in Questions"));
            check.actions().stream()
                    .filter(action -> Links.operation(action).isEmpty())
                    .forEach(action -> gaps.add(check.id() + ": say in Links where " + action + " is described"));
        }

        assertThat(gaps).isEmpty();
    }

    @Test
    void fixes_allOfThem_haveTheirFile() {
        List<String> gaps = new ArrayList<>();
        for (Fix fix : full.fixes()) {
            FixPage.of(fix.id())
                    .ifPresentOrElse(
                            page -> gaps.addAll(gaps(fix, page)),
                            () -> gaps.add(
                                    "write " + FOLDER.resolve(fix.id() + ".md") + " as create-s3-gateway.md does"));
        }

        assertThat(gaps).isEmpty();
    }

    @Test
    void fixes_allOfThem_showTheirCommands() {
        List<String> gaps = new ArrayList<>();
        for (Fix fix : full.fixes()) {
            for (String cause : fix.answers()) {
                if (Example.commands(fix, cause).isEmpty()) {
                    gaps.add(fix.id() + " plans nothing for " + cause
                            + ": let Example name an object of the kind that it reads");
                }
            }
        }

        assertThat(gaps).isEmpty();
    }

    @Test
    void files_allOfThem_belongToAFix() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            full.fixes().stream().map(fix -> fix.id() + ".md").toList());
        }
    }

    @Test
    void causes_allOfThem_sayHowTheyAreProvenAndMended() {
        List<String> gaps = new ArrayList<>();
        for (CauseRule cause : full.causes()) {
            Part part = part(cause.id(), "cause");
            if (code(part, "Proof by hand").isEmpty()) {
                gaps.add(cause.id() + ": no command proves it; write one in Questions");
            }
            if (headings(part).noneMatch(heading -> heading.startsWith("By hand: "))) {
                gaps.add(cause.id() + ": no way by hand; let a fix answer it");
            }
            if (headings(part).noneMatch(heading -> heading.equals("Declared infrastructure"))) {
                TOOLS.stream()
                        .filter(tool -> headings(part).noneMatch(heading -> heading.startsWith(tool + ": ")))
                        .forEach(tool -> gaps.add(cause.id() + ": no patch for " + tool + " in its fixes' files"));
            }
            if (headings(part).noneMatch(heading -> heading.equals("When it makes things worse"))) {
                gaps.add(cause.id() + ": none of its fixes says when it makes things worse");
            }
        }

        assertThat(gaps).isEmpty();
    }

    @Test
    void everyPart_hasACommand() {
        assertThat(pages.ids())
                .allSatisfy(id -> assertThat(pages.page(id).orElseThrow().parts())
                        .allSatisfy(part -> assertThat(part.sections())
                                .anySatisfy(section -> assertThat(section).isInstanceOf(Code.class))));
    }

    @Test
    void code_ofEveryPage_canBeCopied() {
        List<Code> code = pages.ids().stream()
                .flatMap(id -> pages.page(id).orElseThrow().parts().stream())
                .flatMap(part -> part.sections().stream())
                .flatMap(section -> section instanceof Code lines ? Stream.of(lines) : Stream.empty())
                .toList();

        assertThat(code)
                .filteredOn(section -> !section.heading().contains("y hand"))
                .flatMap(Code::lines)
                .filteredOn(line -> line.length() > WIDEST || line.indexOf('\t') >= 0)
                .isEmpty();
        assertThat(code)
                .filteredOn(section -> section.heading().contains("y hand"))
                .flatMap(Code::lines)
                .filteredOn(line -> !line.startsWith("aws ") || !line.endsWith(" --region REGION"))
                .isEmpty();
    }

    /** What everybody tries first, and why not. */
    @ParameterizedTest
    @CsvSource({
        "app.crash, force-new-deployment",
        "app.stop_timeout, raise-memory",
        "deployment.bad_revision, force-new-deployment",
        "dns.vpc_attributes_off, force-new-deployment",
        "dns.custom_resolver, enable-vpc-dns",
        "health.start_period_too_short, correct-health-check",
        "iam.execution_role_denied, force-new-deployment",
        "lb.health_path, extend-grace-period",
        "lb.ingress_denied, extend-grace-period",
        "memory.task_limit, force-new-deployment",
        "memory.runtime_heap, raise-memory",
        "network.no_route, assign-public-ip",
        "network.s3_gateway_missing, enable-vpc-dns",
        "network.s3_gateway_not_associated, enable-vpc-dns",
        "network.s3_gateway_not_associated, enable-endpoint-private-dns",
        "network.s3_gateway_not_associated, force-new-deployment",
        "network.subnet_ip_exhausted, force-new-deployment",
        "registry.dockerhub_rate_limit, force-new-deployment",
        "registry.dockerhub_rate_limit, rerun-task",
        "registry.dockerhub_rate_limit, stop-deployment-rollback",
        "secret.deleted, force-new-deployment"
    })
    void obviousFix_thatMakesItWorse_isSaidToDoSo(String cause, String fix) {
        assertThat(part(cause, "cause").sections())
                .filteredOn(section -> section.heading().equals("Not to be done"))
                .flatMap(section -> ((Entries) section).entries())
                .anySatisfy(entry -> {
                    assertThat(entry.id()).isEqualTo(fix);
                    assertThat(entry.says()).endsWith(".");
                });
    }

    @Test
    void patch_ofACause_standsBeforeTheOneForAll() {
        FixPage page = FixPage.parse("""
                # mend

                Worse when: it rains.

                ## CDK

                ```typescript
                all();
                ```

                ## CDK: app.crash, app.segfault

                ```typescript
                own();

                twice();
                ```
                """.lines().toList());

        assertThat(page)
                .isEqualTo(new FixPage(
                        "it rains.",
                        "",
                        List.of(
                                new Patch("CDK", Set.of(), List.of("all();")),
                                new Patch(
                                        "CDK",
                                        Set.of("app.crash", "app.segfault"),
                                        List.of("own();", "", "twice();")))));
        assertThat(page.patches("app.crash")).containsExactly(page.patches().getLast());
        assertThat(page.patches("app.other")).containsExactly(page.patches().getFirst());
    }

    private List<String> gaps(Fix fix, FixPage page) {
        List<String> gaps = new ArrayList<>();
        String file = FOLDER.resolve(fix.id() + ".md").toString();
        if (!page.worse().endsWith(".")) {
            gaps.add(file + ": lacks the sentence 'Worse when: …'");
        }
        if (page.undeclared().isEmpty()) {
            Set<String> causes = fix.answers().isEmpty() ? Set.of("") : new TreeSet<>(fix.answers());
            for (String cause : causes) {
                if (!page.patches(cause).stream().map(Patch::tool).toList().equals(TOOLS)) {
                    gaps.add(file + ": wants '## CDK', '## CloudFormation', '## Terraform' for " + cause
                            + ", or 'Declared: Nothing: why'");
                }
            }
        } else if (!page.patches().isEmpty()) {
            gaps.add(file + ": says that nothing is declared, and has a patch");
        }
        page.patches().stream()
                .flatMap(patch -> patch.causes().stream())
                .filter(cause -> !fix.answers().contains(cause))
                .distinct()
                .forEach(cause -> gaps.add(file + ": has a patch for " + cause + ", which the fix does not answer"));
        return gaps;
    }

    private Part part(String id, String kind) {
        return pages.page(id).orElseThrow().parts().stream()
                .filter(part -> part.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> headings(Part part) {
        return part.sections().stream().map(Page.Section::heading);
    }

    private static List<String> code(Part part, String heading) {
        return part.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .flatMap(section -> ((Code) section).lines().stream())
                .toList();
    }
}
