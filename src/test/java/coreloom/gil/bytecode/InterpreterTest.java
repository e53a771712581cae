package coreloom.gil.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.gil.object.Counting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The instructions, one by one, give what CPython's give; the eval breaker is polled where CPython polls it. */
class InterpreterTest {
    private static long compute(String sign, long left, long right) throws Exception {
        return Alone.unit("LOAD_CONST " + left + ";LOAD_CONST " + right + ";" + sign + ";RETURN_VALUE").run(0);
    }

    /** Values of CPython 3.12. */
    @ParameterizedTest
    @CsvSource({"+,7,-3,4", "-,7,-3,10", "*,7,-3,-21", "//,7,-3,-3", "//,-7,3,-3", "//,-9223372036854775807,-1,9223372036854775807", "%,7,-3,-2",
        "%,-7,3,2", "&,-4,6,4", "|,-4,1,-3", "^,-4,6,-6", "<<,3,5,96", "<<,0,900,0", "<<,-1,62,-4611686018427387904", ">>,-5,1,-3", ">>,-5,900,-1",
        "+=,1,2,3", ">>=,9,1,4"})
    void computesAsPython(String sign, long left, long right, long result) throws Exception {
        assertEquals(result, compute("BINARY_OP " + sign, left, right));
    }

    @ParameterizedTest
    @CsvSource({"<,1,2,1", "<,2,2,0", "<=,2,2,1", "==,2,2,1", "!=,2,2,0", ">,2,2,0", ">,3,2,1", ">=,2,3,0"})
    void comparesAsPython(String sign, long left, long right, long result) throws Exception {
        assertEquals(result, compute("COMPARE_OP " + sign, left, right));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "LOAD_FAST value;UNARY_NEGATIVE;RETURN_VALUE~-9",
        "LOAD_FAST value;UNARY_INVERT;RETURN_VALUE~-10",
        "LOAD_FAST value;UNARY_NOT;RETURN_VALUE~0",
        "LOAD_CONST None;UNARY_NOT;RETURN_VALUE~1",
        "BUILD_LIST 0;UNARY_NOT;RETURN_VALUE~1",
        "LOAD_CONST 4;LOAD_CONST 5;SWAP 2;BINARY_OP -;RETURN_VALUE~1",
        "LOAD_CONST 4;LOAD_CONST 5;COPY 2;BINARY_OP -;BINARY_OP -;RETURN_VALUE~3",
        "LOAD_CONST 4;LOAD_CONST 5;BUILD_LIST 2;LOAD_CONST -1;BINARY_SUBSCR;RETURN_VALUE~5",
        "BUILD_LIST 0;LOAD_CONST 8;LIST_APPEND 1;LOAD_CONST 0;BINARY_SUBSCR;RETURN_VALUE~8",
        "LOAD_CONST 1;BUILD_LIST 1;STORE_FAST a;LOAD_CONST 6;LOAD_FAST a;LOAD_CONST 0;STORE_SUBSCR;LOAD_FAST a;LOAD_CONST 0;BINARY_SUBSCR;"
            + "RETURN_VALUE~6",
        "BUILD_LIST 0;STORE_FAST a;LOAD_FAST a;LOAD_ATTR append;LOAD_FAST a;CALL 1;POP_TOP;LOAD_GLOBAL NULL + len;LOAD_FAST a;CALL 1;"
            + "RETURN_VALUE~1",
        "BUILD_LIST 0;STORE_FAST a;LOAD_FAST a;LOAD_FAST a;COMPARE_OP ==;RETURN_VALUE~1",
        "BUILD_LIST 0;BUILD_LIST 0;COMPARE_OP !=;RETURN_VALUE~1",
        "LOAD_CONST None;POP_JUMP_IF_NONE a;RETURN_CONST 1;a:;RETURN_CONST 2~2",
        "LOAD_CONST 0;POP_JUMP_IF_NOT_NONE a;RETURN_CONST 1;a:;RETURN_CONST 2~2",
        "LOAD_CONST 0;POP_JUMP_IF_TRUE a;RETURN_CONST 1;a:;RETURN_CONST 2~1",
        "LOAD_CONST 2;JUMP_FORWARD a;a:;RETURN_VALUE~2",
        "LOAD_GLOBAL NULL + collect;CALL 0;POP_JUMP_IF_NONE a;RETURN_CONST 1;a:;RETURN_CONST 2~2",
    })
    void doesAsPython(String body, long result) throws Exception {
        assertEquals(result, Alone.unit(body).run(9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "LOAD_FAST value;LOAD_CONST 0;BINARY_OP //;RETURN_VALUE~5: integer division or modulo by zero.",
        "LOAD_FAST value;LOAD_CONST 0;BINARY_OP %;RETURN_VALUE~5: integer division or modulo by zero.",
        "LOAD_FAST value;LOAD_CONST -1;BINARY_OP <<;RETURN_VALUE~5: negative shift count.",
        "LOAD_CONST 0x7FFFFFFFFFFFFFFF;LOAD_CONST 1;BINARY_OP +;RETURN_VALUE~5: the result is a whole number of more than 64 bits, "
            + "which Python has and this machine has not.",
        "LOAD_CONST 1;LOAD_CONST 63;BINARY_OP <<;RETURN_VALUE~5: the result is a whole number of more than 64 bits, "
            + "which Python has and this machine has not.",
        "BUILD_LIST 0;LOAD_CONST 1;BINARY_OP +;RETURN_VALUE~5: needs two numbers, but has a list.",
        "BUILD_LIST 0;LOAD_CONST 0;BINARY_SUBSCR;RETURN_VALUE~5: list index out of range: 0 of 0.",
        "LOAD_FAST value;LOAD_CONST 0;BINARY_SUBSCR;RETURN_VALUE~5: needs a list, but has a number.",
        "LOAD_FAST value;LOAD_ATTR append;LOAD_CONST 0;CALL 1;RETURN_VALUE~4: 'int' object has no attribute 'append'.",
        "LOAD_GLOBAL lock;LOAD_ATTR append;LOAD_CONST 0;CALL 1;RETURN_VALUE~4: '_thread.lock' object has no attribute 'append'.",
        "LOAD_GLOBAL NULL + sleep;LOAD_CONST -1;CALL 1;RETURN_VALUE~5: needs a number of at least 0, but has -1.",
        "LOAD_GLOBAL NULL + sum;LOAD_CONST 1;CALL 1;RETURN_VALUE~5: sum needs a range, but has a number.",
        "LOAD_GLOBAL connection;LOAD_ATTR acquire;CALL 0;RETURN_VALUE~4: 'socket' object has no attribute 'acquire'.",
        "LOAD_GLOBAL connection;LOAD_ATTR recv;LOAD_CONST 2;CALL 1;RETURN_VALUE~6: recv reads one byte at a time here, but is asked for 2.",
        "LOAD_GLOBAL NULL + unit;LOAD_CONST 1;CALL 1;RETURN_VALUE~5: maximum recursion depth exceeded.",
        "BUILD_LIST 0;RETURN_VALUE~4: unit returns a list instead of a number.",
        "RETURN_CONST None~3: unit returns a NoneType instead of a number.",
    })
    void failsWithFileAndLineWherePythonRaises(String body, String sentence) throws Exception {
        Alone alone = Alone.unit(body);
        assertEquals("k.pyasm, line " + sentence, assertThrows(KernelFailure.class, () -> alone.run(9)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "RETURN_CONST 0~1~RESUME",
        "BUILD_LIST 0;STORE_FAST a;LOAD_GLOBAL NULL + len;LOAD_FAST a;CALL 1;RETURN_VALUE~1~not after len",
        "BUILD_LIST 0;LOAD_ATTR append;LOAD_CONST 1;CALL 1;POP_TOP;RETURN_CONST 0~1~not after append",
        "LOAD_GLOBAL NULL + object;CALL 0;POP_TOP;RETURN_CONST 0~2~after a builtin",
        "LOAD_GLOBAL NULL + digest;LOAD_CONST 1;LOAD_CONST 1000000;CALL 2;RETURN_VALUE~2~after a long extension call, not within",
        "LOAD_GLOBAL lock;LOAD_ATTR acquire;CALL 0;POP_TOP;RETURN_CONST 0~2~after a method",
        "LOAD_GLOBAL NULL + sum;LOAD_GLOBAL NULL + range;LOAD_CONST 100000;CALL 1;CALL 1;RETURN_VALUE~3~after a long operation, not within",
        "LOAD_FAST value;POP_JUMP_IF_TRUE a;a:;JUMP_FORWARD b;b:;RETURN_CONST 0~1~not at forward jumps",
    })
    void pollsWhereCPythonPolls(String body, int polls, String why) throws Exception {
        Alone alone = Alone.unit(body);
        alone.run(1);
        assertEquals(polls, alone.polls, why);
    }

    @Test
    void pollsAtEachBackwardJumpAndOnceForACallOfAFunction() throws Exception {
        Alone cpu = shipped("cpu", 10);
        cpu.run(1);
        assertEquals(1 + 9, cpu.polls, "entry, and nine ways back of ten turns");
        Alone lock = shipped("lock", 1);
        lock.run(1);
        assertEquals(3 + 2, lock.polls, "three entries, two methods, no way back");
        assertEquals("acquire release ", lock.asked.toString());
    }

    @Test
    void asksItsSurroundings() throws Exception {
        Alone mixed = shipped("mixed", 0);
        assertEquals(12 + 5, mixed.run(12));
        assertEquals("send 12 receive ", mixed.asked.toString());
        Alone extension = shipped("extension", 4096);
        assertEquals(3 * 7 + 4096, extension.run(3));
    }

    /** The values are those of the Python functions in the kernels' comments. */
    @Test
    void theShippedKernelsGiveWhatPythonGives() throws Exception {
        assertEquals(56_785, shipped("cpu", 1000).run(77), "cpu");
        assertEquals(1077, shipped("refcount", 1000).run(77), "refcount");
        assertEquals(1077, shipped("collect", 1000).run(77), "collect");
        assertEquals(77 * 31 + 5, shipped("io", 0).run(77), "io");
        assertEquals(78, shipped("longop", 10_000).run(77), "longop");
        assertEquals(56_785, shipped("echo", 1000).run(77), "echo, not the first worker");
        Alone first = shipped("echo", 0);
        assertEquals(78, first.run(77), "echo");
        assertEquals("recv sendall 65 ", first.asked.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theWayOfCountingChangesNoResult(Counting.Way way) throws Exception {
        Alone collect = new Alone(text("collect"), 1000, way);
        assertEquals(1077, collect.run(77));
        assertTrue(collect.heap.account().freed() >= 1400, "freed " + collect.heap.account().freed());
        assertEquals(1077, new Alone(text("refcount"), 1000, way).run(77));
    }

    private static Alone shipped(String kernel, long steps) throws IOException, KernelFault {
        return new Alone(text(kernel), steps, Counting.Way.PLAIN);
    }

    private static String text(String kernel) throws IOException {
        return Files.readString(Path.of("profiles", "kernels", kernel + ".pyasm"));
    }
}
