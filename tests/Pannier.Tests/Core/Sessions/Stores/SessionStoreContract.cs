using System.Security.Cryptography;
using Pannier.Core.Sessions.Stores;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions.Stores;

/// <summary>What every store of sessions does.</summary>
public abstract class SessionStoreContract : IAsyncLifetime
{
    private KeptSite _site = null!; // made before each test
    private ISessionStore _store = null!; // likewise
    private UserAccount _ada = null!; // likewise
    private UserAccount _bob = null!; // likewise

    private protected abstract ISessionStore Open(KeptSite site);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await KeptSite.OpenAsync();
        _store = Open(_site);
        (_ada, _bob) = ((await _site.RegisterAsync("ada")).User, (await _site.RegisterAsync("bob")).User);
        await _store.ReadyAsync(Cancellation);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_session_comes_back_as_it_was_kept()
    {
        var (whole, bare) = (New(_ada) with { About = [1, 2, 3], Provider = [9, 9] }, New(_ada));
        await _store.AddAsync(whole, Cancellation);
        await _store.AddAsync(bare, Cancellation);

        var found = await _store.FindAsync(whole.Hash, Cancellation);
        var plain = await _store.FindAsync(bare.Hash, Cancellation);

        Assert.Equal((_ada.Id, whole.UsedAt), (found!.User, found.UsedAt));
        Assert.Equal((whole.Box, whole.About, whole.Provider), (found.Box, found.About, found.Provider), BytesAreEqual);
        Assert.Equal((bare.Box, null, null), (plain!.Box, plain.About, plain.Provider), BytesAreEqual);
        Assert.Null(await _store.FindAsync(SHA256.HashData([]), Cancellation));
    }

    [Fact]
    public async Task A_person_s_are_listed_last_used_first_and_no_others()
    {
        var (older, newer, other) = (New(_ada), New(_ada) with { UsedAt = Now.AddMinutes(5) }, New(_bob));
        foreach (var session in (NewSession[])[older, newer, other]) await _store.AddAsync(session, Cancellation);
        await _store.RemoveAsync(New(_ada).Hash, Cancellation); // of none

        var listed = await _store.ListAsync(_ada.Id, Cancellation);

        Assert.Equal([newer.Hash, older.Hash], listed.Select(one => one.Hash));
        Assert.Equal((older.CreatedAt, older.UsedAt), (listed[1].CreatedAt, listed[1].UsedAt));
    }

    [Fact]
    public async Task Use_is_noted_and_revives_nothing()
    {
        var (kept, gone) = (New(_ada), New(_ada));
        await _store.AddAsync(kept, Cancellation);

        await _store.NoteUseAsync(kept.Hash, Now.AddMinutes(7), Now.AddHours(2), Cancellation);
        await _store.NoteUseAsync(gone.Hash, Now.AddMinutes(7), Now.AddHours(2), Cancellation);

        Assert.Equal(Now.AddMinutes(7), (await _store.FindAsync(kept.Hash, Cancellation))?.UsedAt);
        Assert.Null(await _store.FindAsync(gone.Hash, Cancellation));
        Assert.Single(await _store.ListAsync(_ada.Id, Cancellation));
    }

    [Fact]
    public async Task One_is_removed_by_its_own_person_alone()
    {
        var session = New(_ada);
        await _store.AddAsync(session, Cancellation);

        Assert.False(await _store.RemoveAsync(_bob.Id, session.Hash, Cancellation));
        Assert.NotNull(await _store.FindAsync(session.Hash, Cancellation));
        Assert.True(await _store.RemoveAsync(_ada.Id, session.Hash, Cancellation));
        Assert.False(await _store.RemoveAsync(_ada.Id, session.Hash, Cancellation));
        Assert.Empty(await _store.ListAsync(_ada.Id, Cancellation));
    }

    [Fact]
    public async Task All_but_one_are_removed_alone_or_with_a_change()
    {
        var (here, first, second, other) = (New(_ada), New(_ada), New(_ada), New(_bob));
        foreach (var session in (NewSession[])[here, first, second, other]) await _store.AddAsync(session, Cancellation);

        await _store.RemoveAllAsync(_ada.Id, here.Hash, Cancellation);
        Assert.Equal([here.Hash], (await _store.ListAsync(_ada.Id, Cancellation)).Select(one => one.Hash));

        await _site.Database.WriteAsync((connection, transaction) => _store.RemoveAllAsync(connection, transaction, _ada.Id, []), Cancellation);
        Assert.Empty(await _store.ListAsync(_ada.Id, Cancellation));
        Assert.NotNull(await _store.FindAsync(other.Hash, Cancellation));
    }

    [Fact]
    public async Task Those_of_one_at_a_provider_go_together()
    {
        var (first, second, other) = (New(_ada) with { Provider = [1] }, New(_bob) with { Provider = [1] }, New(_ada) with { Provider = [2] });
        foreach (var session in (NewSession[])[first, second, other]) await _store.AddAsync(session, Cancellation);

        await _store.RemoveOfAsync([1], Cancellation);

        Assert.Equal([Convert.ToHexString(other.Hash)], await _store.StillThereAsync([first.Hash, second.Hash, other.Hash], Cancellation));
    }

    [Fact]
    public async Task What_is_past_its_time_goes()
    {
        var (old, lasting) = (New(_ada) with { ExpiresAt = DateTimeOffset.UtcNow.AddSeconds(-5) }, New(_ada) with { ExpiresAt = DateTimeOffset.UtcNow.AddDays(30) });
        await _store.AddAsync(old, Cancellation);
        await _store.AddAsync(lasting, Cancellation);

        await _store.RemoveExpiredAsync(DateTimeOffset.UtcNow, Cancellation);

        Assert.Equal([Convert.ToHexString(lasting.Hash)], await _store.StillThereAsync([old.Hash, lasting.Hash], Cancellation));
        Assert.Equal([lasting.Hash], (await _store.ListAsync(_ada.Id, Cancellation)).Select(one => one.Hash));
    }

    [Fact]
    public async Task Of_thousands_it_says_which_are_still_there()
    {
        var session = New(_ada);
        await _store.AddAsync(session, Cancellation);
        var asked = Enumerable.Range(0, 1200).Select(_ => RandomNumberGenerator.GetBytes(32)).Append(session.Hash).ToList();

        Assert.Equal([Convert.ToHexString(session.Hash)], await _store.StillThereAsync(asked, Cancellation));
        Assert.Empty(await _store.StillThereAsync([], Cancellation));
    }

    private static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    private static NewSession New(UserAccount user) => new(user.Id, RandomNumberGenerator.GetBytes(32), Now, Now, Now.AddHours(1), RandomNumberGenerator.GetBytes(200), null, null);

    private static bool BytesAreEqual((byte[] Box, byte[]? About, byte[]? Provider) one, (byte[] Box, byte[]? About, byte[]? Provider) other) =>
        one.Box.SequenceEqual(other.Box) && (one.About ?? []).SequenceEqual(other.About ?? []) && (one.Provider ?? []).SequenceEqual(other.Provider ?? []) && one.About is null == other.About is null && one.Provider is null == other.Provider is null;
}
