using System.Collections.Immutable;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.News;

namespace Pannier.Mail.Mirror;

/// <summary>
/// The memory image of all a person's mailboxes, one per person and shared by their sessions. One writer at a time changes it;
/// readers take <see cref="Current"/>, which never changes, and may wait for the next.
/// </summary>
public sealed class PersonMirror : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private MirrorVersion _current = MirrorVersion.Empty;
    private TaskCompletionSource _next = NextSource();

    public MirrorVersion Current => Volatile.Read(ref _current);

    /// <summary>Names this life of the mirror: its version numbers begin anew with the next.</summary>
    public Guid Life { get; } = Guid.NewGuid();

    /// <summary>What changed of late.</summary>
    public NewsRing News { get; } = new();

    /// <summary>Ends when a version after this one is there.</summary>
    public async Task<MirrorVersion> NextAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next);
            if (Current is var current && current.Number > after) return current;
            await next.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Applies a change of one mailbox.</summary>
    public Task<MirrorVersion> ApplyAsync(AccountId account, MailboxDelta delta, CancellationToken cancellation) =>
        ChangeAsync(
            account,
            image => image with { Images = image.Images.SetItem(delta.Mailbox, ImageOf(image, delta.Mailbox).With(delta)) },
            (version, before) => DeltaNews.Of(version, before, ImageOf(before, delta.Mailbox), delta),
            cancellation);

    /// <summary>Applies a change that depends on the mailbox's image as it is at that moment; null leaves it.</summary>
    public Task<MirrorVersion> ApplyAsync(AccountId account, MailboxId mailbox, Func<MailboxImage, MailboxDelta?> change, CancellationToken cancellation)
    {
        MailboxDelta? delta = null;
        return ChangeAsync(
            account,
            image => (delta = change(ImageOf(image, mailbox))) is { } made ? image with { Images = image.Images.SetItem(mailbox, ImageOf(image, mailbox).With(made)) } : image,
            (version, before) => DeltaNews.Of(version, before, ImageOf(before, mailbox), delta!), // told only of a change
            cancellation);
    }

    /// <summary>Takes in an account's mailboxes; the images of those no longer listed go.</summary>
    public Task<MirrorVersion> ListedAsync(AccountId account, IReadOnlyList<Mailbox> mailboxes, CancellationToken cancellation) =>
        ChangeAsync(
            account,
            image => image.Mailboxes.SequenceEqual(mailboxes) ? image : image with { Mailboxes = mailboxes, Images = image.Images.RemoveRange(image.Images.Keys.Except(mailboxes.Select(mailbox => mailbox.Id)).ToList()) },
            AccountNews,
            cancellation);

    /// <summary>Tells where an account's sync stands.</summary>
    public Task<MirrorVersion> StandsAsync(AccountId account, SyncStage stage, MailFault? fault, CancellationToken cancellation) =>
        ChangeAsync(account, image => image with { Stage = stage, Fault = fault }, AccountNews, cancellation);

    /// <summary>Takes an account in, or changes whether it takes part in combined views.</summary>
    public Task<MirrorVersion> JoinAsync(AccountId account, InCombinedViews combined, CancellationToken cancellation) =>
        ChangeAsync(account, image => image with { Combined = combined }, AccountNews, cancellation);

    /// <summary>Drops an account.</summary>
    public async Task LeaveAsync(AccountId account, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            Publish(Current.Accounts.Remove(account), MirrorNews.None(Current.Number + 1) with { Accounts = [account] });
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static TaskCompletionSource NextSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static MailboxImage ImageOf(AccountImage account, MailboxId mailbox) =>
        account.Images.GetValueOrDefault(mailbox) ?? MailboxImage.Empty(account.Account, mailbox);

    private static MirrorNews AccountNews(long version, AccountImage before) => MirrorNews.None(version) with { Accounts = [before.Account] };

    private async Task<MirrorVersion> ChangeAsync(
        AccountId account, Func<AccountImage, AccountImage> change, Func<long, AccountImage, MirrorNews> tell, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var image = Current.Accounts.GetValueOrDefault(account) ?? AccountImage.Empty(account, InCombinedViews.Shown);
            var changed = change(image);
            return changed == image && Current.Accounts.ContainsKey(account) ? Current : Publish(Current.Accounts.SetItem(account, changed), tell(Current.Number + 1, image));
        }
        finally
        {
            _turn.Release();
        }
    }

    private MirrorVersion Publish(ImmutableDictionary<AccountId, AccountImage> accounts, MirrorNews news)
    {
        var version = new MirrorVersion(Current.Number + 1, accounts);
        News.Add(news); // before the version is seen: who sees it finds its news
        Volatile.Write(ref _current, version);
        Interlocked.Exchange(ref _next, NextSource()).SetResult();
        return version;
    }
}
