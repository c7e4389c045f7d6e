using System.Collections.Immutable;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Intents;
using Pannier.Mail.Mirror.News;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror;

/// <summary>
/// The memory image of all a person's mailboxes, one per person and shared by their sessions. One writer at a time changes it;
/// readers take <see cref="Current"/>, which never changes, and may wait for the next.
/// </summary>
public sealed class PersonMirror : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private MirrorVersion _current = MirrorVersion.Empty;
    private readonly Bell _published = new();

    public MirrorVersion Current => Volatile.Read(ref _current);

    /// <summary>Names this life of the mirror: its version numbers begin anew with the next.</summary>
    public Guid Life { get; } = Guid.NewGuid();

    /// <summary>How this person's Message-IDs are hashed.</summary>
    public LinkHash Links { get; private set; } = LinkHash.New();

    /// <summary>Goes on with the hashes of an earlier life.</summary>
    /// <exception cref="InvalidOperationException">It holds some already.</exception>
    public void HashBy(LinkHash links) => Links = Current.Accounts.IsEmpty ? links : throw new InvalidOperationException("hashes by another key are held already");

    /// <summary>Which messages belong together.</summary>
    public ThreadTable Threads { get; } = new();

    /// <summary>Where messages are that went from their place.</summary>
    public Forwards Forwards { get; } = new();

    /// <summary>What changed of late.</summary>
    public NewsRing News { get; } = new();

    /// <summary>Ends when a version after this one is there.</summary>
    public async Task<MirrorVersion> NextAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            var place = _published.Place();
            if (Current is var current && current.Number > after) return current;
            await _published.WaitAsync(place, cancellation);
        }
    }

    /// <summary>Applies a change of one mailbox.</summary>
    public Task<MirrorVersion> ApplyAsync(AccountId account, MailboxDelta delta, CancellationToken cancellation) =>
        ChangeAsync(
            account,
            image => image.With(Apply(ImageOf(image, delta.Mailbox), delta)),
            (version, before) => DeltaNews.Of(version, before, ImageOf(before, delta.Mailbox), delta),
            cancellation);

    /// <summary>Applies a change that depends on the mailbox's image as it is at that moment; null leaves it.</summary>
    public Task<MirrorVersion> ApplyAsync(AccountId account, MailboxId mailbox, Func<MailboxImage, MailboxDelta?> change, CancellationToken cancellation)
    {
        MailboxDelta? delta = null;
        return ChangeAsync(
            account,
            image => (delta = change(ImageOf(image, mailbox))) is { } made ? image.With(Apply(ImageOf(image, mailbox), made)) : image,
            (version, before) => DeltaNews.Of(version, before, ImageOf(before, mailbox), delta!), // told only of a change
            cancellation);
    }

    /// <summary>Takes in a mailbox as it was kept, unless it is known already.</summary>
    public Task<MirrorVersion> RestoreAsync(MailboxImage image, CancellationToken cancellation) =>
        ChangeAsync(
            image.Account,
            account => account.Told.ContainsKey(image.Mailbox) ? account : Restored(account, image),
            (version, _) => MirrorNews.None(version) with { Changed = [new Scope.One(image.Account, image.Mailbox)] },
            cancellation);

    /// <summary>Shows what the person did, before the server has said anything to it.</summary>
    public Task<MirrorVersion> IntendAsync(Intent intent, CancellationToken cancellation) =>
        ChangeAsync(intent.Account, account => account.With(account.Intents.Add(intent), intent.Mailbox), (version, _) => Changed(version, intent), cancellation);

    /// <summary>Shows an open intent under the numbers its messages have now.</summary>
    public Task<MirrorVersion> RenumberAsync(Intent intent, CancellationToken cancellation) =>
        ChangeAsync(
            intent.Account,
            account => account.Intents.FindIndex(one => one.Id == intent.Id) is >= 0 and var at ? account.With(account.Intents.SetItem(at, intent), intent.Mailbox) : account,
            (version, _) => Changed(version, intent),
            cancellation);

    /// <summary>Ends an intent: what the server did of it is taken in, and what it did not is seen as before.</summary>
    /// <param name="outcome">What came of it; null when nothing.</param>
    public Task<MirrorVersion> SettleAsync(Intent intent, Func<MailboxImage, MailboxDelta?> outcome, CancellationToken cancellation) =>
        ChangeAsync(
            intent.Account,
            account =>
            {
                var told = ImageOf(account, intent.Mailbox);
                var after = account with { Intents = account.Intents.RemoveAll(one => one.Id == intent.Id) };
                return outcome(told) is { } delta ? after.With(Apply(told, delta)) : after.With(after.Intents, intent.Mailbox);
            },
            (version, _) => Changed(version, intent),
            cancellation);

    /// <summary>Takes in an account's mailboxes; the images of those no longer listed go.</summary>
    public Task<MirrorVersion> ListedAsync(AccountId account, IReadOnlyList<Mailbox> mailboxes, CancellationToken cancellation) =>
        ChangeAsync(
            account,
            image => image.Mailboxes.SequenceEqual(mailboxes) ? image : Unlinked(image, mailboxes) with { Mailboxes = mailboxes, Images = Listed(image.Images, mailboxes), Told = Listed(image.Told, mailboxes) },
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
            if (Current.Accounts.GetValueOrDefault(account) is { } left) Unlinked(left, []);
            Publish(Current.Accounts.Remove(account), MirrorNews.None(Current.Number + 1) with { Accounts = [account] });
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static MailboxImage ImageOf(AccountImage account, MailboxId mailbox) =>
        account.Told.GetValueOrDefault(mailbox) ?? MailboxImage.Empty(account.Account, mailbox);

    /// <summary>Changes an image, and with it what belongs together.</summary>
    private MailboxImage Apply(MailboxImage image, MailboxDelta delta)
    {
        Threads.Follow(image, delta);
        return image.With(delta);
    }

    private AccountImage Restored(AccountImage account, MailboxImage image)
    {
        for (var row = 0; row < image.Count; row++) Threads.Add(image.Account, image.Mailbox, image.Point.UidValidity, image.UidAt(row), image.LinksAt(row));
        return account.With(image);
    }

    /// <summary>Lets go of the messages of mailboxes that are no longer listed.</summary>
    private AccountImage Unlinked(AccountImage account, IReadOnlyList<Mailbox> stay)
    {
        foreach (var image in account.Told.Values.Where(image => stay.All(mailbox => mailbox.Id != image.Mailbox))) Threads.Forget(image);
        return account;
    }

    private static MirrorNews Changed(long version, Intent intent) => MirrorNews.None(version) with { Changed = [new Scope.One(intent.Account, intent.Mailbox)] };

    private static ImmutableDictionary<MailboxId, MailboxImage> Listed(ImmutableDictionary<MailboxId, MailboxImage> images, IReadOnlyList<Mailbox> mailboxes) => images.RemoveRange(images.Keys.Except(mailboxes.Select(mailbox => mailbox.Id)).ToList());

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
        var version = new MirrorVersion(Current.Number + 1, accounts) { Threads = Threads };
        News.Add(news); // before the version is seen: who sees it finds its news
        Volatile.Write(ref _current, version);
        _published.Ring();
        return version;
    }
}
