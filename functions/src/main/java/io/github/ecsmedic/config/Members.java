package io.github.ecsmedic.config;

import io.github.ecsmedic.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The accounts beside our own, and the regions beside our own, from which events come.
 *
 * @param home our own account and region
 * @param names each listed account with the name that people know it by, or {@code ""}; our own may be named too
 * @param organization the organisation of which every account is a member; {@code ""} when only listed ones are
 * @param role the name of the role that members have for us
 * @param externalId what a member's role wants to hear
 * @param regions beside our own, in every account
 */
public record Members(
        Place home,
        SortedMap<String, String> names,
        String organization,
        String role,
        String externalId,
        List<String> regions) {
    /** {@code 222233334444=payments 333344445555}; none when it is missing. */
    public static final String MEMBERS = "ECS_MEDIC_MEMBERS";

    /** {@code o-…}; none when it is missing. */
    public static final String ORGANIZATION = "ECS_MEDIC_ORGANIZATION";

    /** The name of the role in members; must be there when there are any. */
    public static final String ROLE = "ECS_MEDIC_MEMBER_ROLE";

    /** Must be there when there are members. */
    public static final String EXTERNAL_ID = "ECS_MEDIC_EXTERNAL_ID";

    /** Space between; our own is always one. */
    public static final String REGIONS = "ECS_MEDIC_REGIONS";

    /** What a list of members may take of the function's environment, of which AWS allows 4 kB in all. */
    public static final int LONGEST = 1_000;

    private static final int ID = 12;

    public Members {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        regions = List.copyOf(regions);
    }

    /** Our own account and region alone. */
    public static Members none(Place home) {
        return new Members(home, Collections.emptySortedMap(), "", "", "", List.of());
    }

    /** Whether it is one whose role we may ask for; our own account is none. */
    public boolean has(String account) {
        return !account.equals(home.account()) && (!organization.isEmpty() || names.containsKey(account));
    }

    /** The accounts that have a name, by their ids. */
    public Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>(names);
        titles.values().removeIf(String::isEmpty);
        return titles;
    }

    /** All that can be listed: our own place first, then others by region and account. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(home));
        List<String> everywhere = new ArrayList<>(List.of(home.region()));
        everywhere.addAll(regions);
        TreeMap<String, String> accounts = new TreeMap<>(names);
        accounts.put(home.account(), "");
        for (String region : everywhere) {
            accounts.keySet().stream()
                    .map(account -> new Place(account, region))
                    .filter(place -> !places.contains(place))
                    .forEach(places::add);
        }
        return List.copyOf(places);
    }

    static Members read(Map<String, String> environment, List<String> faults) {
        Place home = Settings.home(Settings.text(environment, Settings.TOPIC_ARN));
        String listed = Settings.text(environment, MEMBERS);
        String organization = Settings.text(environment, ORGANIZATION);
        boolean some = !listed.isEmpty() || !organization.isEmpty();
        String role = held(
                Settings.text(environment, ROLE), some, Members::isRole, ROLE + " is not the name of a role", faults);
        String id = held(
                Settings.text(environment, EXTERNAL_ID),
                some,
                Members::isExternalId,
                EXTERNAL_ID + " must be 8 to 200 letters, digits or any of +=,.@:/_-",
                faults);
        held(
                listed,
                false,
                text -> parse(text).isPresent(),
                MEMBERS + " must hold ids of accounts, each with =NAME or without",
                faults);
        held(
                organization,
                false,
                Members::isOrganization,
                ORGANIZATION + " is not the id of an organisation (o-…)",
                faults);
        String regions = Settings.text(environment, REGIONS);
        held(
                regions,
                false,
                Members::areRegions,
                REGIONS + " must hold names of regions, with a space between",
                faults);
        return new Members(
                home,
                parse(listed).orElse(Collections.emptySortedMap()),
                organization,
                role,
                id,
                words(regions).stream()
                        .filter(r -> !r.equals(home.region()))
                        .distinct()
                        .toList());
    }

    private static String held(
            String value, boolean needed, Predicate<String> right, String fault, List<String> faults) {
        if (value.isEmpty() ? needed : !right.test(value)) {
            faults.add(fault);
        }
        return value;
    }

    /** The accounts with their names; empty when the text is no list of them. */
    public static Optional<SortedMap<String, String>> parse(String text) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            String id = equals < 0 ? word : word.substring(0, equals);
            String name = equals < 0 ? "" : word.substring(equals + 1);
            if (!isAccount(id) || !name.chars().allMatch(Members::ofAName) || (equals >= 0 && name.isEmpty())) {
                return Optional.empty();
            }
            names.put(id, name);
        }
        return Optional.of(names);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public static boolean isAccount(String text) {
        return text.length() == ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public static boolean isOrganization(String text) {
        return text.startsWith("o-")
                && text.length() >= ID
                && text.length() <= 34
                && text.substring(2).chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    }

    public static boolean isRole(String text) {
        return !text.isEmpty()
                && text.length() <= 64
                && text.chars().allMatch(c -> alphanumeric(c) || "+=,.@_-".indexOf(c) >= 0);
    }

    public static boolean isExternalId(String text) {
        return text.length() >= 8
                && text.length() <= 200
                && text.chars().allMatch(c -> alphanumeric(c) || "+=,.@:/_-".indexOf(c) >= 0);
    }

    public static boolean areRegions(String text) {
        return words(text).stream()
                .allMatch(word -> word.contains("-")
                        && word.length() <= 25
                        && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'));
    }

    private static boolean ofAName(int c) {
        return alphanumeric(c) || "._-".indexOf(c) >= 0;
    }

    private static boolean alphanumeric(int c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
