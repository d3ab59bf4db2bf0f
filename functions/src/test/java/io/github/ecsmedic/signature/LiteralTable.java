package io.github.ecsmedic.signature;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the automaton that {@link Literals} reads: the same literals give the same bytes. */
final class LiteralTable {
    private static final int BYTES = 0x100;
    private static final char NONE = 0xffff;

    private final char[] classes = new char[BYTES + 1];
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> least = new ArrayList<>();

    /** A state: the beginning of some literals. */
    private static final class Node {
        private final int depth;
        private final SortedMap<Integer, Node> next = new TreeMap<>();
        private @Nullable Node fail;
        private @Nullable Node ends;
        private int number = -1;
        private int cell;
        private int base;

        Node(int depth) {
            this.depth = depth;
        }
    }

    private LiteralTable(SortedMap<String, NavigableSet<Integer>> literals) {
        classes(literals.keySet().stream());
        Node root = node(0);
        literals.forEach((literal, enough) -> add(root, literal, enough));
        link(root);
        place(root);
    }

    /** All literals of these signatures, of the phases and of the facts, with what is enough of each. */
    static SortedMap<String, NavigableSet<Integer>> literals(List<Signature> signatures) {
        SortedMap<String, NavigableSet<Integer>> all = new TreeMap<>();
        Stream.of(
                        signatures.stream().flatMap(signature -> literals(signature.clue())),
                        Phase.literals(),
                        Stream.of(Fact.values())
                                .flatMap(fact -> Capture.finders(fact).stream())
                                .flatMap(finder -> finder.guards().stream()))
                .flatMap(some -> some)
                .forEach(literal -> all.computeIfAbsent(literal.squeezed(), key -> new TreeSet<>())
                        .add(literal.least()));
        return all;
    }

    static byte[] of(SortedMap<String, NavigableSet<Integer>> literals) {
        return new LiteralTable(literals).bytes();
    }

    private static Stream<Literal> literals(Clue clue) {
        return switch (clue) {
            case Clue.Has(String literal, int least) -> Stream.of(Literal.of(literal, least));
            case Clue.All(List<Clue> clues) -> clues.stream().flatMap(LiteralTable::literals);
            case Clue.Any(List<Clue> clues) -> clues.stream().flatMap(LiteralTable::literals);
            case Clue.Not(Clue inner) -> literals(inner);
            case Clue.Finds ignored -> Stream.empty();
            case Clue.FindsTight ignored -> Stream.empty();
            case Clue.Around ignored -> Stream.empty();
        };
    }

    private void classes(Stream<String> literals) {
        NavigableSet<Integer> used = new TreeSet<>();
        literals.forEach(literal -> literal.chars().forEach(used::add));
        char last = 0;
        for (int c : used) {
            last++;
            classes[c] = last;
        }
        classes[BYTES] = last;
    }

    private Node node(int depth) {
        Node node = new Node(depth);
        nodes.add(node);
        return node;
    }

    private void add(Node root, String literal, NavigableSet<Integer> enough) {
        Node at = root;
        for (int i = 0; i < literal.length(); i++) {
            Node before = at;
            at = at.next.computeIfAbsent((int) classes[literal.charAt(i)], key -> node(before.depth + 1));
        }
        at.number = least.size();
        for (int some : enough) {
            least.add(some | (some == enough.last() ? 0 : Literals.MORE));
        }
    }

    private static void link(Node root) {
        Deque<Node> queue = new ArrayDeque<>(List.of(root));
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            for (Map.Entry<Integer, Node> edge : node.next.entrySet()) {
                Node next = edge.getValue();
                Node from = node.fail;
                while (from != null && !from.next.containsKey(edge.getKey())) {
                    from = from.fail;
                }
                Node fail = from == null ? root : from.next.get(edge.getKey());
                next.fail = fail;
                next.ends = next.number >= 0 ? next : fail.ends;
                queue.add(next);
            }
        }
    }

    /** Gives every state a cell so that the cells of what follows a state lie at its base plus their class. */
    private void place(Node root) {
        BitSet taken = new BitSet();
        taken.set(0);
        Deque<Node> queue = new ArrayDeque<>(List.of(root));
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            if (node.next.isEmpty()) {
                continue;
            }
            int first = node.next.firstKey();
            int cell = taken.nextClearBit(first);
            while (!free(taken, node, cell - first)) {
                cell = taken.nextClearBit(cell + 1);
            }
            node.base = cell - first;
            node.next.forEach((c, next) -> {
                next.cell = node.base + c;
                taken.set(next.cell);
                queue.add(next);
            });
        }
    }

    private static boolean free(BitSet taken, Node node, int base) {
        return node.next.keySet().stream().noneMatch(c -> taken.get(base + c));
    }

    private byte[] bytes() {
        int cells = nodes.stream()
                        .mapToInt(node -> Math.max(node.base, node.cell))
                        .max()
                        .orElse(0)
                + classes[BYTES]
                + 1;
        char[] base = new char[cells];
        char[] check = new char[cells];
        char[] fail = new char[cells];
        char[] ends = new char[cells];
        char[] number = new char[cells];
        char[] depth = new char[cells];
        Arrays.fill(check, NONE);
        for (Node node : nodes) {
            base[node.cell] = (char) node.base;
            fail[node.cell] = (char) (node.fail == null ? 0 : node.fail.cell);
            ends[node.cell] = (char) (node.ends == null ? 0 : node.ends.cell);
            number[node.cell] = (char) Math.max(node.number, 0);
            depth[node.cell] = (char) node.depth;
            node.next.values().forEach(next -> check[next.cell] = (char) node.cell);
        }
        char[] enough = new char[least.size()];
        for (int i = 0; i < enough.length; i++) {
            enough[i] = (char) (int) least.get(i);
        }
        return bytes(List.of(classes, base, check, fail, ends, number, depth, enough));
    }

    private static byte[] bytes(List<char[]> parts) {
        ByteBuffer table = ByteBuffer.allocate(parts.stream()
                .mapToInt(p -> Integer.BYTES + p.length * Character.BYTES)
                .sum());
        for (char[] part : parts) {
            table.putInt(part.length);
            for (char value : part) {
                table.putChar(value);
            }
        }
        return table.array();
    }
}
