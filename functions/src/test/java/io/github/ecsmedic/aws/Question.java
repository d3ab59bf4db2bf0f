package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request, understood: the parameters of a form or of an address, or the members of a JSON document.
 *
 * @param name the operation without its service
 * @param path of a REST request
 * @param region whose host was asked
 */
record Question(String operation, String name, String path, String region, Map<String, String> parameters, Json json) {
    static Question of(FakeAws.Asked asked) {
        String operation = asked.operation();
        String body = asked.body();
        boolean rest = body.startsWith("/");
        String form = rest ? body.substring(body.indexOf('?') + 1) : body;
        return new Question(
                operation,
                operation.substring(operation.indexOf(':') + 1),
                rest ? body.substring(0, body.indexOf('?')) : "",
                region(asked.host()),
                form.startsWith("{") ? Map.of() : parameters(form, rest),
                form.startsWith("{") ? parsed(form) : new Json.Nothing());
    }

    /** The part of the host name that names a region; {@code ""} for a service of the whole world. */
    private static String region(String host) {
        return Arrays.stream(host.split("\\.", -1))
                .filter(part -> part.matches("[a-z]{2}-[a-z]+-\\d"))
                .findFirst()
                .orElse("");
    }

    private static Json parsed(String text) {
        try {
            return Json.parse(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Map<String, String> parameters(String form, boolean encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                String value = pair.substring(at + 1);
                parameters.put(pair.substring(0, at), encoded ? URLDecoder.decode(value, UTF_8) : value);
            }
        }
        return parameters;
    }

    /** A parameter or a member, or "". */
    String text(String member) {
        return parameters.getOrDefault(member, json.text(member));
    }

    /** {@code PREFIX.1}, {@code PREFIX.2} …, or a member that is a list. */
    List<String> texts(String member) {
        List<String> found = new ArrayList<>(json.texts(member));
        for (int i = 1; parameters.containsKey(member + "." + i); i++) {
            found.add(text(member + "." + i));
        }
        return found;
    }

    /** The filters of EC2. */
    Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (int i = 1; parameters.containsKey("Filter." + i + ".Name"); i++) {
            filters.put(text("Filter." + i + ".Name"), texts("Filter." + i + ".Value"));
        }
        return filters;
    }

    /** The most that the request wants on one page, 0 when it does not say. */
    int most() {
        for (String name : List.of("MaxResults", "maxResults", "maxItems", "maxitems")) {
            if (!text(name).isEmpty()) {
                return Integer.parseInt(text(name));
            }
        }
        return 0;
    }
}
