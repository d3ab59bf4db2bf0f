package io.github.ecsmedic.fix;

import java.util.List;
import java.util.stream.Collectors;

/** A policy document with one statement that allows some actions on some resources. */
record PolicyStatement(List<String> actions, List<String> resources) {
    PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /** The document as JSON on one line. */
    String json() {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":" + array(actions)
                + ",\"Resource\":" + array(resources) + "}]}";
    }

    private static String array(List<String> values) {
        return values.stream().map(PolicyStatement::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.appendCodePoint(c);
        });
        return text.append('"').toString();
    }
}
