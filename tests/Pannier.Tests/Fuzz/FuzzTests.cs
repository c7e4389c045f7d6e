using System.Diagnostics;
using System.Globalization;

namespace Pannier.Tests.Fuzz;

/// <summary>
/// Tries each target with inputs made from its samples: a fixed number of them here, as many as there is time for with
/// <c>make fuzz</c>. What fails is said with its seed and its bytes, and belongs into the target's samples once it is mended.
/// </summary>
public sealed class FuzzTests
{
    private const int Cases = 1_000;
    private static readonly int? Seconds = Number("FUZZ_SECONDS");
    private static readonly int? Seed = Number("FUZZ_SEED");

    public static TheoryData<string> Targets => [.. All.Select(type => type.Name)];

    private static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(FuzzTests).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IFuzzTarget)) && (Environment.GetEnvironmentVariable("FUZZ_TARGET") is not { Length: > 0 } only || type.Name == only))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Nothing_it_is_given_breaks(string target)
    {
        var tried = (IFuzzTarget)Activator.CreateInstance(All.Single(type => type.Name == target))!; // a class without arguments
        foreach (var sample in tried.Samples) await TryAsync(tried, 0, System.Text.Encoding.UTF8.GetBytes(sample));

        // Long runs begin with another seed each time; a short one is the same for everybody.
        var (first, since, done) = (Seed ?? (Seconds is null ? 1 : Random.Shared.Next()), Stopwatch.StartNew(), 0);
        for (var seed = first; Seed is not null ? seed == first : Seconds is { } seconds ? since.Elapsed.TotalSeconds < seconds : done < Cases; seed++)
        {
            var shaker = new Shaker(seed, tried.Samples, tried.Words);
            for (var i = 0; i < 50; i++, done++) await TryAsync(tried, seed, shaker.Next());
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} inputs in {2:F1} s from seed {3}", target, done, since.Elapsed.TotalSeconds, first);
    }

    private static async Task TryAsync(IFuzzTarget target, int seed, byte[] input)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            await target.TryAsync(input);
        }
        catch (Exception broken)
        {
            Assert.Fail($"{target.GetType().Name} with FUZZ_SEED={seed}: {broken.GetType().Name}: {broken.Message}\ninput (base64): {Convert.ToBase64String(input)}\n{broken.StackTrace}");
        }

        // Only a long run measures: a machine that is busy with the whole test run proves nothing.
        if (Seconds is not null) Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(2), $"{target.GetType().Name} took {Stopwatch.GetElapsedTime(since)} with FUZZ_SEED={seed}: {Convert.ToBase64String(input)}");
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
