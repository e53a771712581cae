package coreloom.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds JSON against a JSON Schema: the keywords that docs/session.schema.json uses, and no others. Stricter than the standard in one point: a
 * key that the schema does not name is a fault.
 */
final class SchemaCheck {
    private static final Set<String> REMARKS = Set.of("$schema", "title", "description", "$defs", "then", "else");

    private final Map<?, ?> schema;
    private final Set<String> met = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    SchemaCheck(String schema) throws IOException {
        this.schema = (Map<?, ?>) parse(schema);
    }

    /** What is wrong with the document; empty when nothing is. */
    List<String> faults(String document) throws IOException {
        faults.clear();
        check(parse(document), schema, "$");
        return List.copyOf(faults);
    }

    /** The keys of the schema that no document has had so far, each behind the name of its definition. */
    Set<String> unmet() {
        Set<String> all = new TreeSet<>();
        ((Map<?, ?>) schema.get("$defs")).forEach((name, definition) -> collect("#/$defs/" + name, (Map<?, ?>) definition, all));
        all.removeAll(met);
        return all;
    }

    private static void collect(String where, Map<?, ?> part, Set<String> all) {
        if (part.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, value) -> {
                all.add(where + "/" + key);
                if (value instanceof Map<?, ?> nested) {
                    collect(where + "/" + key, nested, all);
                }
            });
        }
        if (part.get("items") instanceof Map<?, ?> items) {
            collect(where + "/items", items, all);
        }
    }

    private void check(Object value, Map<?, ?> part, String where) {
        check(value, part, where, "");
    }

    private void check(Object value, Map<?, ?> part, String where, String place) {
        part.forEach((keyword, wanted) -> {
            if (!REMARKS.contains(keyword) && !holds(value, part, String.valueOf(keyword), wanted, where, place)) {
                faults.add(where + " is " + brief(value) + ", not " + keyword + " " + brief(wanted));
            }
        });
        if (value instanceof Map<?, ?> object && part.containsKey("properties")) {
            Map<?, ?> properties = (Map<?, ?>) part.get("properties");
            object.keySet().stream().filter(key -> !properties.containsKey(key)).forEach(key -> faults.add(where + "." + key + " is not in the schema"));
        }
    }

    private boolean holds(Object value, Map<?, ?> part, String keyword, Object wanted, String where, String place) {
        return !concerns(keyword, value) || switch (keyword) {
            case "$ref" -> {
                String name = String.valueOf(wanted);
                check(value, (Map<?, ?>) ((Map<?, ?>) schema.get("$defs")).get(name.substring("#/$defs/".length())), where, name);
                yield true;
            }
            case "if" -> {
                SchemaCheck trial = new SchemaCheck(schema);
                trial.check(value, (Map<?, ?>) wanted, where);
                check(value, (Map<?, ?>) part.get(trial.faults.isEmpty() ? "then" : "else"), where);
                yield true;
            }
            case "type" -> switch (String.valueOf(wanted)) {
                case "object" -> value instanceof Map;
                case "array" -> value instanceof List;
                case "string" -> value instanceof String;
                case "boolean" -> value instanceof Boolean;
                case "integer" -> value instanceof BigInteger;
                default -> throw new AssertionError("unknown type " + wanted);
            };
            case "properties" -> {
                ((Map<?, ?>) wanted).forEach((key, inner) -> {
                    if (((Map<?, ?>) value).containsKey(key)) {
                        met.add(place + "/" + key);
                        check(((Map<?, ?>) value).get(key), (Map<?, ?>) inner, where + "." + key, place + "/" + key);
                    }
                });
                yield true;
            }
            case "additionalProperties" -> {
                ((Map<?, ?>) value).forEach((key, inner) -> check(inner, (Map<?, ?>) wanted, where + "." + key));
                yield true;
            }
            case "propertyNames" -> {
                ((Map<?, ?>) value).keySet().forEach(key -> check(key, (Map<?, ?>) wanted, where + " key " + key));
                yield true;
            }
            case "items" -> {
                ((List<?>) value).forEach(item -> check(item, (Map<?, ?>) wanted, where + "[]", place + "/items"));
                yield true;
            }
            case "required" -> ((Map<?, ?>) value).keySet().containsAll((List<?>) wanted);
            case "enum" -> ((List<?>) wanted).contains(value);
            case "const" -> wanted.equals(value);
            case "minimum" -> ((BigInteger) value).compareTo((BigInteger) wanted) >= 0;
            case "maximum" -> ((BigInteger) value).compareTo((BigInteger) wanted) <= 0;
            case "minItems" -> ((List<?>) value).size() >= ((BigInteger) wanted).intValue();
            case "maxItems" -> ((List<?>) value).size() <= ((BigInteger) wanted).intValue();
            case "minLength" -> length(value) >= ((BigInteger) wanted).intValue();
            case "maxLength" -> length(value) <= ((BigInteger) wanted).intValue();
            default -> throw new AssertionError("this check does not know the keyword " + keyword);
        };
    }

    /** A keyword for values of one kind says nothing of others. */
    private static boolean concerns(String keyword, Object value) {
        return switch (keyword) {
            case "properties", "additionalProperties", "propertyNames", "required" -> value instanceof Map;
            case "items", "minItems", "maxItems" -> value instanceof List;
            case "minimum", "maximum" -> value instanceof BigInteger;
            case "minLength", "maxLength" -> value instanceof String;
            default -> true;
        };
    }

    private SchemaCheck(Map<?, ?> schema) {
        this.schema = schema;
    }

    private static int length(Object text) {
        return ((String) text).codePointCount(0, ((String) text).length());
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static Object parse(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_STRING -> parser.getText();
            default -> throw new IOException("no session has " + parser.currentToken());
        };
    }
}
