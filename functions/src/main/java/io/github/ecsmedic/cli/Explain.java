package io.github.ecsmedic.cli;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.catalogue.Page;
import io.github.ecsmedic.catalogue.Pages;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: the page of a label, cause, check or fix. */
final class Explain implements Command {
    private static final String INDENT = "    ";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("explain")
                .addPositional(PositionalParamSpec.builder()
                        .paramLabel("ID")
                        .type(String.class)
                        .arity("1")
                        .required(true)
                        .description("A label, cause, check or fix, as a diagnosis names it.")
                        .build());
        spec.usageMessage()
                .header("Explains an id: meaning, proof, fix, links.")
                .footer(
                        "",
                        "Example:",
                        "  ecs-medic explain dns.vpc_attributes_off",
                        "Exit code: 0, or 2 for no such id.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String id = arguments.<String>matchedPositionalValue(0, "").strip();
        Pages pages = new Pages(Catalogue.full());
        Page page =
                pages.page(id).or(() -> pages.page(id.toLowerCase(Locale.ROOT))).orElseThrow(() -> unknown(id, pages));
        Lines lines = new Lines(console.width());
        lines.add("", page.id());
        page.parts().forEach(part -> write(part, lines));
        console.out().print(lines.text());
        return ExitCode.OK;
    }

    private static Mistake unknown(String id, Pages pages) {
        String hint = Nearest.hint(id, pages.ids());
        return Mistake.usage("'" + id + "' is no id of a label, cause, check or fix"
                + (hint.isEmpty() ? "; use an id as a diagnosis or classify names it" : hint));
    }

    private static void write(Page.Part part, Lines lines) {
        lines.blank();
        lines.add(
                "",
                part.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                        + part.kind().substring(1) + ": " + part.meaning());
        for (Page.Section section : part.sections()) {
            lines.blank();
            lines.add("  ", section.heading());
            switch (section) {
                case Page.Entries(String heading, List<Page.Entry> entries) -> write(entries, lines);
                case Page.Code(String heading, List<String> code) -> code.forEach(line -> lines.asIs(INDENT, line));
            }
        }
    }

    private static void write(List<Page.Entry> entries, Lines lines) {
        for (Page.Entry entry : entries) {
            if (entry.id().isEmpty()) {
                lines.add(INDENT, entry.says());
            } else {
                lines.add(INDENT, entry.id());
                lines.add(INDENT + "  ", entry.says());
            }
        }
    }
}
