package io.github.ecsmedic.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What declares an object, and so undoes at its next deploy what is changed by hand, by the object's own tags.
 *
 * @param name e.g. {@code the CloudFormation stack shop}
 * @param resource what it calls the object, or {@code ""}
 */
public record ManagedBy(String name, String resource) {
    private static final String MARK = "managed by ";
    private static final String STACK = "aws:cloudformation:stack-name";
    private static final String RESOURCE = "aws:cloudformation:logical-id";

    /** Terraform sets no tags of its own: only a tag by which an owner names it is evidence. */
    private static final Set<String> OWNERS_SAY =
            Set.of("managedby", "managed", "provisioner", "provisionedby", "createdby", "deployedby", "iac", "tool");

    private static final Set<String> TERRAFORM = Set.of("terraform", "opentofu");

    /** Empty where no tag tells. */
    public static Optional<ManagedBy> of(Map<String, String> tags) {
        String stack = tags.getOrDefault(STACK, "");
        return stack.isEmpty()
                ? terraform(new TreeMap<>(tags))
                : Optional.of(new ManagedBy("the CloudFormation stack " + stack, tags.getOrDefault(RESOURCE, "")));
    }

    private static Optional<ManagedBy> terraform(Map<String, String> tags) {
        return tags.entrySet().stream()
                .filter(tag -> says(word(tag.getKey()), word(tag.getValue())))
                .findFirst()
                .map(tag -> new ManagedBy("Terraform, as the tag " + tag.getKey() + " says", ""));
    }

    private static boolean says(String key, String value) {
        return (OWNERS_SAY.contains(key) && TERRAFORM.contains(value))
                || (TERRAFORM.contains(key) && Set.of("true", "yes", "1").contains(value));
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replace(" ", "")
                .strip();
    }

    /** What the owner has to know before such an object is changed, a clause without a full stop. */
    public String clause() {
        return MARK + name + (resource.isEmpty() ? "" : " (resource " + resource + ")")
                + ": its next deploy undoes this, so change it there as well";
    }

    /** The reason of a fix with that clause at its end. */
    public String after(String reason) {
        return reason.isEmpty() ? clause() : reason + "; " + clause();
    }

    /** Another reason in place of the one before; the clause at its end stays. */
    public static String kept(String before, String reason) {
        int at = before.lastIndexOf("; " + MARK);
        return at >= 0 ? reason + before.substring(at) : before.startsWith(MARK) ? reason + "; " + before : reason;
    }
}
