using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Crypto;
using Pannier.Core.Factors;

namespace Pannier.Tests.Core.Factors;

/// <summary>What the library that checks passkeys gets to see, and what it may not do.</summary>
public sealed class PasskeyShelfTests
{
    private static readonly UserPasskeyInfo Key = new([1, 2, 3], [4], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [5], [6]);
    private static readonly PasskeyOwner Ann = new("id of ann", "ann", [Key]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_one_person_and_their_passkeys()
    {
        using var shelf = new PasskeyShelf(Ann);

        Assert.Same(Ann, await shelf.FindByIdAsync("id of ann", Cancellation));
        Assert.Null(await shelf.FindByIdAsync("id of ben", Cancellation));
        Assert.Same(Ann, await shelf.FindByPasskeyIdAsync([1, 2, 3], Cancellation));
        Assert.Null(await shelf.FindByPasskeyIdAsync([1, 2], Cancellation));
        Assert.Same(Key, await shelf.FindPasskeyAsync(Ann, [1, 2, 3], Cancellation));
        Assert.Equal([Key], await shelf.GetPasskeysAsync(Ann, Cancellation));
        Assert.Equal(("id of ann", "ann"), (await shelf.GetUserIdAsync(Ann, Cancellation), await shelf.GetUserNameAsync(Ann, Cancellation)));
    }

    [Fact]
    public async Task Changes_nothing()
    {
        using var shelf = new PasskeyShelf(Ann);
        Func<Task>[] acts =
        [
            () => shelf.GetNormalizedUserNameAsync(Ann, Cancellation),
            () => shelf.FindByNameAsync("ANN", Cancellation),
            () => shelf.SetUserNameAsync(Ann, "ben", Cancellation),
            () => shelf.SetNormalizedUserNameAsync(Ann, "BEN", Cancellation),
            () => shelf.CreateAsync(Ann, Cancellation),
            () => shelf.UpdateAsync(Ann, Cancellation),
            () => shelf.DeleteAsync(Ann, Cancellation),
            () => shelf.AddOrUpdatePasskeyAsync(Ann, Key, Cancellation),
            () => shelf.RemovePasskeyAsync(Ann, [1, 2, 3], Cancellation),
        ];

        foreach (var act in acts) await Assert.ThrowsAsync<NotSupportedException>(act);
        Assert.Equal([Key], Ann.Keys);
    }

    [Fact]
    public void A_ticket_is_good_once_and_what_is_none_of_ours_never()
    {
        using var tickets = new PasskeyTickets(new Vault(CryptoSuite.XChaCha20Poly1305), new FakeTimeProvider(DateTimeOffset.UnixEpoch));
        var ticket = tickets.Issue("state");

        Assert.Equal("state", tickets.Redeem(ticket));
        Assert.Null(tickets.Redeem(ticket));
        Assert.Null(tickets.Redeem("AAAA"));
        Assert.Null(tickets.Redeem("no base64 at all"));
        Assert.Null(tickets.Redeem(""));
    }
}
