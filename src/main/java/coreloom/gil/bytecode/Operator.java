package coreloom.gil.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code BINARY_OP} computes; with {@code =} behind its sign it is the same on numbers. In the order of CPython's numbers for them. */
enum Operator {
    ADD("+"), AND("&"), FLOOR_DIVIDE("//"), LEFT_SHIFT("<<"), MULTIPLY("*"), REMAINDER("%"), OR("|"), RIGHT_SHIFT(">>"), SUBTRACT("-"), XOR("^");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    static Optional<Operator> signed(String sign) {
        String plain = sign.endsWith("=") ? sign.substring(0, sign.length() - 1) : sign;
        return Arrays.stream(values()).filter(operator -> operator.sign.equals(plain)).findFirst();
    }

    static List<String> signs() {
        return Arrays.stream(values()).map(Operator::sign).toList();
    }
}
