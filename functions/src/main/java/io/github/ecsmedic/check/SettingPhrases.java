package io.github.ecsmedic.check;

import static io.github.ecsmedic.check.LogPhrase.phrase;

import java.util.ArrayList;
import java.util.List;

/** In how many words applications say that a variable or setting is missing. */
final class SettingPhrases {
    private static final String SETTING = "setting";
    private static final String LACKS =
            "(?i:(?:is |was |are |were )?(?:not set|unset|not defined|undefined|not provided|"
                    + "not specified|not configured|not present|missing|required|empty|blank)|isn't set|"
                    + "(?:must|should|cannot|can't|can not|may)(?: not)? be (?:set|provided|defined|specified|given|empty|null|"
                    + "blank|undefined|present)|has no value|not found)";
    private static final String LACKING =
            "set|undefined|not provided|not specified|not configured|not present|missing|required|empty|"
                    + "blank|be provided|be defined|be specified|be given|be null|be undefined|be present|no value|not found|defined";
    private static final String KIND = "(?i:environment[ -]?variables?|env[ -]?vars?|env(?:ironment)?|variables?|"
            + "settings?|propert(?:y|ies)|config(?:uration)?(?: (?:keys?|values?|propert(?:y|ies)|options?|settings?|"
            + "variables?))?|options?)";
    private static final String UPPER = "\\b([A-Z][A-Z0-9_]{2,})\\b";
    private static final String UNDERSCORED = "\\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\\b";
    private static final String QUOTED = "[\"'`]([A-Za-z_][\\w.:-]*)[\"'`]";
    private static final String DOTTED = "\\b([a-zA-Z][\\w-]*(?:[.:][\\w-]+)+)\\b";
    private static final String MISSES =
            "(?i:missing|required|undefined|unset|no value for|must (?:set|specify|provide|define))(?: \\w+){0,2}? ";
    private static final String MISSING = "missing|required|undefined|unset|no value for|must ";

    private SettingPhrases() {}

    static List<LogPhrase> missing() {
        List<LogPhrase> phrases = new ArrayList<>(ofRuntimes());
        phrases.addAll(inWords());
        return phrases;
    }

    private static List<LogPhrase> ofRuntimes() {
        return List.of(
                phrase("could not resolve placeholder", SETTING, "Could not resolve placeholder '([^':]+)"),
                phrase("keyerror: ", SETTING, "KeyError: ['\"]([A-Z][A-Z0-9_]{2,})['\"]"),
                phrase("key not found: ", SETTING, "key not found: [\"':]?([A-Za-z_]\\w*)"),
                phrase(
                        "unbound variable|parameter",
                        SETTING,
                        "([A-Za-z_]\\w*): (?:unbound variable|parameter (?:null or )?not set)"),
                phrase("field required", SETTING, "\\n([\\w.]+)\\n\\s+Field required"),
                phrase("field required", SETTING, "(?m)^\\s*([\\w.]+)\\n\\s+Field required"),
                phrase("missing value", SETTING, "required key ([A-Z][A-Z0-9_]+) missing value"),
                phrase("secret_key_base", SETTING, "Missing [`'](secret_key_base)"),
                phrase(
                        "attribute is not specified",
                        SETTING,
                        "Failed to configure a DataSource: '(\\w+)' attribute is not specified"),
                phrase(
                        "envvarerror|env var|notpresent|environment variable not found",
                        SETTING,
                        UPPER + "[^\\n]{0,20}NotPresent"),
                phrase(
                        "value cannot be null",
                        SETTING,
                        "Value cannot be null\\. \\(Parameter '(\\w*(?i:connection|key|secret|config|url|host|setting)\\w*)'\\)"),
                phrase(
                        "property has not been initialized",
                        SETTING,
                        "(ConnectionString) property has not been initialized"),
                phrase("unknown", SETTING, "unknown \"(\\w+)\" variable"),
                phrase("set the", SETTING, "[Ss]et the " + UPPER + " environment variable"),
                phrase(
                        "no value for|required a|requires a|without a",
                        SETTING,
                        "(?:requires?|without) (?:a|the) (?:value for )?" + UNDERSCORED));
    }

    private static List<LogPhrase> inWords() {
        return List.of(
                phrase(LACKING, SETTING, KIND + "[:\\s]+" + QUOTED + "[^\\n]{0,30}?" + LACKS),
                phrase(LACKING, SETTING, KIND + "[:\\s]+" + UPPER + "[^\\n]{0,20}?" + LACKS),
                phrase(LACKING, SETTING, KIND + "[:\\s]+" + DOTTED + "\\s+" + LACKS),
                phrase(MISSING, SETTING, MISSES + KIND + "(?:\\(s\\))?[:\\s]+(?:[-*•] *)?" + QUOTED),
                phrase(MISSING, SETTING, MISSES + KIND + "(?:\\(s\\))?[:\\s]+(?:[-*•] *)?" + UPPER),
                phrase(MISSING, SETTING, MISSES + KIND + "(?:\\(s\\))?[:\\s]+(?:[-*•] *)?" + DOTTED),
                phrase(LACKING, SETTING, KIND + "(?: \\w+){0,2}? " + LACKS + "[:\\s]+(?:[-*•] *)?" + UPPER),
                phrase(
                        LACKING,
                        SETTING,
                        UPPER
                                + "[\"'`]? (?i:(?:is |was )?(?:not set|unset|undefined|not provided)|must be (?:set|provided|defined))"),
                phrase(LACKING, SETTING, UNDERSCORED + "[\"'`]?:?\\s+(?:" + KIND + "\\s+)?" + LACKS),
                phrase("missing", SETTING, "(?i:missing)[:\\s]+(?:" + KIND + "[:\\s]+)?[\"'`]?" + UNDERSCORED),
                phrase(
                        "environment variables",
                        SETTING,
                        "(?i:invalid|missing) (?i:environment variables):?[\\s{\\[(\"'*•-]+" + UPPER + ":"),
                phrase(
                        "must specify|need to set|forget to set|please set|set the",
                        SETTING,
                        "(?i:must specify|need to set|forget to set|please set|set the)(?: \\w+){0,2}? [\"'`]?"
                                + UNDERSCORED));
    }
}
