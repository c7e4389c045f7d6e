using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Crypto;
using Pannier.Core.Outside;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>What a site makes of a back end's word, whatever that says.</summary>
public sealed class OutsideDoorTests
{
    private static readonly OutsideAnswer.Right Vouched = new(new OutsidePerson(null, "", null, null));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_in_another_way_is_not_let_in_by_a_back_ends_word()
    {
        await using var site = await KeptSite.OpenAsync();
        using var own = (await site.RegisterAsync("ann")).Keyring;
        using var password = Secret.Of("password of the server");

        Assert.IsType<SignInOutcome.NotAdmitted>(await Door(site, Vouched).SignInAsync(SignInName.Read("ann")!, password, Cancellation));
        Assert.IsType<SignInOutcome.Opened>(await site.SignInAsync("ann"));
    }

    [Fact]
    public async Task A_back_end_that_cannot_be_asked_opens_and_unlocks_nothing_and_is_told_apart_from_a_wrong_password()
    {
        await using var site = await KeptSite.OpenAsync();
        using var password = Secret.Of("password of the server");
        var user = await BegunAsync(site, password);

        Assert.IsType<SignInOutcome.Unavailable>(await Door(site, new OutsideAnswer.Unavailable()).SignInAsync(user.Name, password, Cancellation));
        Assert.IsType<UnlockOutcome.Unavailable>(await Door(site, new OutsideAnswer.Unavailable()).UnlockAsync(user, password, password, Cancellation));
        Assert.IsType<SignInOutcome.Refused>(await Door(site, new OutsideAnswer.Wrong()).SignInAsync(user.Name, password, Cancellation));
        Assert.IsType<UnlockOutcome.WrongPassword>(await Door(site, new OutsideAnswer.Wrong()).UnlockAsync(user, password, password, Cancellation));
    }

    [Fact]
    public async Task A_wrap_that_cost_less_than_today_is_made_anew_at_the_next_sign_in()
    {
        await using var site = await KeptSite.OpenAsync();
        using var password = Secret.Of("password of the server");
        var user = await BegunAsync(site, password);
        await using var later = await site.AgainAsync(cost: KdfParameters.Argon2(16, 2));

        var opened = Assert.IsType<SignInOutcome.Opened>(await Door(later, Vouched).SignInAsync(user.Name, password, Cancellation));
        opened.Keyring.Dispose();

        var wrap = await later.Database.ReadAsync(connection => KeyWraps.FindAsync(connection, user.Id, WrapKind.Password), Cancellation);
        Assert.Equal(KdfParameters.Argon2(16, 2), wrap!.Parameters);
        var again = Assert.IsType<SignInOutcome.Opened>(await Door(later, Vouched).SignInAsync(user.Name, password, Cancellation));
        again.Keyring.Dispose();
    }

    private static async Task<UserAccount> BegunAsync(KeptSite site, Secret password)
    {
        var begun = await site.Arrivals.BeginAsync(SignInName.Read("ben@example.org")!, SignInBackend.Imap, Admittance.Everybody, password, Cancellation);
        begun!.Keyring.Dispose();
        return begun.User;
    }

    private static OutsideDoor Door(KeptSite site, OutsideAnswer answer) =>
        new(new Says(answer), new SignInOptions { Backend = SignInBackend.Imap }, site.People, site.Passwords, site.Arrivals, NullLogger<OutsideDoor>.Instance);

    /// <summary>A back end that gives one answer.</summary>
    private sealed class Says(OutsideAnswer answer) : IAskOutside
    {
        public SignInBackend Backend => SignInBackend.Imap;

        public string Shown => "imap.example.org";

        public SignInName? Name(SignInName typed) => typed;

        public string Host(SignInName name) => Shown;

        public Task<OutsideAnswer> AskAsync(SignInName name, Secret password, CancellationToken cancellation) => Task.FromResult(answer);
    }
}
