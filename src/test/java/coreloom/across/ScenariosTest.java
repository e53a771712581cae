package coreloom.across;

import coreloom.history.History;
import coreloom.view.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every file in scenarios/ and compares the last screen with the text files of the same name. Adding a case is adding a file. */
class ScenariosTest {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    static List<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".toml"))
                    .map(name -> name.substring(0, name.length() - 5)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theLastScreenIsAsAgreed(String name) throws IOException {
        Scenario scenario = ScenarioReader.read(FOLDER.resolve(name + ".toml"));
        History history = scenario.play();
        Golden.check("scenarios/" + name + "-80x24.txt", scenario.screen(history, 80, 24));
        Golden.check("scenarios/" + name + "-120x40.txt", scenario.screen(history, 120, 40));
    }
}
