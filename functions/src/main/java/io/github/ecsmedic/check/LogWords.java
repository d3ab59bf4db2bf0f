package io.github.ecsmedic.check;

import java.util.List;

/** In how many words applications say that a variable or setting is missing; the groups capture its name. */
final class LogWords {
    private static final String LACKS =
            "(?i:(?:is |was |are |were )?(?:not set|unset|not defined|undefined|not provided|"
                    + "not specified|not configured|not present|missing|required|empty|blank)|isn't set|"
                    + "(?:must|should|cannot|can't|can not|may)(?: not)? be (?:set|provided|defined|specified|given|empty|null|"
                    + "blank|undefined|present)|has no value|not found)";
    private static final String KIND = "(?i:environment[ -]?variables?|env[ -]?vars?|env(?:ironment)?|variables?|"
            + "settings?|propert(?:y|ies)|config(?:uration)?(?: (?:keys?|values?|propert(?:y|ies)|options?|settings?|"
            + "variables?))?|options?)";
    private static final String UPPER = "\\b([A-Z][A-Z0-9_]{2,})\\b";
    private static final String UNDERSCORED = "\\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\\b";
    private static final String QUOTED = "[\"'`]([A-Za-z_][\\w.:-]*)[\"'`]";
    private static final String DOTTED = "\\b([a-zA-Z][\\w-]*(?:[.:][\\w-]+)+)\\b";

    private LogWords() {}

    static List<String> missingConfiguration() {
        return List.of(
                KIND + "[:\\s]+" + QUOTED + "[^\\n]{0,30}?" + LACKS,
                KIND + "[:\\s]+" + UPPER + "[^\\n]{0,20}?" + LACKS,
                KIND + "[:\\s]+" + DOTTED + "\\s+" + LACKS,
                "(?i:missing|required|undefined|unset|no value for|must (?:set|specify|provide|define))(?: \\w+){0,2}? "
                        + KIND + "(?:\\(s\\))?[:\\s]+" + QUOTED,
                "(?i:missing|required|undefined|unset|no value for|must (?:set|specify|provide|define))(?: \\w+){0,2}? "
                        + KIND + "(?:\\(s\\))?[:\\s]+" + UPPER,
                "(?i:missing|required|undefined|unset|no value for)(?: \\w+){0,2}? " + KIND + "(?:\\(s\\))?[:\\s]+"
                        + DOTTED,
                KIND + "(?: \\w+){0,2}? " + LACKS + "[:\\s]+" + UPPER,
                UPPER
                        + "[\"'`]? (?i:(?:is |was )?(?:not set|unset|undefined|not provided)|must be (?:set|provided|defined))",
                UNDERSCORED + "[\"'`]?:?\\s+(?:" + KIND + "\\s+)?" + LACKS,
                "(?i:missing)[:\\s]+(?:" + KIND + "[:\\s]+)?[\"'`]?" + UNDERSCORED,
                "(?i:must specify|need to set|forget to set|please set|set the)(?: \\w+){0,2}? [\"'`]?" + UNDERSCORED,
                "KeyError: ['\"]([A-Z][A-Z0-9_]{2,})['\"]",
                "key not found: [\"':]?([A-Za-z_]\\w*)",
                "Could not resolve placeholder '([^':]+)",
                "required key ([A-Z][A-Z0-9_]+) missing value",
                "Missing [`'](secret_key_base)",
                "([A-Za-z_]\\w*): (?:unbound variable|parameter (?:null or )?not set)",
                "unknown \"(\\w+)\" variable",
                "Value cannot be null\\. \\(Parameter '(\\w*(?i:connection|key|secret|config)\\w*)'\\)",
                "(?:ConnectionString) property has not been initialized");
    }
}
