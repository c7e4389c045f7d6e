using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts;

/// <summary>An account is opened once for all of a person's sessions, and anew only when its servers are others.</summary>
public sealed class PersonMailTests : IAsyncLifetime
{
    private readonly PersonMail _mail = new(new SyncTurns(1), null, null, TimeProvider.System, NullLoggerFactory.Instance);
    private readonly List<FakeStore> _stores = [];
    private PersonHere _person = null!;
    private MyAccount _account = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _person = await PersonHere.OpenAsync();
        _account = await _person.AddAsync("ann");
    }

    public async ValueTask DisposeAsync()
    {
        await _mail.DisposeAsync();
        await _person.DisposeAsync();
    }

    [Fact]
    public async Task Two_sessions_that_open_at_once_get_the_same_store()
    {
        var both = await Task.WhenAll(OpenAsync(_account), OpenAsync(_account));

        Assert.Same(both[0].Store, both[1].Store);
        Assert.Single(_stores);
    }

    [Fact]
    public async Task A_new_name_or_colour_keeps_the_connections()
    {
        var before = await OpenAsync(_account);

        var after = await OpenAsync(_account with { Name = "another", Combined = InCombinedViews.Hidden });

        Assert.Same(before.Store, after.Store);
        Assert.Equal(InCombinedViews.Hidden, _mail.Opened(_account.Id)!.ForLists().Combined);
        Assert.False(_stores.Single().IsDisposed);
    }

    [Fact]
    public async Task Another_host_closes_the_old_connections_first()
    {
        await OpenAsync(_account);

        await OpenAsync(_account with { Imap = _account.Imap with { Host = "other.example.org" } });

        Assert.Equal([true, false], _stores.Select(store => store.IsDisposed));
    }

    [Fact]
    public async Task What_failed_to_open_is_tried_again_by_the_next()
    {
        await Assert.ThrowsAsync<MailFault>(() => _mail.OpenAsync(_account, _ => Task.FromException<PersonAccount>(new MailFault(MailFaultKind.SignInRefused)), Cancellation));

        Assert.Null(_mail.Opened(_account.Id));
        Assert.NotNull(await OpenAsync(_account));
    }

    [Fact]
    public async Task The_end_of_the_last_session_closes_every_account()
    {
        await OpenAsync(_account);
        await OpenAsync(await _person.AddAsync("bob", order: 1));

        await _mail.DisposeAsync();

        Assert.Equal([true, true], _stores.Select(store => store.IsDisposed));
    }

    private Task<PersonAccount> OpenAsync(MyAccount account) => _mail.OpenAsync(
        account,
        async token =>
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            _stores.Add(new FakeStore(new FakeServer()));
            return new PersonAccount(account, _stores[^1], new MailboxDirectory(account.Id, [], (_, _) => Task.CompletedTask), new Lazy<ISubmission>(() => throw new NotSupportedException()));
        },
        Cancellation);
}
