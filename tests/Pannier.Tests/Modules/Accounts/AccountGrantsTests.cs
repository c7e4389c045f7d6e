using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.OAuth;
using Pannier.Modules.Accounts;
using Pannier.Modules.Accounts.Provider;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Accounts;

/// <summary>What is kept of a consent, and whom it is good for.</summary>
public sealed class AccountGrantsTests : IAsyncLifetime
{
    private IdentityProvider _idp = null!; // before any test
    private PersonHere _here = null!; // likewise

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_idp, _here) = (await IdentityProvider.StartAsync(), await PersonHere.OpenAsync());

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _idp.DisposeAsync();
    }

    [Fact]
    public async Task A_consent_takes_the_place_of_passwords_and_shows_both_servers_the_same_token()
    {
        var account = await ConsentedAsync();

        var proof = await Proofs(_idp.Registration()).OfAsync(account, Cancellation);

        Assert.Null(await _here.Book.PasswordsAsync(account, Cancellation));
        using var token = await proof.Tokens!.GetAsync(Cancellation);
        Assert.StartsWith("access-", token.Reveal(), StringComparison.Ordinal);
        Assert.Same(proof.Tokens, Assert.IsType<LoginProof.Token>(proof.Smtp).Tokens);
    }

    [Fact]
    public async Task A_consent_for_another_login_is_none()
    {
        var account = await ConsentedAsync();
        var moved = account with { Smtp = account.Smtp with { Host = "smtp.evil.example" } };

        var fault = await Assert.ThrowsAsync<MailFault>(() => Proofs(_idp.Registration()).OfAsync(moved, Cancellation));

        Assert.Equal(MailFaultKind.SignInRefused, fault.Kind);
        Assert.Null(await _here.Book.Keeper(moved).ReadAsync(Cancellation));
    }

    [Fact]
    public async Task A_token_goes_to_no_other_authority_or_client()
    {
        var account = await ConsentedAsync();

        foreach (var registration in (OAuthRegistration[])[_idp.Registration() with { ClientId = "another" }, _idp.Registration() with { Issuer = "https://evil.example" }, _idp.Registration() with { Name = "renamed" }])
            Assert.Equal(MailFaultKind.ClientRefused, (await Assert.ThrowsAsync<MailFault>(() => Proofs(registration).OfAsync(account, Cancellation))).Kind);
        Assert.False(await new RevokeGrant(_here.Providers, _here.Client).TryAsync((await _here.Book.GrantAsync(account, Cancellation))!));
    }

    [Fact]
    public async Task What_was_read_before_somebody_signed_in_again_is_not_written_over_it()
    {
        var account = await ConsentedAsync();
        var keeper = _here.Book.Keeper(account);
        var old = (await keeper.ReadAsync(Cancellation))!;
        using var again = _idp.Sign(DateTimeOffset.UtcNow);
        await _here.Book.SaveAsync(account, _idp.Provider(), again, Cancellation);

        Assert.False(await keeper.KeepAsync(old, Cancellation));
        Assert.Equal(again.Refresh!.Reveal(), (await keeper.ReadAsync(Cancellation))!.Refresh.Reveal());
        Assert.False(await _here.Book.Keeper(account).KeepAsync(old, Cancellation)); // nothing was read
    }

    [Fact]
    public async Task Once_the_person_has_left_nothing_is_read_or_kept()
    {
        var account = await ConsentedAsync();
        var keeper = _here.Book.Keeper(account);
        var grant = (await keeper.ReadAsync(Cancellation))!;
        await _here.Visit.Required.Person.DisposeAsync();

        Assert.Equal(MailFaultKind.SignInUnavailable, (await Assert.ThrowsAsync<MailFault>(() => keeper.KeepAsync(grant, Cancellation))).Kind);
        Assert.Equal(MailFaultKind.SignInUnavailable, (await Assert.ThrowsAsync<MailFault>(() => keeper.ReadAsync(Cancellation))).Kind);
    }

    [Fact]
    public async Task An_account_without_the_right_to_further_tokens_is_not_kept()
    {
        var account = await _here.AddAsync("ann");
        using var tokens = _idp.Sign(DateTimeOffset.UtcNow);

        await Assert.ThrowsAsync<ArgumentException>(() => _here.Book.SaveAsync(account, _idp.Provider(), tokens with { Refresh = null }, Cancellation));
    }

    [Fact]
    public async Task A_password_ends_the_consent_and_gives_it_back()
    {
        var account = await ConsentedAsync();

        (await Edit().HandleAsync(Input(account) with { Password = Secret.Of("a password"), Confirmed = Line.Read("imap.example.org smtp.example.org") }, Cancellation)).Model<EditPage, EditPage.Done>();

        Assert.Null(await _here.Book.GrantAsync(account, Cancellation));
        Assert.NotNull(await _here.Book.PasswordsAsync(account, Cancellation));
        Assert.Empty(_idp.LiveRefreshTokens);
    }

    [Fact]
    public async Task Settings_that_are_no_login_leave_the_consent_and_other_servers_want_another()
    {
        var account = await ConsentedAsync();

        (await Edit().HandleAsync(Input(account) with { Label = Line.Read("Renamed") }, Cancellation)).Model<EditPage, EditPage.Done>();
        var form = (await Edit().HandleAsync(Input(account) with { Imap = AddForms.Server("imap2.example.org", "993") }, Cancellation)).Model<EditPage, EditPage.Form>();

        Assert.Equal("accounts.wrong.sign-in-again", Assert.Single(form.Wrong).Key);
        Assert.Equal("Local", form.Provider);
        Assert.NotNull(await _here.Book.GrantAsync((await _here.Book.FindAsync(account.Id, Cancellation))!, Cancellation));
    }

    private static OAuthProviders Registered(OAuthRegistration registration) => new(new OAuthOptions { Providers = [registration] });

    private static EditInput Input(MyAccount account) =>
        new(account.Id, Line.Read(account.Name), account.Colour, Tick.Off, account.SentCopies, AddForms.Server(account.Imap.Host, "993"), AddForms.Server(account.Smtp.Host, "465"), null, null, null);

    private EditAccount Edit()
    {
        var providers = Registered(_idp.Registration());
        return new(_here.Book, new ServerForm(_here.Egress, providers), new TryServers(_here.Stores, _here.Egress), new RevokeGrant(providers, _idp.OAuthClient(TimeProvider.System)), _here.Mail, _here.Log);
    }

    private AccountProofs Proofs(OAuthRegistration registration) => new(_here.Book, Registered(registration), _idp.OAuthClient(TimeProvider.System), TimeProvider.System);

    private async Task<MyAccount> ConsentedAsync()
    {
        var account = await _here.AddAsync("ann");
        using var tokens = _idp.Sign(DateTimeOffset.UtcNow);
        await _here.Book.SaveAsync(account, _idp.Provider(), tokens, Cancellation);
        return account;
    }
}
