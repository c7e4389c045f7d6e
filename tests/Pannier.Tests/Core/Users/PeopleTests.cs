using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Users;

public sealed class PeopleTests
{
    private static readonly SignInName Ada = SignInName.Read("Ada")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_link_makes_the_administrator_and_works_once()
    {
        await using var site = await KeptSite.OpenAsync();
        using var password = Secret.Of(KeptSite.Password);
        Assert.True(await site.People.AreNoneAsync(Cancellation));
        var stale = await site.Links.FirstAsync(Cancellation);
        var link = await site.Links.FirstAsync(Cancellation);

        Assert.Null(await site.Links.FindAsync(stale!.Token, Cancellation));
        Assert.Equal(new LinkPurpose(null, Role.Administrator), await site.Links.FindAsync(link!.Token, Cancellation));
        var registered = await site.People.RegisterAsync(link.Token, Role.Administrator, Ada, password, Cancellation);

        Assert.Equal(Role.Administrator, registered?.User.Role);
        Assert.Null(await site.People.RegisterAsync(link.Token, Role.Administrator, SignInName.Read("Eve")!, password, Cancellation));
        Assert.Null(await site.Links.FirstAsync(Cancellation));
        Assert.Equal([registered!.User], await site.People.AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_first_link_does_nothing_once_somebody_has_registered()
    {
        await using var site = await KeptSite.OpenAsync();
        var first = await site.Links.FirstAsync(Cancellation);
        await site.RegisterAsync("ada");
        using var password = Secret.Of(KeptSite.Password);

        Assert.Null(await site.People.RegisterAsync(first!.Token, Role.Administrator, SignInName.Read("eve")!, password, Cancellation));
        Assert.Single(await site.People.AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_link_makes_nobody_more_than_it_says()
    {
        await using var site = await KeptSite.OpenAsync();
        var link = await site.Links.InviteAsync(Role.Member, Cancellation);
        using var password = Secret.Of(KeptSite.Password);

        Assert.Null(await site.People.RegisterAsync(link.Token, Role.Administrator, Ada, password, Cancellation));
        Assert.NotNull(await site.People.RegisterAsync(link.Token, Role.Member, Ada, password, Cancellation));
    }

    [Fact]
    public async Task A_link_for_a_new_password_registers_nobody_and_the_other_way_round()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var reset = await site.Links.ResetAsync(ada.User, Cancellation);
        var invite = await site.Links.InviteAsync(Role.Member, Cancellation);
        using var password = Secret.Of("another horse battery");

        Assert.Null(await site.People.RegisterAsync(reset.Token, Role.Member, SignInName.Read("eve")!, password, Cancellation));
        Assert.False(await site.Passwords.ResetAsync(invite.Token, ada.User, password, Cancellation));
        Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));
    }

    [Fact]
    public async Task A_link_ends_after_seven_days()
    {
        await using var site = await KeptSite.OpenAsync();
        var link = await site.Links.InviteAsync(Role.Member, Cancellation);
        using var password = Secret.Of(KeptSite.Password);
        site.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        Assert.Null(await site.Links.FindAsync(link.Token, Cancellation));
        Assert.Null(await site.People.RegisterAsync(link.Token, Role.Member, Ada, password, Cancellation));
    }

    [Fact]
    public async Task A_taken_name_is_refused_in_any_spelling_and_the_link_stays()
    {
        await using var site = await KeptSite.OpenAsync();
        await site.RegisterAsync("Ada");
        var link = await site.Links.InviteAsync(Role.Member, Cancellation);
        using var password = Secret.Of(KeptSite.Password);

        await Assert.ThrowsAsync<NameTakenException>(() => site.People.RegisterAsync(link.Token, Role.Member, SignInName.Read("ａDA")!, password, Cancellation));

        Assert.NotNull(await site.Links.FindAsync(link.Token, Cancellation));
    }

    [Fact]
    public async Task Right_name_and_password_open_the_data_and_others_are_refused_alike()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada", "pâté de campagne, 12");

        var opened = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ADA", "pa\u0302te\u0301 de campagne, 12"));
        var box = ada.Keyring.Seal(new AssociatedData(ada.User.Id.Value, "x", "1", 1), "x"u8);

        Assert.Equal(ada.User, opened.User);
        Assert.Equal("x"u8.ToArray(), opened.Keyring.Open(new AssociatedData(ada.User.Id.Value, "x", "1", 1), box));
        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada", "wrong horse battery"));
        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("eve"));
        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada", new string('x', 1025)));
    }

    [Fact]
    public async Task An_unknown_name_takes_the_slow_function_too()
    {
        await using var cheap = await KeptSite.OpenAsync();
        await using var site = await cheap.AgainAsync(cost: KdfParameters.Argon2(64, 3));
        await site.RegisterAsync("ada");

        var known = await CostAsync("ada");
        var unknown = await CostAsync("eve");

        Assert.Equal((64 * 3, 64 * 3), (known, unknown));

        async Task<long> CostAsync(string name)
        {
            var before = site.Kdf.Work;
            Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync(name, "wrong horse battery"));
            return site.Kdf.Work - before;
        }
    }

    [Fact]
    public async Task A_password_from_cheaper_times_is_stretched_anew_at_sign_in()
    {
        await using var old = await KeptSite.OpenAsync();
        var ada = await old.RegisterAsync("ada");
        await using var site = await old.AgainAsync(cost: KdfParameters.Argon2(16, 2));

        Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));

        var costs = await site.Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT kdf FROM person UNION ALL SELECT kdf FROM wrap WHERE kind = 'Password'"), Cancellation);
        Assert.Equal(["$argon2id$v=19$m=16,t=2,p=1", "$argon2id$v=19$m=16,t=2,p=1"], costs);
        Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));
        Assert.IsType<SignInOutcome.Opened>(await old.SignInAsync("ada")); // and never back
        Assert.Equal(ada.User.Id, (await site.People.FindAsync(Ada, Cancellation))?.Id);
    }

    [Fact]
    public async Task A_pbkdf2_password_becomes_argon2_where_libsodium_is_and_the_data_stays()
    {
        await using var without = await KeptSite.OpenAsync(CryptoSuite.AesCbcHmacSha512);
        var ada = await without.RegisterAsync("ada");
        var place = new AssociatedData(ada.User.Id.Value, "x", "1", 1);
        var box = ada.Keyring.Seal(place, "x"u8);
        await using var site = await without.AgainAsync();

        var opened = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada"));

        Assert.Equal("x"u8.ToArray(), opened.Keyring.Open(place, box));
        Assert.StartsWith("$argon2id$", await site.Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("SELECT kdf FROM person"), Cancellation), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<BoxRefused>(() => without.SignInAsync("ada"));
        Assert.Equal(BoxFault.AlgorithmMissing, refused.Fault);
    }

    [Fact]
    public async Task Removing_a_person_removes_all_that_is_theirs()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Blobs(session).AddAsync(new MemoryStream([1, 2, 3]), 10, Cancellation);
        await site.Records<Pannier.Tests.Core.Records.Note>(session).PutAsync("1", new("x"), Cancellation);
        await site.Links.ResetAsync(ada.User, Cancellation);
        await site.Sessions.EndOthersAsync(ada.User.Id, null, Cancellation);

        await site.People.RemoveAsync(ada.User.Id, Cancellation);

        foreach (var table in (string[])["person", "wrap", "data_key", "link", "session", "record", "blob", "blob_piece"])
            Assert.Equal(0, await site.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), Cancellation));
        Assert.Null(await site.People.FindAsync(Ada, Cancellation));
        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada"));
    }

    [Fact]
    public async Task A_damaged_row_is_named_and_not_taken_for_a_wrong_password()
    {
        await using var site = await KeptSite.OpenAsync();
        await site.RegisterAsync("ada");
        await site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE person SET kdf = 'none'", transaction: transaction), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.SignInAsync("ada"));

        await site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE person SET role = 'King'", transaction: transaction), Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.People.AllAsync(Cancellation));
    }
}
