package coreloom.sampler.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineCoresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0", "0-3|0 1 2 3", "0-1,3|0 1 3", "1|1", "0-1,4-5,8|0 1 4 5 8", "2,0-1|0 1 2", "0,0|0"})
    void takesTheListApart(String list, String ids) {
        int[] expected = Stream.of(ids.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertArrayEquals(expected, OnlineCores.parse(list + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x", "0-", "-1", "0,,1", "0-3 5", "999999999", "0-999999999", "3-1", "0\n1"})
    void whatIsNoListTellsNothing(String list) {
        assertArrayEquals(new int[0], OnlineCores.parse(list));
    }

    @Test
    void aMissingFileTellsNothing(@TempDir Path directory) {
        assertArrayEquals(new int[0], new OnlineCores(directory.resolve("online")).read());
    }

    @Test
    void readsTheFileAnewEachTime(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("online");
        OnlineCores online = new OnlineCores(file);
        Files.writeString(file, "0-1\n");
        assertArrayEquals(new int[] {0, 1}, online.read());
        Files.writeString(file, "1\n");
        assertArrayEquals(new int[] {1}, online.read());
    }
}
