import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the document of a headless run from standard input and prints the names of its lanes; ends with 1 when it is not such a document.
 */
public final class LanesOf {
    private LanesOf() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(System.in)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "it does not begin with an object");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("lanes")) {
                    readLanes(parser, names);
                } else {
                    parser.skipChildren();
                }
            }
            require(parser.nextToken() == null, "something follows the document");
        }
        require(!names.isEmpty(), "it has no lanes");
        System.out.println(String.join(" ", names));
    }

    private static void readLanes(JsonParser parser, List<String> names) throws Exception {
        require(parser.currentToken() == JsonToken.START_ARRAY, "its lanes are no list");
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("name")) {
                    names.add(parser.getText());
                }
                parser.skipChildren();
            }
        }
    }

    private static void require(boolean truth, String otherwise) {
        if (!truth) {
            System.err.println("This is no document of a run: " + otherwise + ".");
            System.exit(1);
        }
    }
}
