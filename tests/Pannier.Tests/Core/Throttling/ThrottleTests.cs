using System.Net;
using Microsoft.Extensions.Options;
using Pannier.Core.Crypto;
using Pannier.Core.Throttling;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Throttling;

/// <summary>Tries that fail make the next one wait, longer each time, in the account and from the neighbourhood; nobody is kept out for good .</summary>
public sealed class ThrottleTests : IAsyncLifetime
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.7");
    private readonly SiteKey _key = new(new byte[32]);
    private KeptSite _site = null!;
    private Throttle _throttle = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await KeptSite.OpenAsync();
        _throttle = new Throttle(_site.Database, _key, Options.Create(new ThrottleOptions()), _site.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task The_first_cost_nothing_then_each_doubles_the_wait_up_to_a_limit()
    {
        var waits = new List<double>();
        for (var tries = 0; tries < 20; tries++)
        {
            while ((await TryAsync("ann")).Wait is { } wait)
            {
                waits.Add(wait.TotalSeconds);
                _site.Clock.Advance(wait);
            }
        }

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900], waits);
    }

    [Fact]
    public async Task Tries_at_one_host_outside_slow_down_together_and_never_for_long()
    {
        for (var i = 0; i < 106; i++)
        {
            while ((await _throttle.BeginAsync("name" + i, IPAddress.Parse($"10.{i}.0.1"), "imap.example.org", Cancellation)).Wait is { } wait) _site.Clock.Advance(wait);
        }

        var next = await _throttle.BeginAsync("another", IPAddress.Parse("198.51.100.1"), "imap.example.org", Cancellation);
        Assert.InRange(next.Wait ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Null((await _throttle.BeginAsync("another", IPAddress.Parse("198.51.100.1"), "imap.example.net", Cancellation)).Wait);
    }

    [Fact]
    public async Task A_success_ends_it_for_the_account_and_takes_back_one_try_of_the_neighbourhood()
    {
        for (var i = 0; i < 5; i++) await TryAsync("ann");
        var right = await TryAsync("ann");
        Assert.Null(right.Wait);
        await _throttle.SucceededAsync(right);
        for (var i = 0; i < 5; i++) Assert.Null((await TryAsync("ann")).Wait);

        for (var i = 0; i < 21; i++) Assert.Null((await TryAsync("name" + i)).Wait); // 5 + 5 + 21 failures from here
        Assert.NotNull((await TryAsync("somebody else")).Wait);
        Assert.Null((await TryAsync("somebody else", IPAddress.Parse("198.51.100.1"))).Wait);
    }

    [Fact]
    public async Task A_neighbourhood_is_one_whichever_way_its_addresses_are_written()
    {
        foreach (var address in (string[])["192.0.2.1", "192.0.2.254", "::ffff:192.0.2.9"])
            for (var i = 0; i < 11; i++) await TryAsync($"{address} {i}", IPAddress.Parse(address));

        Assert.NotNull((await TryAsync("x", IPAddress.Parse("192.0.2.77"))).Wait);
        Assert.Null((await TryAsync("x", IPAddress.Parse("192.0.3.1"))).Wait);
        for (var i = 0; i < 32; i++) await TryAsync($"six {i}", IPAddress.Parse($"2001:db8:1:{i:x}::1"));
        Assert.NotNull((await TryAsync("y", IPAddress.Parse("2001:db8:1:ffff::9"))).Wait);
        Assert.Null((await TryAsync("y", IPAddress.Parse("2001:db8:2::9"))).Wait);
    }

    [Fact]
    public async Task A_hundred_at_once_are_no_way_round()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => TryAsync("ann", IPAddress.Parse($"10.0.{i}.1"))));

        Assert.Equal(6, attempts.Count(attempt => attempt.Wait is null)); // five free ones, and one that makes the next wait
    }

    [Fact]
    public async Task What_waits_is_not_counted_and_all_is_forgotten_after_a_day()
    {
        for (var i = 0; i < 50; i++) await TryAsync("ann", null);
        _site.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null((await TryAsync("ann", null)).Wait);
        Assert.Equal(TimeSpan.FromSeconds(4), (await TryAsync("ann", null)).Wait);

        _site.Clock.Advance(TimeSpan.FromHours(25));
        for (var i = 0; i < 5; i++) Assert.Null((await TryAsync("ann", null)).Wait);
    }

    [Fact]
    public async Task The_administrator_lets_somebody_try_again()
    {
        for (var i = 0; i < 7; i++) await TryAsync("ann");
        Assert.NotNull((await TryAsync("ann")).Wait);

        Assert.True(await _throttle.ForgetAsync("ann", Cancellation));
        Assert.False(await _throttle.ForgetAsync("ann", Cancellation));

        Assert.Null((await TryAsync("ann")).Wait);
    }

    [Fact]
    public async Task The_table_names_nobody()
    {
        await TryAsync("very-special-name");

        foreach (var file in Directory.GetFiles(_site.Directory, "pannier.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("very-special-name", await text.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    private Task<Attempt> TryAsync(string whom) => TryAsync(whom, Home);

    private Task<Attempt> TryAsync(string whom, IPAddress? from) => _throttle.BeginAsync(whom, from, null, Cancellation);
}
