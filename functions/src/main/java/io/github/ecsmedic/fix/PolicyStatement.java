package io.github.ecsmedic.fix;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One statement of a policy that allows some actions on some resources.
 *
 * @param via the only service through which they may be used ({@code kms:ViaService}), or {@code ""}
 */
record PolicyStatement(List<String> actions, List<String> resources, String via) {
    PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    PolicyStatement(List<String> actions, List<String> resources) {
        this(actions, resources, "");
    }

    /** The policy document as JSON on one line. */
    static String document(List<PolicyStatement> statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":"
                + statements.stream().map(PolicyStatement::json).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    /**
     * The trust policy that lets these services assume a role, ECS only for one account.
     *
     * @param ecs {@code ecs-tasks.amazonaws.com} for a task's role, {@code ecs.amazonaws.com} for one of the platform's
     */
    static String trust(String ecs, List<String> services, String account) {
        String tasks = "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":" + text(ecs) + "},"
                + "\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":"
                + text(account) + "}}}";
        String others = services.isEmpty()
                ? ""
                : ",{\"Effect\":\"Allow\",\"Principal\":{\"Service\":" + array(services)
                        + "},\"Action\":\"sts:AssumeRole\"}";
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + tasks + others + "]}";
    }

    private String json() {
        String condition =
                via.isEmpty() ? "" : ",\"Condition\":{\"StringEquals\":{\"kms:ViaService\":" + text(via) + "}}";
        return "{\"Effect\":\"Allow\",\"Action\":" + array(actions) + ",\"Resource\":" + array(resources) + condition
                + "}";
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
