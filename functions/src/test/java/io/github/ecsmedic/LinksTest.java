package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the documents: what it links to is there, and something leads to it. */
class LinksTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_linksOnlyToWhatIsThere(Path page) throws IOException {
        assertThat(links(page)).allSatisfy(link -> assertThat(link).exists());
    }

    @Test
    void pages_ofTheDocuments_areLinkedFromTheReadme() throws IOException {
        List<Path> linked =
                links(ROOT.resolve("README.md")).stream().map(Path::normalize).toList();

        assertThat(pages().stream().map(Path::normalize).filter(page -> !page.endsWith("README.md")))
                .isSubsetOf(linked);
    }

    private static List<Path> links(Path page) throws IOException {
        List<Path> links = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            links.add(page.resolveSibling(link.group(1)));
        }
        return links;
    }
}
