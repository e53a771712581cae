package coreloom.gil.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coreloom.gil.object.Counting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A unit that is left where it awaits and gone on with later does what it would have done in one go. */
class AwaitingTest {
    /** Awaits with values and a list on the stack, within a function of its own, and in a loop. */
    private static final String ALL_OVER = """
            function unit(value)
                RESUME 0
                LOAD_FAST value
                BUILD_LIST 1
                STORE_FAST kept
                LOAD_CONST 1000
                LOAD_FAST kept
                LOAD_CONST 0
                BINARY_SUBSCR
                LOAD_GLOBAL NULL + ask
                LOAD_FAST value
                LOAD_CONST 3
                CALL 2
                BINARY_OP +
                BINARY_OP +
                LOAD_GLOBAL NULL + sleep
                LOAD_CONST 7
                CALL 1
                POP_TOP
                LOAD_GLOBAL NULL + len
                LOAD_FAST kept
                CALL 1
                BINARY_OP +
                RETURN_VALUE
            function ask(question, times)
                RESUME 0
                LOAD_CONST 0
                STORE_FAST sum
            again:
                LOAD_GLOBAL lock
                LOAD_ATTR acquire
                CALL 0
                POP_TOP
                LOAD_GLOBAL NULL + send
                LOAD_FAST question
                CALL 1
                POP_TOP
                LOAD_FAST sum
                LOAD_GLOBAL NULL + receive
                CALL 0
                BINARY_OP +
                STORE_FAST sum
                LOAD_GLOBAL lock
                LOAD_ATTR release
                CALL 0
                POP_TOP
                LOAD_FAST times
                LOAD_CONST 1
                BINARY_OP -
                STORE_FAST times
                LOAD_FAST times
                POP_JUMP_IF_FALSE done
                JUMP_BACKWARD again
            done:
                LOAD_FAST sum
                RETURN_VALUE
            """;

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("profiles", "kernels"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedKernelDoesTheSameInPieces(Path file) throws Exception {
        assertSameInPieces(Files.readString(file));
    }

    @Test
    void theStackStaysAsItWas() throws Exception {
        assertSameInPieces(ALL_OVER);
    }

    private static void assertSameInPieces(String text) throws Exception {
        Alone whole = new Alone(text, 300, Counting.Way.PLAIN);
        Alone pieces = new Alone(text, 300, Counting.Way.PLAIN);
        pieces.patience = 2;
        long expected = 3;
        long value = 3;
        for (int unit = 0; unit < 4; unit++) {
            expected = whole.run(expected);
            value = pieces.runInPieces(value);
            assertEquals(expected, value);
        }
        assertEquals(whole.asked.toString(), pieces.asked.toString(), "each call is done once");
        assertEquals(whole.polls, pieces.polls, "a call that awaits has not ended yet, and is not polled");
        assertEquals(whole.heap.account().freed(), pieces.heap.account().freed());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,10", "3,30"})
    void isLeftAtEachBlockingCallAsOftenAsThatAwaits(int patience, int resumed) throws Exception {
        Alone alone = new Alone(ALL_OVER, 1, Counting.Way.PLAIN);
        alone.patience = patience;
        assertEquals(1000 + 4 + 15 + 1, alone.runInPieces(4));
        assertEquals(resumed, alone.resumed, "three turns of three calls, and one more");
    }

    @Test
    void whoCannotGoOnWithAUnitMustNotAwait() throws Exception {
        Alone alone = Alone.unit("LOAD_GLOBAL NULL + receive;CALL 0;RETURN_VALUE");
        alone.patience = 1;
        assertEquals("a work unit awaits, but is not run as a coroutine",
                assertThrows(IllegalStateException.class, () -> alone.run(1)).getMessage());
    }
}
