package coreloom.gil.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a kernel is said before it runs. */
class AssemblerTest {
    private static final Path SHIPPED = Path.of("profiles", "kernels");

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.sorted().toList();
        }
    }

    private static String refused(String text) {
        return assertThrows(KernelFault.class, () -> Assembler.assemble("k.pyasm", text)).getMessage();
    }

    /** The text, with ; for the end of a line; line and sentence. U; is the head of a sound unit, R; its end. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "~: there is no function unit(value), which every kernel begins with.",
        "RESUME 0~, line 1: stands before the first function; begin one with: function unit(value).",
        "function unit value~, line 1: is no head of a function; write: function name(parameter, parameter).",
        "function unit(a, a)~, line 1: has a parameter \"a\", which is no name or there already.",
        "function unit(1)~, line 1: has a parameter \"1\", which is no name or there already.",
        "function unit()~, line 1: function unit has 0 parameters instead of one, the value of the unit before.",
        "U;R;function unit(value)~, line 4: function unit is there already, from line 1.",
        "constant X~, line 1: is no constant; write: constant NAME 1234.",
        "constant X 1;constant X 2~, line 2: constant X is there already.",
        "constant X 0x10000000000000000~, line 1: \"0x10000000000000000\" is no whole number of 64 bits.",
        "U;LOAD_CONST 010~, line 3: \"010\" is no whole number of 64 bits.",
        "U;LOAD_CONST Z~, line 3: there is no constant \"Z\"; write a whole number, None, True or False, or give it a value by: "
            + "constant NAME 1234.",
        "U;LOAD_FAS value~, line 3: \"LOAD_FAS\" is no instruction; docs/kernels.md lists them.",
        "U;LOAD_FAST~, line 3: LOAD_FAST needs an argument.",
        "U;POP_TOP 1~, line 3: POP_TOP has no argument, but \"1\" stands there.",
        "U;LOAD_FAST 1~, line 3: LOAD_FAST needs the name of a local, but has \"1\".",
        "U;BUILD_LIST many~, line 3: BUILD_LIST needs a whole number from 0 to 999999, but has \"many\".",
        "U;BINARY_OP ?~, line 3: BINARY_OP needs one of + & // << * % | >> - ^, but has \"?\".",
        "U;COMPARE_OP =~, line 3: COMPARE_OP needs one of < <= == != > >=, but has \"=\".",
        "U;LOAD_GLOBAL NULL + spin~, line 3: there is no function \"spin\" in this kernel, and none of len, object, send, receive, sleep, digest, "
            + "collect, range, sum is meant.",
        "U;LOAD_GLOBAL nothing~, line 3: there is no global \"nothing\"; there are lock, shared, connection, unit_steps, critical_steps, outside_steps, "
            + "latency_micros, extension_bytes, operation_steps, worker, and functions by: LOAD_GLOBAL NULL + name.",
        "U;LOAD_ATTR pop~, line 3: there is no method \"pop\"; there are append, acquire, release, recv, sendall.",
        "U;JUMP_FORWARD away~, line 3: there is no label \"away\" in function unit.",
        "U;JUMP_FORWARD end;end:~, line 3: label end has no instruction behind it.",
        "U;a:;a:~, line 4: label a is in function unit already.",
        "U;a:;JUMP_FORWARD a~, line 4: JUMP_FORWARD jumps only forward, but a is the other way.",
        "U;JUMP_BACKWARD a;a:;R~, line 3: JUMP_BACKWARD jumps only backward, but a is the other way.",
        "U;a:;LOAD_FAST value;POP_JUMP_IF_TRUE a;R~, line 5: POP_JUMP_IF_TRUE jumps only forward, but a is the other way.",
        "function unit(value)~, line 1: function unit must begin with RESUME 0.",
        "function unit(value);R~, line 2: function unit must begin with RESUME 0.",
        "U;RESUME 0;R~, line 3: RESUME stands only at the beginning of a function, and only with 0.",
        "U;NOP~, line 3: function unit ends without RETURN_VALUE or RETURN_CONST.",
        "U;POP_TOP;R~, line 3: POP_TOP takes more from the stack than is there.",
        "U;LOAD_CONST 1;BINARY_OP +;R~, line 4: BINARY_OP takes more from the stack than is there.",
        "U;COPY 1;R~, line 3: COPY 1 reaches for a place that the stack does not have.",
        "U;LOAD_CONST 1;SWAP 0;R~, line 4: SWAP 0 reaches for a place that the stack does not have.",
        "U;LOAD_CONST 1;LIST_APPEND 1;R~, line 4: LIST_APPEND 1 reaches for a place that the stack does not have.",
        "U;LOAD_FAST x;RETURN_VALUE~, line 3: x has no value yet on some way here.",
        "U;LOAD_FAST value;POP_JUMP_IF_TRUE a;LOAD_CONST 1;STORE_FAST x;a:;LOAD_FAST x;RETURN_VALUE~, "
            + "line 8: x has no value yet on some way here.",
        "U;LOAD_FAST value;POP_JUMP_IF_TRUE a;LOAD_CONST 1;a:;R~, line 7: the stack is 0 deep on one way here, and 1 deep on another.",
        "U;LOAD_CONST 1;R~, line 4: the function returns, but 1 values are left on the stack.",
        "U;RETURN_CONST 0;NOP;R~, line 4: no way leads to this NOP.",
        "U;LOAD_CONST 1;LOAD_CONST 1;CALL 0;RETURN_VALUE~, line 5: CALL 0 finds nothing to call under its arguments.",
        "U;CALL 0;RETURN_VALUE~, line 3: CALL 0 finds nothing to call under its arguments.",
        "U;LOAD_GLOBAL NULL + len;CALL 0;RETURN_VALUE~, line 4: len takes 1 arguments, but CALL gives it 0.",
        "U;LOAD_GLOBAL NULL + unit;CALL 0;RETURN_VALUE~, line 4: unit takes 1 arguments, but CALL gives it 0.",
        "U;LOAD_GLOBAL NULL + len;POP_TOP;R~, line 4: POP_TOP takes something that can only be called.",
    })
    void refusesWithFileAndLine(String text, String sentence) {
        String lines = text == null ? "" : text.replace("U;", "function unit(value);RESUME 0;").replaceAll("R$", "RETURN_CONST 0")
                .replace("R;", "RETURN_CONST 0;").replace(";", "\n");
        assertEquals("k.pyasm" + sentence, refused(lines));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whateverIsCutOffOrMixedUpIsASentenceOrAProgram(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        long seed = 20261121L + file.hashCode();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<String> mixed = new ArrayList<>(lines);
            for (int change = 0; change <= i % 3; change++) {
                int at = random.nextInt(mixed.size());
                if (random.nextBoolean()) {
                    mixed.remove(at);
                } else {
                    mixed.add(at, lines.get(random.nextInt(lines.size())));
                }
            }
            try {
                Assembler.assemble("k.pyasm", String.join("\n", mixed));
            } catch (KernelFault expected) {
                assertEquals(1, expected.getMessage().lines().count(), "seed " + seed + ": " + expected.getMessage());
            }
        }
    }

    @Test
    void knowsWhatAKernelNeeds() throws Exception {
        assertEquals(List.of("collect.pyasm", "cpu.pyasm", "echo.pyasm answers", "extension.pyasm", "io.pyasm device", "live.pyasm", "lock.pyasm locks",
                "longop.pyasm", "mixed.pyasm device", "refcount-own.pyasm", "refcount-shared.pyasm", "refcount.pyasm", "sleep.pyasm"),
                shipped().stream().map(AssemblerTest::needs).toList());
    }

    private static String needs(Path file) {
        try {
            Program program = Assembler.assemble(file.getFileName().toString(), Files.readString(file));
            return program.file() + (program.usesDevice() ? " device" : "") + (program.locks() ? " locks" : "")
                    + (program.answers() ? " answers" : "");
        } catch (IOException | KernelFault wrong) {
            return wrong.getMessage();
        }
    }
}
