package coreloom.history.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves of known parameters, and points that determine none. */
class FitterTest {
    private static List<Point> curve(double single, double contention, double crosstalk, int... workers) {
        List<Point> points = new ArrayList<>();
        for (int count : workers) {
            points.add(new Point(count, single * count / (1 + contention * (count - 1) + crosstalk * count * (count - 1))));
        }
        return points;
    }

    private static Fit fit(Law law, List<Point> points) {
        Fitting fitting = Fitter.fit(law, points);
        return fitting.fit().orElseThrow(() -> new AssertionError(fitting.reason()));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.05", "12000, 0.5", "3e-3, 0.999", "7e9, 0.001", "50, 0.02"})
    void amdahlsLawIsRecoveredExactlyWithoutNoise(double single, double contention) {
        Fit fit = fit(Law.AMDAHL, curve(single, contention, 0, 1, 2, 3, 4, 6, 8));
        assertEquals(single, fit.single().value(), 1e-6 * single);
        assertEquals(contention, fit.contention().value(), 1e-6);
        assertEquals(0, fit.residualShare(), 1e-6);
        assertEquals(1 / contention, fit.speedUpLimit().orElseThrow(), 1e-2);
        assertEquals(single * 32 / (1 + contention * 31), fit.throughput(32), 1e-4 * single * 32);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.05, 0.01", "12000, 0.3, 0.002", "9e7, 0.01, 0.0004", "5, 0.8, 0.2"})
    void theUniversalLawIsRecoveredExactlyWithoutNoise(double single, double contention, double crosstalk) {
        Fit fit = fit(Law.UNIVERSAL, curve(single, contention, crosstalk, 1, 2, 3, 4, 5, 6, 7, 8, 16));
        assertEquals(single, fit.single().value(), 1e-5 * single);
        assertEquals(contention, fit.contention().value(), 1e-5);
        assertEquals(crosstalk, fit.crosstalk().value(), 1e-5);
        assertEquals(Math.max(1, Math.sqrt((1 - contention) / crosstalk)), fit.peakWorkers().orElseThrow(), 0.01);
        assertEquals(OptionalDouble.empty(), fit.speedUpLimit());
    }

    @Test
    void withNoiseTheTruthLiesWithinTheStatedErrorsAsOftenAsItShould() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int within = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            List<Point> noisy = new ArrayList<>();
            for (int repeat = 0; repeat < 3; repeat++) {
                for (Point point : curve(1000, 0.2, 0.02, 1, 2, 3, 4, 5, 6, 7, 8)) {
                    noisy.add(new Point(point.workers(), point.throughput() + 20 * random.nextGaussian()));
                }
            }
            Fit fit = fit(Law.UNIVERSAL, noisy);
            assertEquals(1000, fit.single().value(), 100, "seed " + seed);
            assertEquals(0.2, fit.contention().value(), 0.2, "seed " + seed);
            assertEquals(0.02, fit.crosstalk().value(), 0.03, "seed " + seed);
            within += Math.abs(fit.contention().value() - 0.2) < 2 * fit.contention().error().orElse(0.2) ? 1 : 0;
        }
        // Two standard errors hold 95 of 100: 190 of 200, give or take 3.
        assertTrue(within >= 165, within + " of " + trials + " within two standard errors, seed " + seed);
    }

    @Test
    void aStraightLineLiesAtTheBoundAndHasNoError() {
        Fit fit = fit(Law.UNIVERSAL, curve(500, 0, 0, 1, 2, 4, 8));
        assertEquals(500, fit.single().value(), 1e-6);
        assertEquals(0, fit.contention().value(), 1e-9);
        assertEquals(0, fit.crosstalk().value(), 1e-9);
        assertEquals(OptionalDouble.empty(), fit.speedUpLimit());
        assertTrue(fit.contention().atBound() && fit.crosstalk().atBound());
        assertFalse(fit.contention().significant());
    }

    @Test
    void moreThanLinearGrowthStaysWithinTheBoundsAndFitsBadly() {
        Fit fit = fit(Law.UNIVERSAL, List.of(new Point(1, 1), new Point(2, 4), new Point(3, 9), new Point(4, 16)));
        assertTrue(fit.contention().atBound() && fit.contention().value() == 0);
        assertTrue(fit.crosstalk().atBound() && fit.crosstalk().value() == 0);
        assertTrue(fit.residualShare() > 0.2);
    }

