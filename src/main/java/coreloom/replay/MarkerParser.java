package coreloom.replay;

import coreloom.recording.SessionFormat;
import coreloom.recording.SessionKeys;
import coreloom.snapshot.Marker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the markers of a line; one of a kind that a newer release has added is passed over. */
final class MarkerParser {
    private static final Marker.Kind[] KINDS = Marker.Kind.values();

    private final NumberFields numbers = new NumberFields(1, SessionKeys.MONOTONIC);

    List<Marker> parse(Tokens tokens) throws IOException {
        List<Marker> markers = new ArrayList<>();
        tokens.array();
        while (tokens.nextObject()) {
            Tokens.within(markers.size(), 0, SessionFormat.MAX_MARKERS - 1);
            marker(tokens, markers);
        }
        return List.copyOf(markers);
    }

    private void marker(Tokens tokens, List<Marker> markers) throws IOException {
        String name = "";
        String text = "";
        numbers.clear();
        for (String key = tokens.key(); key != null; key = tokens.key()) {
            switch (key) {
                case SessionKeys.KIND -> name = tokens.text();
                case SessionKeys.TEXT -> text = tokens.text();
                default -> takeOrSkip(key, tokens);
            }
        }
        numbers.complete();
        for (Marker.Kind kind : KINDS) {
            if (SessionKeys.of(kind).equals(name)) {
                markers.add(new Marker(kind, numbers.get(0), text));
            }
        }
    }

    private void takeOrSkip(String key, Tokens tokens) throws IOException {
        if (!numbers.take(key, tokens)) {
            tokens.skip();
        }
    }
}
