package coreloom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coreloom.workload.variant.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/profiles.md says is what the reader does. */
class ProfileDocumentTest {
    private static String document() throws IOException {
        return Files.readString(Path.of("docs", "profiles.md"));
    }

    @Test
    void listsEverySettingWithItsDefaultAndRange() throws IOException {
        for (Setting setting : Setting.values()) {
            String preset = setting.preset().isPresent() ? String.valueOf(setting.preset().getAsLong()) : "usable cores";
            String range = setting.rule().replace("must be a whole number from ", "");
            String row = "| `" + setting.key() + "` | " + preset + " | " + range + " | ";
            assertTrue(document().contains(row), row);
        }
    }

    @Test
    void listsEveryWordWithWhereItMayStand() throws IOException {
        for (WordSetting setting : WordSetting.values()) {
            String row = "| `" + setting.key() + "` | " + (setting.forAll() ? "yes" : "") + " | yes | ";
            assertTrue(document().contains(row.replace("|  |", "| |")), row);
            String words = setting.rule().replace("must be one of ", "");
            assertTrue(setting == WordSetting.CORES || document().contains(quoted(List.of(words.split(", ")))), words);
        }
    }

    @Test
    void listsEveryVariantAndKernel() throws IOException {
        assertTrue(document().contains(quoted(Variants.names())), "variants");
        assertTrue(document().contains(quoted(Kernel.words())), "kernels");
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    @Test
    void itsExampleIsAProfile() throws Exception {
        String text = document();
        int begin = text.indexOf("```toml") + "```toml".length();
        String example = text.substring(begin, text.indexOf("```", begin));
        Profile profile = new ProfileReader(2).parse(new ProfileFile(Path.of("example.toml")), example);
        assertEquals(2, profile.lanes().size());
        assertEquals(540, profile.lanes().get(1).value(Setting.CRITICAL_STEPS));
    }
}
