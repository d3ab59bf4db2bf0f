package io.github.ecsmedic.infra;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** JSON objects with their keys in order: {@code Map.of} has another order in every run, and templates would too. */
final class Sorted {
    private Sorted() {}

    static SortedMap<String, Object> map(Map<?, ?> map) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value(value)));
        return sorted;
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof List<?> list ? list.stream().map(Sorted::value).toList() : value;
    }
}
