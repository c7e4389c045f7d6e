using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

/// <summary>Who leaves lets what must finish do so, and everything is closed whatever fails on the way.</summary>
public sealed class PersonTests : IAsyncLifetime
{
    private PersonHere _here = null!;

    public async ValueTask InitializeAsync() => _here = await PersonHere.OpenAsync();

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task What_fails_to_finish_is_told_and_keeps_nothing_else_open()
    {
        var person = new Person(Ann(), null);
        var log = new List<string>();
        person.Attach(() => new Failing(log));
        person.Attach(() => new Other(log));

        var told = await Assert.ThrowsAsync<InvalidOperationException>(async () => await person.DisposeAsync());

        Assert.Equal("the disk is full", told.Message);
        Assert.Equal(["leaving", "closed", "other closed"], log);
    }

    [Fact]
    public async Task Nothing_is_attached_to_somebody_who_has_left()
    {
        var person = new Person(Ann(), null);
        await person.DisposeAsync();

        Assert.Throws<VaultLocked>(() => person.Attach(() => new Other([])));
    }

    [Fact]
    public async Task A_password_given_again_counts_as_recent_for_some_minutes_under_a_new_id()
    {
        using var password = Pannier.Mail.Secret.Of(KeptSite.Password);
        var opened = Assert.IsType<SignInOutcome.Opened>(await _here.Site.People.SignInAsync(SignInName.Read("ann")!, password, KeptSite.Cancellation));
        var before = _here.Visit.Required;

        await _here.Door.ConfirmAsync(opened.User, opened.Keyring, KeptSite.Cancellation);

        Assert.NotSame(before, _here.Visit.Required);
        Assert.Equal(SignInLevel.Recent, _here.Visit.Level);
        _here.Site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(SignInLevel.Full, _here.Visit.Level);
    }

    private UserAccount Ann() => new(_here.Visit.Required.User, SignInName.Read("ann")!, Role.Member, DateTimeOffset.UnixEpoch);

    private sealed class Failing(List<string> log) : IAsyncDisposable, ILeaves
    {
        public Task LeaveAsync(CancellationToken cancellation)
        {
            log.Add("leaving");
            throw new InvalidOperationException("the disk is full");
        }

        public ValueTask DisposeAsync()
        {
            log.Add("closed");
            throw new InvalidOperationException("told second");
        }
    }

    private sealed class Other(List<string> log) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            log.Add("other closed");
            return ValueTask.CompletedTask;
        }
    }
}
