package pawl.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which tokens are in each cluster and event: by name, by the clusters inside it, and by attribute (D7). Clusters and events may refer
 * to each other; what refers to itself that way is refused, and so is what has no member.
 */
final class Ontology {
    private static final String VENUE = "venue";
    private static final String EVENT = "event";

    /** A cluster or an event while its members are found. */
    private static final class Group {
        private final String kind;
        private final String name;
        private final String path;
        private final JsonNode node;
        private final Set<Integer> members = new TreeSet<>();
        private boolean isResolved;

        private Group(String kind, String name, String path, JsonNode node) {
            this.kind = kind;
            this.name = name;
            this.path = path;
            this.node = node;
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    private final List<JsonNode> tokens;
    private final List<String> tokenNames;
    private final List<String> venueNames;
    private final ProblemList problems;
    private final Map<String, Group> clusters = new TreeMap<>();
    private final Map<String, Group> events = new TreeMap<>();
    private final List<Group> open = new ArrayList<>();

    private Ontology(JsonNode root, List<JsonNode> tokens, ProblemList problems) {
        this.tokens = tokens;
        this.problems = problems;
        tokenNames = tokens.stream().map(Ontology::nameOf).toList();
        venueNames = root.path("venues").values().stream().map(Ontology::nameOf).toList();
        addGroups(root, "clusters", "cluster", clusters);
        addGroups(root, "events", "event", events);
    }

    private static void addGroups(JsonNode root, String list, String kind, Map<String, Group> groups) {
        JsonNode nodes = root.path(list);
        for (int i = 0; i < nodes.size(); i++) {
            String name = nameOf(nodes.path(i));
            groups.put(name, new Group(kind, name, SourceLines.item(list, i), nodes.path(i)));
        }
    }

    private static String nameOf(JsonNode node) {
        return node.path("name").stringValue();
    }

    /**
     * Finds all members.
     *
     * @param root as the schema wants it
     * @param tokens its tokens in order of name
     */
    static Ontology resolve(JsonNode root, List<JsonNode> tokens, ProblemList problems) {
        Ontology ontology = new Ontology(root, tokens, problems);
        ontology.clusters.values().forEach(ontology::resolve);
        ontology.events.values().forEach(ontology::resolve);
        return ontology;
    }

    /** Indices of the tokens, rising. */
    List<Integer> membersOfCluster(String name) {
        return List.copyOf(named(clusters, name).members);
    }

    /** Indices of the tokens, rising. */
    List<Integer> membersOfEvent(String name) {
        return List.copyOf(named(events, name).members);
    }

    /** In order of name. */
    Map<String, JsonNode> clusterNodes() {
        return nodes(clusters);
    }

    /** In order of name. */
    Map<String, JsonNode> eventNodes() {
        return nodes(events);
    }

    private static Map<String, JsonNode> nodes(Map<String, Group> groups) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        groups.forEach((name, group) -> nodes.put(name, group.node));
        return nodes;
    }

    private static Group named(Map<String, Group> groups, String name) {
        return Objects.requireNonNull(groups.get(name));
    }

    private void resolve(Group group) {
        if (group.isResolved) {
            return;
        }
        if (open.contains(group)) {
            List<String> cycle = new ArrayList<>();
            open.subList(open.indexOf(group), open.size()).forEach(step -> cycle.add(step.toString()));
            cycle.add(group.toString());
            problems.add(group.path, "it is made of itself: " + String.join(" -> ", cycle));
            return;
        }
        open.add(group);
        addByName(group);
        addNested(group);
        addByAttribute(group);
        open.removeLast();
        group.isResolved = true;
        if (group.members.isEmpty()) {
            problems.add(group.path, group + " has no member; name tokens, clusters or where");
        }
    }

    private void addByName(Group group) {
        JsonNode names = group.node.path("tokens");
        for (int i = 0; i < names.size(); i++) {
            String name = names.path(i).stringValue();
            if (KnownNames.check(tokenNames, "token", SourceLines.item(group.path + ".tokens", i), name, problems)) {
                group.members.add(tokenNames.indexOf(name));
            }
        }
    }

    private void addNested(Group group) {
        JsonNode names = group.node.path("clusters");
        for (int i = 0; i < names.size(); i++) {
            String name = names.path(i).stringValue();
            String path = SourceLines.item(group.path + ".clusters", i);
            if (KnownNames.check(clusters.keySet(), "cluster", path, name, problems)) {
                resolve(named(clusters, name));
                group.members.addAll(named(clusters, name).members);
            }
        }
    }

    private void addByAttribute(Group group) {
        JsonNode selectors = group.node.path("where");
        for (int i = 0; i < selectors.size(); i++) {
            String path = SourceLines.item(group.path + ".where", i);
            Set<Integer> matching = new TreeSet<>();
            for (int token = 0; token < tokens.size(); token++) {
                matching.add(token);
            }
            boolean areKnown = true;
            for (Map.Entry<String, JsonNode> condition : selectors.path(i).properties()) {
                String value = condition.getValue().stringValue();
                String valuePath = SourceLines.key(path, condition.getKey());
                areKnown &= narrow(matching, condition.getKey(), value, valuePath);
            }
            if (areKnown && matching.isEmpty()) {
                problems.add(path, "no token has all of this");
            }
            group.members.addAll(areKnown ? matching : Set.of());
        }
    }

    /** Keeps those that have it; false when there is no such thing to have. */
    private boolean narrow(Set<Integer> matching, String key, String value, String path) {
        return switch (key) {
            case VENUE -> {
                matching.removeIf(
                        token -> !tokens.get(token).path("instruments").has(value));
                yield KnownNames.check(venueNames, VENUE, path, value, problems);
            }
            case EVENT ->
                KnownNames.check(events.keySet(), EVENT, path, value, problems)
                        && keepMembers(matching, named(events, value));
            default -> {
                matching.removeIf(token -> !value.equals(attribute(token, key)));
                yield isAttribute(key, path) && KnownNames.check(valuesOf(key), key, path, value, problems);
            }
        };
    }

    private boolean keepMembers(Set<Integer> matching, Group event) {
        resolve(event);
        matching.retainAll(event.members);
        return true;
    }

    private String attribute(int token, String key) {
        return tokens.get(token).path("attributes").path(key).stringValue("");
    }

    private boolean isAttribute(String key, String path) {
        Set<String> keys = new TreeSet<>(Set.of(VENUE, EVENT));
        tokens.forEach(token -> keys.addAll(token.path("attributes").propertyNames()));
        return KnownNames.check(keys, "attribute", path, key, problems);
    }

    private Set<String> valuesOf(String key) {
        Set<String> values = new TreeSet<>();
        tokens.forEach(
                token -> token.path("attributes").path(key).stringValueOpt().ifPresent(values::add));
        return values;
    }
}
