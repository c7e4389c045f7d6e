using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Records;

public sealed class MyRecordsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_is_found_by_its_person_only()
    {
        await using var site = await KeptSite.OpenAsync();
        var (ada, eve) = (await SessionAsync(site, "ada"), await SessionAsync(site, "eve"));
        var records = site.Records<Note>(ada);

        await records.PutAsync("b", new("two"), Cancellation);
        await records.PutAsync("a", new("one"), Cancellation);
        await records.PutAsync("b", new("three"), Cancellation);

        Assert.Equal([new("a", 1, new("one")), new("b", 2, new("three"))], await records.AllAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal(new("a", 1, new("one")), await records.FindAsync("a", Cancellation));
        Assert.Null(await records.FindAsync("c", Cancellation));
        Assert.Null(await site.Records<Note>(eve).FindAsync("a", Cancellation));
        Assert.Empty(await site.Records<OtherKind>(ada).AllAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_is_told()
    {
        await using var site = await KeptSite.OpenAsync();
        var records = site.Records<Note>(await SessionAsync(site, "ada"));

        Assert.True(await records.PutAsync("a", new("one"), 0, Cancellation));
        Assert.False(await records.PutAsync("a", new("other"), 0, Cancellation));
        Assert.True(await records.PutAsync("a", new("two"), 1, Cancellation));
        Assert.False(await records.PutAsync("a", new("lost"), 1, Cancellation));
        await records.RemoveAsync("a", Cancellation);
        await records.RemoveAsync("a", Cancellation);
        Assert.False(await records.PutAsync("a", new("lost"), 2, Cancellation));

        Assert.Null(await records.FindAsync("a", Cancellation));
    }

    [Theory]
    [InlineData("UPDATE record SET person_id = (SELECT id FROM person WHERE name = 'eve')", "eve")]
    [InlineData("UPDATE record SET id = 'other'", "ada")]
    [InlineData("UPDATE record SET kind = 'test-other'", "ada")]
    [InlineData("UPDATE record SET schema_version = 0", "ada")]
    [InlineData("UPDATE record SET box = substr(box, 1, length(box) - 1)", "ada")]
    public async Task A_box_moved_or_changed_in_the_database_is_refused(string sql, string reader)
    {
        await using var site = await KeptSite.OpenAsync();
        var sessions = new Dictionary<string, LiveSession> { ["ada"] = await SessionAsync(site, "ada"), ["eve"] = await SessionAsync(site, "eve") };
        await site.Records<Note>(sessions["ada"]).PutAsync("a", new("one"), Cancellation);

        await site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancellation);

        await Assert.ThrowsAsync<BoxRefused>(async () =>
        {
            await site.Records<Note>(sessions[reader]).AllAsync(Cancellation).ToListAsync(Cancellation);
            await site.Records<OtherKind>(sessions[reader]).AllAsync(Cancellation).ToListAsync(Cancellation);
        });
    }

    [Fact]
    public async Task An_older_form_is_read_and_put_anew_and_a_newer_one_is_refused()
    {
        await using var site = await KeptSite.OpenAsync();
        var session = await SessionAsync(site, "ada");
        await site.Records<Note>(session).PutAsync("a", new("one"), Cancellation);
        var today = site.Records<NoteOfTwo>(session);

        var read = await today.FindAsync("a", Cancellation);
        Assert.Equal(new NoteOfTwo("", "one"), read?.Value);
        Assert.True(await today.PutAsync("a", read!.Value with { Head = "head" }, read.Version, Cancellation));

        Assert.Equal(new NoteOfTwo("head", "one"), (await today.FindAsync("a", Cancellation))?.Value);
        Assert.Equal(BoxFault.UnknownForm, (await Assert.ThrowsAsync<BoxRefused>(() => site.Records<Note>(session).FindAsync("a", Cancellation))).Fault);
        Assert.Equal(BoxFault.UnknownForm, (await Assert.ThrowsAsync<BoxRefused>(() => site.Records<NoteOfThree>(session).FindAsync("a", Cancellation))).Fault);
    }

    [Fact]
    public async Task Locked_or_ended_sessions_read_and_write_nothing()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var locked = await site.EnterAsync(ada.User, null);
        var open = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Records<Note>(open).PutAsync("a", new("one"), Cancellation);
        await site.Sessions.EndAsync(open, Cancellation);

        foreach (var session in (LiveSession[])[locked, open])
        {
            await Assert.ThrowsAsync<VaultLocked>(() => site.Records<Note>(session).PutAsync("a", new("two"), Cancellation));
            await Assert.ThrowsAsync<VaultLocked>(() => site.Records<Note>(session).FindAsync("a", Cancellation));
        }

        Assert.Throws<InvalidOperationException>(() => new Visit().Required);
    }

    [Fact]
    public async Task A_type_without_a_kind_is_refused()
    {
        await using var site = await KeptSite.OpenAsync();
        var session = await SessionAsync(site, "ada");

        var fault = await Assert.ThrowsAsync<TypeInitializationException>(() => site.Records<string>(session).FindAsync("a", Cancellation));

        Assert.Contains("RecordKind", fault.InnerException!.Message, StringComparison.Ordinal);
    }

    private static async Task<LiveSession> SessionAsync(KeptSite site, string name)
    {
        var registered = await site.RegisterAsync(name);
        return await site.EnterAsync(registered.User, registered.Keyring);
    }
}
