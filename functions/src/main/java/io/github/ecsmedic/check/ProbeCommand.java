package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command of a container's own health check.
 *
 * @param shell whether the image must have a shell to run it
 * @param program what is run, without its folder
 * @param url what it asks, in characters that need no quoting; or {@code ""}
 */
record ProbeCommand(boolean shell, String program, String url) {
    /** Programs that many images leave out. */
    private static final Set<String> TOOLS =
            Set.of("curl", "wget", "nc", "netcat", "ncat", "telnet", "bash", "ps", "pgrep");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./-]+");
    private static final Pattern URL = Pattern.compile(
            "(https?://)?((?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\])(?::[0-9]{1,5})?(?:/[\\w./~%?=&-]{0,200})?)");

    /** Empty where the container has no health check. */
    static Optional<ProbeCommand> of(ContainerDefinition container) {
        List<String> command = container.healthCheckCommand();
        if (command.isEmpty() || command.getFirst().equals("NONE")) {
            return Optional.empty();
        }
        boolean direct = command.getFirst().equals("CMD");
        boolean shell = command.getFirst().equals("CMD-SHELL");
        List<String> words = direct || shell ? command.subList(1, command.size()) : command;
        String text = String.join(" ", words);
        String program = direct ? words.stream().findFirst().orElse("") : tool(text);
        return Optional.of(new ProbeCommand(!direct, program.substring(program.lastIndexOf('/') + 1), url(text)));
    }

    /** The first tool in a line of shell, else its first word. */
    private static String tool(String text) {
        String first = "";
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            if (TOOLS.contains(word.substring(word.lastIndexOf('/') + 1))) {
                return word;
            }
            first = first.isEmpty() ? word : first;
        }
        return first;
    }

    private static String url(String text) {
        Matcher matcher = URL.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        String scheme = matcher.group(1);
        return (scheme == null ? "http://" : scheme) + matcher.group(2);
    }

    /** Whether images often leave the program out. */
    boolean tool() {
        return TOOLS.contains(program);
    }

    /** The path that it asks for, without its query; {@code ""} when it asks for none. */
    String path() {
        if (url.isEmpty()) {
            return "";
        }
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        String path = slash < 0 ? "/" : url.substring(slash);
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
