package io.github.ecsmedic.notify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * Secrets that are known by their own form: keys of AWS, tokens of vendors, JSON web tokens, private keys, password
 * hashes.
 *
 * <p>None is anchored at a word boundary: a secret that is glued to its neighbours is a secret all the same.
 */
final class SecretFormats {
    /** A literal after which at least so many characters of a token make a secret. */
    private record Prefix(String text, int atLeast) {}

    private static final List<Prefix> PREFIXES = List.of(
            new Prefix("eyJ", 10),
            new Prefix("eyI", 10),
            new Prefix("ghp_", 8),
            new Prefix("gho_", 8),
            new Prefix("ghu_", 8),
            new Prefix("ghs_", 8),
            new Prefix("ghr_", 8),
            new Prefix("github_pat_", 8),
            new Prefix("glpat-", 8),
            new Prefix("gldt-", 8),
            new Prefix("glrt-", 8),
            new Prefix("xoxa-", 6),
            new Prefix("xoxb-", 6),
            new Prefix("xoxc-", 6),
            new Prefix("xoxd-", 6),
            new Prefix("xoxe", 6),
            new Prefix("xoxo-", 6),
            new Prefix("xoxp-", 6),
            new Prefix("xoxr-", 6),
            new Prefix("xoxs-", 6),
            new Prefix("xapp-", 6),
            new Prefix("hooks.slack.com/services/", 6),
            new Prefix("hooks.slack.com/workflows/", 6),
            new Prefix("hooks.slack.com/triggers/", 6),
            new Prefix("hooks.slack-gov.com/services/", 6),
            new Prefix("/api/webhooks/", 10),
            new Prefix("webhook.office.com/webhookb2/", 6),
            new Prefix("api.telegram.org/bot", 6),
            new Prefix("sk_live_", 6),
            new Prefix("sk_test_", 6),
            new Prefix("rk_live_", 6),
            new Prefix("rk_test_", 6),
            new Prefix("whsec_", 6),
            new Prefix("sk-ant-", 6),
            new Prefix("sk-proj-", 6),
            new Prefix("sk-svcacct-", 6),
            new Prefix("sk-or-v1-", 6),
            new Prefix("SG.", 20),
            new Prefix("AIza", 20),
            new Prefix("ya29.", 8),
            new Prefix("GOCSPX-", 8),
            new Prefix("npm_", 20),
            new Prefix("pypi-", 20),
            new Prefix("rubygems_", 20),
            new Prefix("dckr_pat_", 8),
            new Prefix("dckr_oat_", 8),
            new Prefix("dop_v1_", 8),
            new Prefix("shpat_", 8),
            new Prefix("shpss_", 8),
            new Prefix("hf_", 20),
            new Prefix("hvs.", 12),
            new Prefix("hvb.", 12),
            new Prefix("dapi", 30),
            new Prefix("NRAK-", 8),
            new Prefix("NRII-", 8),
            new Prefix("PMAK-", 8),
            new Prefix("ATATT3x", 8),
            new Prefix("ATCTT3x", 8),
            new Prefix("glsa_", 8),
            new Prefix("glc_", 16),
            new Prefix("lin_api_", 8),
            new Prefix("dp.pt.", 8),
            new Prefix("sntrys_", 8),
            new Prefix("sntryu_", 8),
            new Prefix("pscale_", 12),
            new Prefix("figd_", 8),
            new Prefix("sq0csp-", 8),
            new Prefix("sq0atp-", 8),
            new Prefix("EAAAE", 30),
            new Prefix("AGE-SECRET-KEY-", 8),
            new Prefix("key-", 32),
            new Prefix("FwoGZXIvYXdz", 8),
            new Prefix("IQoJb3JpZ2lu", 8));

    private static final List<String> AWS_KEYS = List.of("AKIA", "ASIA", "ABIA", "ACCA");

