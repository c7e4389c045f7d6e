using Pannier.Core.Crypto;
using Pannier.Core.Factors;
using Pannier.Core.Sessions;
using Pannier.Core.Settings;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Modules.Settings;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Settings;

public class PasswordTests
{
    private const string Next = "quite another phrase";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changing_it_keeps_the_data_ends_other_sessions_and_gives_this_one_a_new_id()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.Settings.ChangeAsync(new Dictionary<string, string> { ["appearance.theme"] = "dark" }, Cancellation);
        var before = here.Visit.Session!;
        var elsewhere = Assert.IsType<SignInOutcome.Opened>(await here.Site.SignInAsync("ann"));
        var ticket = await here.Site.Sessions.BeginAsync(elsewhere.User, elsewhere.Keyring, new Beginning(SignInLevel.Full), Cancellation);

        var done = (await Handler(here).HandleAsync(Input(KeptSite.Password, Next, Next), Cancellation)).Model<PasswordPage, PasswordPage.Done>();

        Assert.Equal("settings.password.changed", done.Notice?.Key);
        Assert.NotSame(before, here.Visit.Session);
        Assert.NotEqual(before.IdHash, here.Visit.Session!.IdHash);
        Assert.Null(await here.Site.Sessions.OpenAsync(ticket.Reveal(), Cancellation));
        Assert.Equal("dark", (await here.Site.Records<SettingValues>(here.Visit.Session).FindAsync("settings", Cancellation))?.Value.Texts["appearance.theme"]);
        Assert.IsType<SignInOutcome.Refused>(await here.Site.SignInAsync("ann"));
        Assert.IsType<SignInOutcome.Opened>(await here.Site.SignInAsync("ann", Next));
    }

    [Theory]
    [InlineData("not my password", Next, Next, "settings.password.wrong", null)]
    [InlineData(KeptSite.Password, "short", "short", null, "password.too-short")]
    [InlineData(KeptSite.Password, Next, "quite another phrasE", null, "password.differs")]
    [InlineData(KeptSite.Password, "abababababababab", "abababababababab", null, "password.repeats")]
    public async Task Says_what_is_wrong_and_changes_nothing(string current, string password, string again, string? currentWrong, string? passwordWrong)
    {
        await using var here = await PersonHere.OpenAsync();
        var before = here.Visit.Session;

        var form = (await Handler(here).HandleAsync(Input(current, password, again), Cancellation)).Model<PasswordPage, PasswordPage.Form>();

        Assert.Equal((currentWrong, passwordWrong, 422), (form.CurrentWrong?.Key, form.PasswordWrong?.Key, form.Status));
        Assert.Same(before, here.Visit.Session);
        Assert.IsType<SignInOutcome.Opened>(await here.Site.SignInAsync("ann"));
    }

    [Fact]
    public async Task Makes_a_new_recovery_key_for_whoever_gives_the_password()
    {
        await using var here = await PersonHere.OpenAsync();
        using var current = Secret.Of(KeptSite.Password);

        var key = (await new MakeRecoveryKey(Forms(here), here.Site.Passwords, Again(here), here.Visit, here.Log).HandleAsync(new RecoveryInput(current), Cancellation)).Model<PasswordPage, PasswordPage.Key>();

        using var next = Secret.Of(Next);
        var shown = RecoveryKey.Read(string.Join('-', key.Shown.Groups));
        var recovered = await here.Site.Passwords.RecoverAsync(SignInName.Read("ann")!, shown!, next, Cancellation);
        Assert.NotNull(recovered);
        recovered.Keyring.Dispose();
    }

    [Fact]
    public async Task Makes_none_without_the_password()
    {
        await using var here = await PersonHere.OpenAsync();
        using var wrong = Secret.Of("not my password");
        var handler = new MakeRecoveryKey(Forms(here), here.Site.Passwords, Again(here), here.Visit, here.Log);

        var mistyped = (await handler.HandleAsync(new RecoveryInput(wrong), Cancellation)).Model<PasswordPage, PasswordPage.Form>();
        var missing = (await handler.HandleAsync(new RecoveryInput(null), Cancellation)).Model<PasswordPage, PasswordPage.Form>();

        Assert.Equal("settings.password.wrong", mistyped.KeyWrong?.Key);
        Assert.Equal("settings.password.wrong", missing.KeyWrong?.Key);
    }

    [Fact]
    public async Task A_new_data_key_ends_other_sessions_and_this_one_goes_on_with_it_also_in_another_process()
    {
        await using var here = await PersonHere.OpenAsync();
        await here.Settings.ChangeAsync(new Dictionary<string, string> { ["appearance.theme"] = "dark" }, Cancellation);
        var elsewhere = Assert.IsType<SignInOutcome.Opened>(await here.Site.SignInAsync("ann"));
        var ticket = await here.Site.Sessions.BeginAsync(elsewhere.User, elsewhere.Keyring, new Beginning(SignInLevel.Full), Cancellation);
        using var current = Secret.Of(KeptSite.Password);

        var done = (await Rotate(here).HandleAsync(new RecoveryInput(current), Cancellation)).Model<PasswordPage, PasswordPage.Done>();

        Assert.Equal("settings.rotate.done", done.Notice?.Key);
        Assert.Null(await here.Site.Sessions.OpenAsync(ticket.Reveal(), Cancellation));
        Assert.Equal(2u, here.Visit.Session!.Keyring.Newest);
        Assert.Equal("dark", (await here.Site.Records<SettingValues>(here.Visit.Session).FindAsync("settings", Cancellation))?.Value.Texts["appearance.theme"]);
    }

    [Fact]
    public async Task A_new_data_key_takes_the_password()
    {
        await using var here = await PersonHere.OpenAsync();
        var before = here.Visit.Session;
        using var wrong = Secret.Of("not my password");

        var without = (await Rotate(here).HandleAsync(new RecoveryInput(null), Cancellation)).Model<PasswordPage, PasswordPage.Form>();
        var refused = (await Rotate(here).HandleAsync(new RecoveryInput(wrong), Cancellation)).Model<PasswordPage, PasswordPage.Form>();

        Assert.Equal(("settings.password.wrong", "settings.password.wrong", 422), (without.RotateWrong?.Key, refused.RotateWrong?.Key, refused.Status));
        Assert.Same(before, here.Visit.Session);
        Assert.Equal(1u, before!.Keyring.Newest);
    }

    private static PasswordForms Forms(PersonHere here) => new(here.Site.Checks, here.Passkeys, here.Visit);

    private static RootAgain Again(PersonHere here) =>
        new(here.Again, new PasskeyDoor(here.Site.Database, here.PasskeyProtocol, here.PasskeyWraps, new PasskeyTickets(here.Site.Vault, here.Site.Clock), here.Site.Clock), here.Tries, here.Visit, here.Log);

    private static RotateKey Rotate(PersonHere here) => new(Forms(here), here.Site.Passwords, Again(here), here.Site.Sessions, here.Door, here.Visit, here.Log);

    private static ChangePassword Handler(PersonHere here) => new(Forms(here), here.Site.Passwords, here.Site.Arrivals, here.Site.Checks, here.Site.Sessions, here.Tries, here.Door, here.Visit, here.Log);

    private static PasswordInput Input(string current, string password, string again) => new(Secret.Of(current), Secret.Of(password), Secret.Of(again));
}
