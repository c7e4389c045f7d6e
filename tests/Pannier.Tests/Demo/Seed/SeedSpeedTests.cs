using Pannier.Demo.Seed;

namespace Pannier.Tests.Demo.Seed;

/// <summary>Runs alone: the processor time of a process is ours only while no other test runs.</summary>
[Collection(nameof(SeedSpeedTests))]
public sealed class SeedSpeedTests
{
    [Fact]
    public void All_messages_take_less_than_a_second_and_a_half_of_processor_time()
    {
        var before = Environment.CpuUsage.TotalTime;
        var count = DemoSeed.Messages(SeedCorpus.Now.AddMinutes(1)).Count();
        var spent = Environment.CpuUsage.TotalTime - before;

        Assert.True(count > 0);
        Assert.True(spent < TimeSpan.FromSeconds(1.5), $"took {spent}");
    }

    [CollectionDefinition(nameof(SeedSpeedTests), DisableParallelization = true)]
    public sealed class Alone;
}
