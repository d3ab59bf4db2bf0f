package io.github.ecsmedic.notify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** What AWS names its objects by may look like a secret and is told all the same: ARNs, digests, images, ids, actions. */
final class KnownNames {
    private static final Pattern NAMES = Pattern.compile(String.join(
            "|",
            "arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:[0-9xX*]*:[A-Za-z0-9_/.:*-]*",
            "sha(?:256|384|512):[0-9a-f]{6,128}",
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            "1-[0-9a-f]{8}-[0-9a-f]{24}",
            "[a-z]{1,10}(?:-[a-z]{2,12}){0,2}-[0-9a-f]{17}",
            "[0-9a-f]{32}-[0-9]{9,12}",
            "[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?::[0-9]+)?/[a-z0-9._/-]+(?::[A-Za-z0-9_.-]{1,128})?",
            "[a-z0-9._/-]+:(?:[a-z]{1,8}-)?[0-9a-f]{7,64}",
            "(?i:container|layer|blob|digest|image|commit|revision|cgroup|sha|checksum|etag|docker|libpod|task|id)"
                    + "[ :/=\"'(]{1,3}[0-9a-f]{12,64}",
            "[/\\\\][0-9a-f]{64}",
            "(?i:host ?id:? ?)[A-Za-z0-9+/=]{40,90}",
            "(?i:authorization failure message: ?)[A-Za-z0-9+/=_-]+"));

    /** An action of IAM, e.g. {@code ecs:DescribeTasks}. */
    private static final Pattern ACTION =
            Pattern.compile("[a-z0-9-]{2,24}:(?:Assume|Batch|Create|Delete|Describe|Filter|Get|List|Lookup|Put|Simulate"
                    + "|Update)[A-Z][A-Za-z]{2,48}");

    /** How much of the text before a word is looked at: long enough for the words that lead to an id. */
    private static final int LEAD = 40;

    /** No name is longer; what follows in the same word is none. */
    private static final int LONGEST = 2_048;

    private KnownNames() {}

    /** Whether the text is an action of IAM and nothing else. */
    static boolean action(String text) {
        return ACTION.matches(text);
    }

    /** The names in the words that hold this range. */
    static Spans within(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < LONGEST && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        from = Math.max(0, from - LEAD);
        int to = Math.min(end, start + LONGEST);
        while (to < text.length() && to - start < LONGEST && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        Spans names = new Spans();
        Matcher matcher = NAMES.matcher(text.substring(from, to));
        while (matcher.find()) {
            names.add(from + matcher.start(), from + matcher.end());
        }
        return names;
    }
}
