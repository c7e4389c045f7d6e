using System.Globalization;

namespace Pannier.Bench;

/// <summary>Two samples compared without a guess at their shape.</summary>
/// <param name="FirstMedian">In milliseconds, as the next.</param>
/// <param name="Low">Of the difference of medians, the 2.5th percentile of 2,000 resamplings.</param>
/// <param name="High">The 97.5th.</param>
/// <param name="Longer">How often one of the first is larger than one of the second, ties by half.</param>
/// <param name="P">Two-sided, of the Mann-Whitney test by its normal approximation.</param>
internal sealed record TwoSamples(double FirstMedian, double SecondMedian, double Low, double High, double Longer, double P)
{
    private const int Resamplings = 2_000;

    public static TwoSamples Compare(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double wins = 0;
        foreach (var one in first)
            foreach (var other in second) wins += one > other ? 1 : one < other ? 0 : 0.5;

        var random = new Random(7);
        var differences = Enumerable.Range(0, Resamplings).Select(_ => Median(Resample(first, random)) - Median(Resample(second, random))).Order().ToList();
        double pairs = (double)first.Count * second.Count;
        var deviation = Math.Sqrt(pairs * (first.Count + second.Count + 1) / 12);
        return new(Median(first), Median(second), differences[Resamplings * 25 / 1000], differences[Resamplings * 975 / 1000], wins / pairs, 2 * Tail(Math.Abs(wins - (pairs / 2)) / deviation));
    }

    public string Row(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {FirstMedian:0.0} | {SecondMedian:0.0} | {FirstMedian - SecondMedian:+0.00;-0.00} ({Low:+0.00;-0.00} to {High:+0.00;-0.00}) | {Longer:0.00} | {P:0.00} |");

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static List<double> Resample(IReadOnlyList<double> values, Random random) => [.. values.Select(_ => values[random.Next(values.Count)])];

    /// <summary>The normal distribution's upper tail (Abramowitz and Stegun 26.2.17, good to seven digits).</summary>
    private static double Tail(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
    }
}