    private static final Pattern HASH =
            Pattern.compile("\\$(?:2[abxy]|1|5|6|7|y|apr1|argon2(?:id|i|d)|scrypt|pbkdf2[a-z0-9-]*)\\$[^\\s\"']+");
    private static final Pattern BOT = Pattern.compile("[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}");
    private static final Pattern OPEN_AI = Pattern.compile("sk-[A-Za-z0-9]{20,}");

    /** From {@code BEGIN} to the dashes; the dashes before it may be cut off. */
    private static final int LONGEST_LABEL = 64;

    private SecretFormats() {}

    static void find(String text, Spans found) {
        for (Prefix prefix : PREFIXES) {
            findPrefix(text, prefix, found);
        }
        for (String key : AWS_KEYS) {
            findAwsKey(text, key, found);
        }
        if (text.contains("-----")) {
            findPrivateKeys(text, found);
        }
        if (text.indexOf('$') >= 0) {
            findAll(HASH, text, found);
        }
        if (text.contains(":AA")) {
            findAll(BOT, text, found);
        }
        if (text.contains("sk-")) {
            Matcher matcher = OPEN_AI.matcher(text);
            while (matcher.find()) {
                if (LongTokens.random(text.substring(matcher.start() + 3, matcher.end()))) {
                    found.add(matcher.start(), matcher.end());
                }
            }
        }
    }

    private static void findAll(Pattern pattern, String text, Spans found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.start(), matcher.end());
        }
    }

    private static void findPrivateKeys(String text, Spans found) {
        int at = text.indexOf("BEGIN ");
        while (at >= 0) {
            int end = text.indexOf("-----END", at);
            int next = end < 0 ? text.length() : afterDashes(text, end + 8);
            int dashes = text.indexOf("-----", at);
            boolean key = names(text, at) && dashes >= 0 && dashes < at + LONGEST_LABEL;
            if (key) {
                found.add(text.startsWith("-----", at - 5) ? at - 5 : at, next);
            }
            at = text.indexOf("BEGIN ", key ? next : at + 1);
        }
        at = text.indexOf("-----END");
        while (at >= 0) {
            int start = at;
            while (start > 0 && keyCharacter(text.charAt(start - 1)) && names(text, at)) {
                start--;
            }
            found.add(start, at);
            at = text.indexOf("-----END", at + 1);
        }
    }

    private static boolean names(String text, int at) {
        String label = text.substring(at, Math.min(text.length(), at + 48));
        return label.contains("PRIVATE KEY") || label.contains("SECRET");
    }

    private static int afterDashes(String text, int from) {
        int end = text.indexOf("-----", from);
        return end < 0 || end > from + 48 ? Math.min(text.length(), from + 48) : end + 5;
    }

    private static boolean keyCharacter(char c) {
        return LongTokens.character(c) || c == '\\' || Character.isWhitespace(c);
    }

    private static void findPrefix(String text, Prefix prefix, Spans found) {
        int at = text.indexOf(prefix.text);
        while (at >= 0) {
            int end = at + prefix.text.length();
            int first = end;
            while (end < text.length() && token(text.charAt(end))) {
                end++;
            }
            if (end - first >= prefix.atLeast || (end == text.length() && end - first >= 4)) {
                found.add(at, end);
            }
            at = text.indexOf(prefix.text, Math.max(end, at + 1));
        }
    }

    private static void findAwsKey(String text, String key, Spans found) {
        int at = text.indexOf(key);
        while (at >= 0) {
            int end = at + key.length();
            int first = end;
            while (end < text.length() && upperOrDigit(text.charAt(end))) {
                end++;
            }
            if (end - first >= 12 || (end == text.length() && end - first >= 4)) {
                found.add(at, end);
            }
            at = text.indexOf(key, Math.max(end, at + 1));
        }
    }

    private static boolean upperOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean token(char c) {
        return LongTokens.character(c) || c == '.' || c == '~' || c == '%';
    }
}
