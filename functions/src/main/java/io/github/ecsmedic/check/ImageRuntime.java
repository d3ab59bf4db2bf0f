package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the name of an image, and the command that it is given, tell of its contents.
 *
 * @param language whose interpreter it has, if one is told
 * @param words of the image's name and tag, lower case
 * @param official whether it is one of Docker's own images
 */
record ImageRuntime(Optional<Language> language, Set<String> words, boolean official) {
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    /** Bases in which there is not even a shell. */
    private static final Set<String> BARE = Set.of("distroless", "scratch", "chiseled", "chainguard");
    /** Docker's own images upon Debian with its tools. */
    private static final Set<String> WITH_TOOLS = Set.of("node", "python", "ruby", "golang");

    ImageRuntime {
        words = Set.copyOf(words);
    }

    /** A language whose interpreter can ask for a page by itself. */
    enum Language {
        NODE("node"),
        PYTHON("python3"),
        RUBY("ruby"),
        PHP("php");

        private final String program;

        Language(String program) {
            this.program = program;
        }

        String program() {
            return program;
        }

        private List<String> signs() {
            return switch (this) {
                case NODE -> List.of("node", "nodejs", "npm", "yarn", "pnpm");
                case PYTHON ->
                    List.of("python", "python3", "gunicorn", "uvicorn", "celery", "flask", "django", "fastapi");
                case RUBY -> List.of("ruby", "bundle", "rails", "puma");
                case PHP -> List.of("php");
            };
        }

        private String script(String url) {
            return switch (this) {
                case NODE ->
                    "[\"CMD\",\"node\",\"-e\",\"fetch('" + url
                            + "').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))\"]";
                case PYTHON ->
                    "[\"CMD\",\"python3\",\"-c\",\"import urllib.request as u;u.urlopen('" + url + "',timeout=4)\"]";
                case RUBY ->
                    "[\"CMD\",\"ruby\",\"-rnet/http\",\"-e\",\"exit Net::HTTP.get_response(URI('" + url
                            + "')).is_a?(Net::HTTPSuccess)\"]";
                case PHP -> "[\"CMD\",\"php\",\"-r\",\"exit(@file_get_contents('" + url + "')===false?1:0);\"]";
            };
        }
    }

    /** Whether an image has a program. */
    enum Has {
        YES,
        NO,
        UNKNOWN
    }

    static ImageRuntime of(ContainerDefinition container) {
        ImageReference image = ImageReference.parse(container.image());
        Set<String> words =
                split(image.host() + " " + image.path() + " " + image.tag()).collect(Collectors.toSet());
        Set<String> run = Stream.concat(container.entryPoint().stream(), container.command().stream())
                .limit(3)
                .map(word -> word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Optional<Language> language = Stream.of(Language.values())
                .filter(l -> l.signs().stream().anyMatch(sign -> run.contains(sign) || words.contains(sign)))
                .findFirst();
        boolean official = image.path().startsWith("library/") || image.path().contains("docker/library/");
        return new ImageRuntime(language, words, official);
    }

    private static Stream<String> split(String text) {
        return Stream.of(BETWEEN.split(text.toLowerCase(Locale.ROOT)));
    }

    /** As far as names go. */
    Has has(ProbeCommand probe) {
        String program = probe.program();
        if (words.stream().anyMatch(BARE::contains)) {
            return probe.shell() || probe.tool() ? Has.NO : Has.UNKNOWN;
        }
        if (language.map(Language::program).filter(program::equals).isPresent()) {
            return Has.YES;
        }
        if (words.contains("nginx") && !words.contains("slim")) {
            return program.equals("curl") ? Has.YES : Has.UNKNOWN;
        }
        if (words.contains("alpine") || words.contains("busybox")) {
            return Set.of("wget", "nc", "ps").contains(program) ? Has.YES : lacks(probe, "curl", "bash");
        }
        if (words.contains("slim") || words.contains("aspnet")) {
            return lacks(probe, "curl", "wget", "nc", "ps");
        }
        boolean full = official && words.stream().anyMatch(WITH_TOOLS::contains);
        return full && Set.of("curl", "wget").contains(program) ? Has.YES : Has.UNKNOWN;
    }

    private static Has lacks(ProbeCommand probe, String... programs) {
        return Set.of(programs).contains(probe.program()) ? Has.NO : Has.UNKNOWN;
    }

    /** A health check that needs nothing but what the image has, as JSON; {@code ""} where that cannot be told. */
    String replacement(ProbeCommand probe) {
        if (probe.url().isEmpty()) {
            return "";
        }
        if (language.isPresent()) {
            return language.get().script(probe.url());
        }
        boolean busybox = words.contains("alpine") || words.contains("busybox");
        return busybox && !probe.program().equals("wget")
                ? "[\"CMD\",\"wget\",\"-q\",\"-T\",\"4\",\"-O\",\"/dev/null\",\"" + probe.url() + "\"]"
                : "";
    }
}
