using Dapper;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Tests.Core.Records;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Users;

public sealed class PasswordsTests
{
    private const string Fresh = "another horse battery";

    private static readonly SignInName Ada = SignInName.Read("ada")!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_keeps_all_data_and_ends_the_other_sessions_and_the_old_password()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, keep) = await AdaWithANoteAsync(site);
        var other = await site.EnterAsync(user, Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada")).Keyring);

        Assert.Equal(PasswordChange.Done, await ChangeAsync(site, user, KeptSite.Password, Fresh, keep));

        Assert.Single(await site.Sessions.ListAsync(keep, Cancellation));
        await site.Sessions.SweepAsync(Cancellation);
        Assert.Equal([keep], keep.Person.Sessions);
        Assert.NotSame(other, keep);
        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada"));
        Assert.Equal("kept", await NoteAsync(site, user, Fresh));
    }

    [Fact]
    public async Task A_change_with_the_wrong_old_password_changes_nothing()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, keep) = await AdaWithANoteAsync(site);

        Assert.Equal(PasswordChange.WrongPassword, await ChangeAsync(site, user, "wrong horse battery", Fresh, keep));
        Assert.Equal(PasswordChange.WrongPassword, await ChangeAsync(site, user, new string('x', 1025), Fresh, keep));
        Assert.Equal(PasswordChange.WrongPassword, await ChangeAsync(site, user with { Id = UserId.New() }, KeptSite.Password, Fresh, keep));

        Assert.Equal("kept", await NoteAsync(site, user, KeptSite.Password));
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_wins_and_the_data_opens_with_it()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, keep) = await AdaWithANoteAsync(site);
        string[] passwords = ["first horse battery", "second horse battery", "third horse battery"];

        var outcomes = await Task.WhenAll(passwords.Select(password => Task.Run(() => ChangeAsync(site, user, KeptSite.Password, password, keep), Cancellation)));

        Assert.Single(outcomes, PasswordChange.Done);
        Assert.Equal("kept", await NoteAsync(site, user, passwords[Array.IndexOf(outcomes, PasswordChange.Done)]));
    }

    [Fact]
    public async Task A_change_that_fails_on_the_way_leaves_the_old_password_whole()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, keep) = await AdaWithANoteAsync(site);
        foreach (var trigger in (string[])["DELETE ON session", "INSERT ON wrap"])
        {
            await RunAsync(site, $"CREATE TRIGGER fail BEFORE {trigger} BEGIN SELECT RAISE(ABORT, 'power cut'); END");
            await site.EnterAsync(user, Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ada")).Keyring);

            await Assert.ThrowsAnyAsync<Exception>(() => ChangeAsync(site, user, KeptSite.Password, Fresh, keep));

            await RunAsync(site, "DROP TRIGGER fail");
            Assert.Equal("kept", await NoteAsync(site, user, KeptSite.Password));
            Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada", Fresh));
        }
    }

    [Fact]
    public async Task The_recovery_key_sets_a_password_keeps_the_data_and_is_replaced()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Records<Note>(session).PutAsync("1", new("kept"), Cancellation);
        using var fresh = Secret.Of(Fresh);

        var recovered = await site.Passwords.RecoverAsync(Ada, ada.Recovery, fresh, Cancellation);

        Assert.Equal(ada.User, recovered?.User);
        Assert.Equal("kept", await NoteAsync(site, ada.User, Fresh));
        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada"));
        Assert.Equal(1, await site.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM session"), Cancellation)); // NoteAsync's own
        Assert.Null(await site.Passwords.RecoverAsync(Ada, ada.Recovery, fresh, Cancellation));
        Assert.NotNull(await site.Passwords.RecoverAsync(Ada, recovered!.Recovery, fresh, Cancellation));
    }

    [Fact]
    public async Task A_wrong_recovery_key_or_name_changes_nothing()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, _) = await AdaWithANoteAsync(site);
        var eve = await site.RegisterAsync("eve");
        using var fresh = Secret.Of(Fresh);

        Assert.Null(await site.Passwords.RecoverAsync(Ada, RecoveryKey.New(), fresh, Cancellation));
        Assert.Null(await site.Passwords.RecoverAsync(Ada, eve.Recovery, fresh, Cancellation));
        Assert.Null(await site.Passwords.RecoverAsync(SignInName.Read("nobody")!, eve.Recovery, fresh, Cancellation));

        Assert.Equal("kept", await NoteAsync(site, user, KeptSite.Password));
    }

    [Fact]
    public async Task A_reset_locks_the_data_until_the_password_before_is_given()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, _) = await AdaWithANoteAsync(site);
        await ResetAsync(site, user, Fresh);

        Assert.IsType<SignInOutcome.Refused>(await site.SignInAsync("ada"));
        Assert.IsType<SignInOutcome.Locked>(await site.SignInAsync("ada", Fresh));
        Assert.IsType<UnlockOutcome.WrongPassword>(await UnlockAsync(site, user, "wrong horse battery", KeptSite.Password));
        Assert.IsType<UnlockOutcome.WrongPassword>(await UnlockAsync(site, user with { Id = UserId.New() }, Fresh, KeptSite.Password));
        Assert.IsType<UnlockOutcome.StillLocked>(await UnlockAsync(site, user, Fresh, "wrong horse battery"));
        var opened = Assert.IsType<UnlockOutcome.Opened>(await UnlockAsync(site, user, Fresh, KeptSite.Password));

        Assert.Null(opened.Recovery);
        Assert.Equal("kept", await NoteAsync(site, user, Fresh));
    }

    [Fact]
    public async Task A_reset_data_opens_by_the_recovery_key_which_is_replaced()
    {
        await using var site = await KeptSite.OpenAsync();
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Records<Note>(session).PutAsync("1", new("kept"), Cancellation);
        await ResetAsync(site, ada.User, Fresh);

        var opened = Assert.IsType<UnlockOutcome.Opened>(await UnlockAsync(site, ada.User, Fresh, ada.Recovery.Reveal()));

        Assert.NotNull(opened.Recovery);
        Assert.Null(await site.Passwords.OpenAsync(ada.User, ada.Recovery, Cancellation));
        Assert.NotNull(await site.Passwords.OpenAsync(ada.User, opened.Recovery, Cancellation));
        Assert.Equal("kept", await NoteAsync(site, ada.User, Fresh));
    }

    [Fact]
    public async Task However_often_it_is_reset_or_changed_while_locked_the_first_password_still_opens_the_data()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, _) = await AdaWithANoteAsync(site);
        await ResetAsync(site, user, "second horse battery");
        await ResetAsync(site, user, "third horse battery");
        Assert.Equal(PasswordChange.Done, await ChangeAsync(site, user, "third horse battery", Fresh, null));

        Assert.IsType<SignInOutcome.Locked>(await site.SignInAsync("ada", Fresh));
        Assert.IsType<UnlockOutcome.StillLocked>(await UnlockAsync(site, user, Fresh, "second horse battery"));
        Assert.IsType<UnlockOutcome.Opened>(await UnlockAsync(site, user, Fresh, KeptSite.Password));

        Assert.Equal("kept", await NoteAsync(site, user, Fresh));
    }

    [Fact]
    public async Task A_new_reset_link_voids_the_one_before()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, _) = await AdaWithANoteAsync(site);
        var first = await site.Links.ResetAsync(user, Cancellation);
        var second = await site.Links.ResetAsync(user, Cancellation);

        Assert.Null(await site.Links.FindAsync(first.Token, Cancellation));
        Assert.Equal(user, (await site.Links.FindAsync(second.Token, Cancellation))?.Person);
    }

    [Fact]
    public async Task A_sessions_keyring_has_no_root_key_to_set_passwords_with()
    {
        await using var site = await KeptSite.OpenAsync();
        var (user, session) = await AdaWithANoteAsync(site);
        using var fresh = Secret.Of(Fresh);

        await Assert.ThrowsAsync<VaultLocked>(() => site.Passwords.SetAsync(user, fresh, session.Keyring, Cancellation));
        await Assert.ThrowsAsync<VaultLocked>(() => site.Passwords.NewRecoveryKeyAsync(user, session.Keyring, Cancellation));
        using var old = Secret.Of(KeptSite.Password);
        using var keyring = await site.Passwords.OpenAsync(user, old, Cancellation);
        await site.Passwords.SetAsync(user, fresh, keyring!, Cancellation);
        var recovery = await site.Passwords.NewRecoveryKeyAsync(user, keyring!, Cancellation);

        Assert.Equal("kept", await NoteAsync(site, user, Fresh));
        Assert.NotNull(await site.Passwords.OpenAsync(user, recovery, Cancellation));
        Assert.Null(await site.Passwords.OpenAsync(user, old, Cancellation));
    }

    private static async Task<(UserAccount User, Pannier.Core.Sessions.LiveSession Session)> AdaWithANoteAsync(KeptSite site)
    {
        var ada = await site.RegisterAsync("ada");
        var session = await site.EnterAsync(ada.User, ada.Keyring);
        await site.Records<Note>(session).PutAsync("1", new("kept"), Cancellation);
        return (ada.User, session);
    }

    private static async Task<string?> NoteAsync(KeptSite site, UserAccount user, string password)
    {
        var opened = Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync(user.Name.Shown, password));
        var session = await site.EnterAsync(user, opened.Keyring);
        return (await site.Records<Note>(session).FindAsync("1", Cancellation))?.Value.Text;
    }

    private static async Task<PasswordChange> ChangeAsync(KeptSite site, UserAccount user, string old, string fresh, Pannier.Core.Sessions.LiveSession? keep)
    {
        using var before = Secret.Of(old);
        using var after = Secret.Of(fresh);
        return await site.Passwords.ChangeAsync(user, before, after, keep, Cancellation);
    }

    private static async Task<UnlockOutcome> UnlockAsync(KeptSite site, UserAccount user, string present, string before)
    {
        using var now = Secret.Of(present);
        using var then = Secret.Of(before);
        return await site.Passwords.UnlockAsync(user, now, then, Cancellation);
    }

    private static async Task ResetAsync(KeptSite site, UserAccount user, string fresh)
    {
        var link = await site.Links.ResetAsync(user, Cancellation);
        using var password = Secret.Of(fresh);
        Assert.True(await site.Passwords.ResetAsync(link.Token, user, password, Cancellation));
        await site.Sessions.EndOthersAsync(user.Id, null, Cancellation);
    }

    private static Task RunAsync(KeptSite site, string sql) => site.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Cancellation);
}
