using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Tests.Core.Modules;

public sealed class SlotsTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Parts_stand_in_the_order_of_the_module_list_whichever_is_ready_first()
    {
        var late = new TaskCompletionSource<RenderFragment?>();
        var (first, second) = (Fragment(), Fragment());

        var filling = FillAsync(_ => late.Task, _ => Task.FromResult<RenderFragment?>(second));
        late.SetResult(first);

        Assert.Equal([first, second], await filling);
    }

    [Fact]
    public async Task A_part_that_refuses_fails_or_breaks_leaves_a_gap()
    {
        var shown = Fragment();

        var filled = await FillAsync(
            _ => Task.FromResult<RenderFragment?>(null),
            _ => throw new MailFault(MailFaultKind.Dropped),
            _ => Task.FromException<RenderFragment?>(new MailFault(MailFaultKind.Refused)),
            _ => throw new InvalidOperationException("a bug"),
            _ => Task.FromResult<RenderFragment?>(shown));

        Assert.Equal([shown], filled);
    }

    [Fact]
    public async Task A_part_that_takes_too_long_leaves_a_gap_even_if_it_heeds_nothing()
    {
        var shown = Fragment();

        var filling = FillAsync(_ => new TaskCompletionSource<RenderFragment?>().Task, _ => Task.FromResult<RenderFragment?>(shown));
        Assert.False(filling.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal([shown], await filling);
    }

    [Fact]
    public async Task Nobody_waits_for_parts_of_a_page_nobody_waits_for()
    {
        using var gone = new CancellationTokenSource();
        var filling = FillAsync(gone.Token, _ => new TaskCompletionSource<RenderFragment?>().Task);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);
    }

    [Fact]
    public async Task A_slot_nobody_fills_is_empty() => Assert.Empty(await FillAsync());

    private static RenderFragment Fragment() => _ => { };

    private Task<IReadOnlyList<RenderFragment>> FillAsync(params Func<CancellationToken, Task<RenderFragment?>>[] parts) => FillAsync(TestContext.Current.CancellationToken, parts);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1068", Justification = "The parts are a list without end.")]
    private async Task<IReadOnlyList<RenderFragment>> FillAsync(CancellationToken cancellation, params Func<CancellationToken, Task<RenderFragment?>>[] parts)
    {
        var services = new ServiceCollection();
        foreach (var part in parts) services.AddScoped<IPart<string>>(_ => new TestPart(part));
        await using var provider = services.BuildServiceProvider();
        return await new Slots(provider, _clock, NullLogger<Slots>.Instance).FillAsync("slot", cancellation);
    }

    private sealed class TestPart(Func<CancellationToken, Task<RenderFragment?>> load) : IPart<string>
    {
        public string Module => "test";

        public Task<RenderFragment?> LoadAsync(string slot, CancellationToken cancellation) => load(cancellation);
    }
}
