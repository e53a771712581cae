package coreloom.gil.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code COMPARE_OP} compares, in CPython's order. */
enum Comparison {
    LESS("<"), LESS_OR_EQUAL("<="), EQUAL("=="), NOT_EQUAL("!="), GREATER(">"), GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    static Optional<Comparison> signed(String sign) {
        return Arrays.stream(values()).filter(comparison -> comparison.sign.equals(sign)).findFirst();
    }

    static List<String> signs() {
        return Arrays.stream(values()).map(comparison -> comparison.sign).toList();
    }
}