    @Test
    void throughputThatFallsIsBeyondAmdahlAndHeldAtOne() {
        List<Point> falling = List.of(new Point(1, 100), new Point(2, 80), new Point(3, 65), new Point(4, 50));
        Fit amdahl = fit(Law.AMDAHL, falling);
        assertTrue(amdahl.contention().atBound());
        assertEquals(1, amdahl.contention().value());
        assertTrue(fit(Law.UNIVERSAL, falling).crosstalk().value() > 0);
    }

    @Test
    void aFlatCurveIsWhollySerial() {
        Fit fit = fit(Law.AMDAHL, List.of(new Point(1, 100), new Point(2, 101), new Point(4, 99.5), new Point(8, 100.2)));
        assertEquals(1, fit.contention().value(), 0.02);
        assertEquals(1, fit.speedUpLimit().orElseThrow(), 0.02);
    }

    @Test
    void tooFewNumbersOfWorkersAreSaidToBeTooFewHoweverManyPoints() {
        List<Point> two = List.of(new Point(1, 1), new Point(2, 2), new Point(1, 1.1), new Point(2, 1.9));
        assertEquals("it takes 3 different numbers of workers, and there are 2", Fitter.fit(Law.AMDAHL, two).reason());
        assertEquals("it takes 4 different numbers of workers, and there are 3",
                Fitter.fit(Law.UNIVERSAL, curve(1, 0.1, 0, 1, 2, 3)).reason());
        assertEquals("it takes 3 different numbers of workers, and there are 0", Fitter.fit(Law.AMDAHL, List.of()).reason());
    }

    @Test
    void withoutWorkThereIsNoFit() {
        assertEquals("no work was counted", Fitter.fit(Law.AMDAHL, List.of(new Point(1, 0), new Point(2, 0), new Point(3, 0))).reason());
        assertEquals("no work was counted",
                Fitter.fit(Law.AMDAHL, List.of(new Point(1, 1), new Point(2, Double.NaN), new Point(3, 1))).reason());
    }

    @Test
    void numbersOfWorkersThatCannotTellThePartsApartAreDegenerate() {
        // Far from one worker N / (1 + s(N-1)) is flat: lambda and sigma only appear as their ratio.
        List<Point> flat = List.of(new Point(1_000_000_000, 5), new Point(1_000_000_001, 5), new Point(1_000_000_002, 5));
        assertEquals("these numbers of workers do not tell its parameters apart", Fitter.fit(Law.AMDAHL, flat).reason());
    }

    @Test
    void theScaleOfThroughputDoesNotMatter() {
        Fit one = fit(Law.UNIVERSAL, curve(1, 0.1, 0.01, 1, 2, 3, 4, 5));
        Fit million = fit(Law.UNIVERSAL, curve(1e6, 0.1, 0.01, 1, 2, 3, 4, 5));
        assertEquals(one.contention().value(), million.contention().value(), 1e-6);
        assertEquals(one.crosstalk().value(), million.crosstalk().value(), 1e-6);
    }

    @Test
    void everyFitOfRandomPointsIsWithinItsBoundsAndFinite() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int trial = 0; trial < 300; trial++) {
            List<Point> points = new ArrayList<>();
            for (int workers = 1; workers <= 6; workers++) {
                points.add(new Point(workers, random.nextDouble() * Math.pow(10, random.nextInt(9) - 4)));
            }
            for (Law law : Law.values()) {
                Fitter.fit(law, points).fit().ifPresent(fit -> assertTrue(sound(fit), "seed " + seed + ": " + points + " gave " + fit));
            }
        }
    }

    private static boolean sound(Fit fit) {
        return fit.single().value() > 0 && fit.contention().value() >= 0 && fit.contention().value() <= 1 && fit.crosstalk().value() >= 0
                && Double.isFinite(fit.residualShare()) && fit.single().error().orElse(0) >= 0
                && Double.isFinite(fit.single().error().orElse(0));
    }
}
