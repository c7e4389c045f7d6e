using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

/// <summary>Sessions of people who stay signed in: they sleep instead of ending, and change their cookie.</summary>
public sealed class StayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unused_it_sleeps_with_its_keys_gone_and_wakes_when_the_person_is_back()
    {
        await using var site = await KeptSite.OpenAsync();
        var ticket = await BeginAsync(site);
        var session = (await site.Sessions.OpenAsync(ticket, Cancellation))!;
        await site.Records<Note>(session).PutAsync("1", new("kept"), Cancellation);
        var keyring = session.Keyring;

        site.Clock.Advance(TimeSpan.FromHours(20));
        await site.Sessions.SweepAsync(Cancellation);

        Assert.True(session.Ended.IsCancellationRequested);
        Assert.Throws<VaultLocked>(() => keyring.Seal(new(session.User.Value, "x", "1", 1), [1]));
        Assert.Empty(site.Sessions.OnePerPerson());
        var again = await site.Sessions.OpenAsync(ticket, Cancellation);
        Assert.Equal("kept", (await site.Records<Note>(again!).FindAsync("1", Cancellation))?.Value.Text);
    }

    [Fact]
    public async Task What_a_page_asks_by_itself_does_not_wake_it_in_any_process()
    {
        await using var site = await KeptSite.OpenAsync();
        var ticket = await BeginAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(2));
        await using var other = await site.AgainAsync();

        Assert.Null(await site.Sessions.OpenAsync(ticket, Attention.Watched, Cancellation));
        Assert.Null(await other.Sessions.OpenAsync(ticket, Attention.Watched, Cancellation));
        Assert.Empty(other.Sessions.OnePerPerson());
        Assert.NotNull(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task It_ends_when_its_days_are_over_however_much_it_was_used()
    {
        await using var site = await KeptSite.OpenAsync();
        var ticket = await BeginAsync(site);
        for (var day = 0; day < 29; day++)
        {
            site.Clock.Advance(TimeSpan.FromDays(1));
            await site.Sessions.SweepAsync(Cancellation);
            Assert.NotNull(await site.Sessions.OpenAsync(ticket, Cancellation));
        }

        site.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        Assert.Null(await site.Sessions.OpenAsync(ticket, Cancellation));
        await using var other = await site.AgainAsync();
        Assert.Null(await other.Sessions.OpenAsync(ticket, Cancellation));
    }

    [Fact]
    public async Task Its_cookie_is_made_anew_after_an_hour_once_and_the_old_one_is_good_for_a_minute()
    {
        await using var site = await KeptSite.OpenAsync();
        var ticket = await BeginAsync(site);
        var session = (await site.Sessions.OpenAsync(ticket, Cancellation))!;
        Assert.Null(await site.Sessions.RenewAsync(session, Cancellation));
        site.Clock.Advance(TimeSpan.FromMinutes(25));
        await site.Sessions.OpenAsync(ticket, Cancellation);
        site.Clock.Advance(TimeSpan.FromMinutes(40));
        session = (await site.Sessions.OpenAsync(ticket, Cancellation))!;

        var renewed = (await site.Sessions.RenewAsync(session, Cancellation))!.Reveal();
        Assert.Null(await site.Sessions.RenewAsync(session, Cancellation));

        var next = (await site.Sessions.OpenAsync(renewed, Cancellation))!;
        Assert.Equal((session.CsrfKey, session.CreatedAt, session.StaysUntil, SignInLevel.Full), (next.CsrfKey, next.CreatedAt, next.StaysUntil, next.Level));
        Assert.NotNull(await site.Sessions.OpenAsync(ticket, Cancellation)); // what was under way
        Assert.Equal(Convert.ToHexString(next.IdHash), Assert.Single(await site.Sessions.ListAsync(next, Cancellation)).Id);
        site.Clock.Advance(TimeSpan.FromSeconds(61));
        await site.Sessions.SweepAsync(Cancellation);
        Assert.Null(await site.Sessions.OpenAsync(ticket, Cancellation));
        await using var other = await site.AgainAsync();
        Assert.Null(await other.Sessions.OpenAsync(ticket, Cancellation));
        Assert.Equal(next.CsrfKey, (await other.Sessions.OpenAsync(renewed, Cancellation))?.CsrfKey);
        Assert.NotEmpty(session.Keyring.Seal(new(session.User.Value, "x", "1", 1), [1])); // its person is here still
        Assert.NotNull(await site.Sessions.OpenAsync(renewed, Cancellation));
    }

    [Fact]
    public async Task A_wish_waits_for_the_second_factor_and_nobody_else_stays()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var half = await site.Sessions.BeginAsync(ada.User, ada.Keyring, new Beginning(SignInLevel.PasswordGiven) { Wishes = Wishes.Stay }, Cancellation);
        var plain = await site.Sessions.BeginAsync(ada.User, ada.Keyring, new Beginning(SignInLevel.Full), Cancellation);

        Assert.Null((await site.Sessions.OpenAsync(half.Reveal(), Cancellation))!.StaysUntil);
        Assert.Equal(Wishes.Stay, (await site.Sessions.OpenAsync(half.Reveal(), Cancellation))!.Wishes);
        Assert.Null((await site.Sessions.OpenAsync(plain.Reveal(), Cancellation))!.StaysUntil);
    }

    private static async Task<string> BeginAsync(KeptSite site)
    {
        var ada = await site.RegisterAsync("ada");
        return (await site.Sessions.BeginAsync(ada.User, ada.Keyring, new Beginning(SignInLevel.Full) { Wishes = Wishes.Stay }, Cancellation)).Reveal();
    }
}
