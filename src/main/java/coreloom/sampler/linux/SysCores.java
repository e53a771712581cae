package coreloom.sampler.linux;

import coreloom.snapshot.CoreKind;
import coreloom.snapshot.LogicalCore;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where each core sits and what it was built for, from {@code /sys/devices}.
 *
 * <pre>
 *   system/cpu/cpuN/topology/core_cpus_list       SMT siblings (older kernels: thread_siblings_list); missing while the core is offline
 *   system/cpu/cpuN/topology/physical_package_id  package
 *   system/cpu/cpuN/cache/indexI/…                level, type, shared_cpu_list: the one of the highest level
 *   system/cpu/cpuN/cpu_capacity                  what it can do, 1024 the most (ARM, RISC-V)
 *   system/node/nodeM/cpulist                     the cores of a NUMA node (older kernels: cpumap, a mask)
 *   cpu_atom/cpus, cpu_lowpower/cpus              the efficiency cores of an x86 machine that has two kinds
 * </pre>
 */
public final class SysCores {
    /** A core that can do less than this share of what the best can is one for efficiency: the slow ones of phones and laptops do 25 to 50 %. */
    private static final double EFFICIENCY_CAPACITY = 0.5;

    private final Path devices;

    /** What one core tells; siblings and cache are called by the first core that shares them, −1 is untold. */
    private record Told(int id, int siblings, int packageNumber, int cache, int capacity) {}

    /** {@code devices} is {@code /sys/devices}, or a tree like it. */
    public SysCores(Path devices) {
        this.devices = devices;
    }

    /** Every core that tells where it sits, by ascending id; empty where none does. */
    public List<LogicalCore> read() {
        List<Told> told = numbered(devices.resolve("system/cpu"), "cpu").mapToObj(this::core).filter(Objects::nonNull).toList();
        Map<Integer, Integer> nodes = nodes();
        Map<Integer, CoreKind> kinds = kinds(told);
        int[] caches = told.stream().mapToInt(Told::cache).filter(first -> first >= 0).sorted().distinct().toArray();
        return told.stream().map(core -> new LogicalCore(core.id(), core.siblings(), Math.max(0, core.packageNumber()),
                nodes.getOrDefault(core.id(), 0), cache(core, caches), kinds.getOrDefault(core.id(), CoreKind.ORDINARY))).toList();
    }

    private static OptionalInt cache(Told core, int[] caches) {
        return core.cache() < 0 ? OptionalInt.empty() : OptionalInt.of(Arrays.binarySearch(caches, core.cache()));
    }

    private Told core(int id) {
        Path folder = devices.resolve("system/cpu/cpu" + id);
        int siblings = first(folder.resolve("topology/core_cpus_list"));
        siblings = siblings >= 0 ? siblings : first(folder.resolve("topology/thread_siblings_list"));
        return siblings < 0 ? null : new Told(id, siblings, number(folder.resolve("topology/physical_package_id")),
                lastLevelCache(folder.resolve("cache")), number(folder.resolve("cpu_capacity")));
    }

    /** The first core of those that share the cache of the highest level; −1 when untold. */
    private static int lastLevelCache(Path caches) {
        int highest = 0;
        int shared = -1;
        for (int index : numbered(caches, "index").toArray()) {
            Path cache = caches.resolve("index" + index);
            int level = number(cache.resolve("level"));
            if (level > highest && !text(cache.resolve("type")).equals("Instruction")) {
                highest = level;
                shared = first(cache.resolve("shared_cpu_list"));
            }
        }
        return shared;
    }

    private Map<Integer, Integer> nodes() {
        Map<Integer, Integer> nodes = new HashMap<>();
        Path folder = devices.resolve("system/node");
        numbered(folder, "node").forEach(node -> {
            int[] listed = OnlineCores.parse(text(folder.resolve("node" + node + "/cpulist")));
            int[] cores = listed.length > 0 ? listed : masked(text(folder.resolve("node" + node + "/cpumap")));
            Arrays.stream(cores).forEach(core -> nodes.put(core, node));
        });
        return nodes;
    }

    private Map<Integer, CoreKind> kinds(List<Told> told) {
        Map<Integer, CoreKind> kinds = new HashMap<>();
        int best = told.stream().mapToInt(Told::capacity).max().orElse(0);
        for (String slow : List.of("cpu_atom", "cpu_lowpower")) {
            Arrays.stream(OnlineCores.parse(text(devices.resolve(slow + "/cpus")))).forEach(core -> kinds.put(core, CoreKind.EFFICIENCY));
        }
        if (kinds.isEmpty()) {
            told.stream().filter(core -> core.capacity() > 0 && core.capacity() < best * EFFICIENCY_CAPACITY)
                    .forEach(core -> kinds.put(core.id(), CoreKind.EFFICIENCY));
        }
        if (!kinds.isEmpty()) {
            told.forEach(core -> kinds.putIfAbsent(core.id(), CoreKind.PERFORMANCE));
        }
        return kinds;
    }

    /** The numbers of the entries of a folder that are a word and a number, ascending. */
    private static IntStream numbered(Path folder, String word) {
        try (Stream<Path> entries = Files.list(folder)) {
            return IntStream.of(entries.map(entry -> entry.getFileName().toString()).filter(name -> name.matches(word + "\\d{1,6}"))
                    .mapToInt(name -> Integer.parseInt(name.substring(word.length()))).sorted().toArray());
        } catch (IOException e) {
            return IntStream.empty();
        }
    }

    /** Takes a mask such as {@code 0000,00000a00} apart, the highest cores first; empty when it is not one. */
    static int[] masked(String mask) {
        String digits = mask.replace(",", "");
        if (!digits.matches("[0-9a-fA-F]{1,16384}")) {
            return new int[0];
        }
        BigInteger bits = new BigInteger(digits, 16);
        return IntStream.range(0, bits.bitLength()).filter(bits::testBit).toArray();
    }

    private static int first(Path list) {
        int[] cores = OnlineCores.parse(text(list));
        return cores.length == 0 ? -1 : cores[0];
    }

    private static int number(Path file) {
        String text = text(file);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
