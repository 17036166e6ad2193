package pawl.kernel.review;

import java.util.List;
import java.util.SequencedMap;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.EngineParts;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.TokenLane;

/** Explains a token, its clusters and its events as they stand after a tick. */
public final class TickExplainer {
    private TickExplainer() {}

    /** @param parts receives each part of the explanation, by name */
    public static void explain(
            EngineParts engine, String tokenName, SequencedMap<String, SequencedMap<String, Object>> parts)
            throws PawlException {
        List<Token> tokens = engine.plan().tokens();
        List<String> names = tokens.stream().map(Token::name).toList();
        int token = names.indexOf(tokenName);
        if (token < 0) {
            throw new PawlException(
                    Kind.USAGE, "there is no token " + tokenName + "; there are " + String.join(", ", names));
        }
        TokenLane lane = engine.lane(token);
        List<String> venues =
                engine.plan().venues().stream().map(EnginePlan.Venue::name).toList();
        new TokenExplainer(lane, venues, parts).explain();
        engine.plan().events().events().stream()
                .filter(event -> event.members().contains(token))
                .forEach(event -> {
                    int index = engine.plan().events().events().indexOf(event);
                    parts.put(
                            "event " + event.name(),
                            GroupExplainer.explain(engine.groups().events().get(index), lane));
                });
        engine.plan().clusters().clusters().stream()
                .filter(cluster -> cluster.members().contains(token))
                .forEach(cluster -> {
                    int index = engine.plan().clusters().clusters().indexOf(cluster);
                    parts.put(
                            "cluster " + cluster.name(),
                            GroupExplainer.explain(engine.groups().clusters().get(index)));
                });
    }
}
