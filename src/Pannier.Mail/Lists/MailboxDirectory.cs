using Pannier.Mail.Mirror;

namespace Pannier.Mail.Lists;

/// <summary>An account's mailboxes by our ids: listed from the server, kept in the account's record, kept through renames.</summary>
/// <remarks>Thread-safe. What it knows may be a minute old; <see cref="RefreshAsync"/> asks the server.</remarks>
public sealed class MailboxDirectory(AccountId account, IReadOnlyList<KnownMailbox> known, Func<IReadOnlyList<KnownMailbox>, CancellationToken, Task> saveAsync)
{
    private readonly Turn _turn = new();
    private IReadOnlyList<KnownMailbox> _known = known;
    private IReadOnlyList<Mailbox>? _mailboxes;

    /// <summary>As last listed; null before the first answer of the server.</summary>
    public IReadOnlyList<Mailbox>? Listed => Volatile.Read(ref _mailboxes);

    /// <summary>The mailboxes, listed now if they never were.</summary>
    public async Task<IReadOnlyList<Mailbox>> GetAsync(IMailStore store, CancellationToken cancellation) =>
        Listed ?? await RefreshAsync(store, cancellation);

    /// <summary>Lists the mailboxes and their states.</summary>
    public async Task<IReadOnlyList<Mailbox>> RefreshAsync(IMailStore store, CancellationToken cancellation)
    {
        await _turn.TakeAsync(cancellation);
        try
        {
            return await ListAsync(store, cancellation);
        }
        finally
        {
            _turn.GiveBack();
        }
    }

    /// <summary>The mailbox of an id; null when this account has none.</summary>
    public async Task<Mailbox?> FindAsync(IMailStore store, MailboxId id, CancellationToken cancellation) =>
        (await GetAsync(store, cancellation)).FirstOrDefault(mailbox => mailbox.Id == id);

    /// <summary>The mailbox of a role; null when the account has none.</summary>
    public async Task<Mailbox?> FindAsync(IMailStore store, MailboxRole role, CancellationToken cancellation) =>
        Homes.Of(await GetAsync(store, cancellation), role);

    /// <summary>Gives a mailbox a role of the person's choosing, and takes it from whichever had it; null leaves it to the server again.</summary>
    public async Task ChooseRoleAsync(IMailStore store, MailboxId id, MailboxRole? role, CancellationToken cancellation)
    {
        await GetAsync(store, cancellation);
        await _turn.TakeAsync(cancellation);
        try
        {
            await ChangeAsync(
                store,
                known => known.Id == id ? known with { Chosen = role }
                    : role is not null && known.Chosen == role ? known with { Chosen = MailboxRole.None }
                    : known,
                cancellation);
        }
        finally
        {
            _turn.GiveBack();
        }
    }

    /// <summary>Renames a mailbox on the server and here, so that its id and those below it stay.</summary>
    /// <exception cref="MailFault">The server refused; nothing is changed. Once it has renamed, a failure to list shows at the next look.</exception>
    public async Task RenameAsync(IMailStore store, MailboxName from, MailboxName to, CancellationToken cancellation)
    {
        await GetAsync(store, cancellation);
        await _turn.TakeAsync(cancellation); // nobody lists in between: a new name without an old one would be a new mailbox
        try
        {
            await store.UseAsync(
                async (connection, token) =>
                {
                    await connection.RenameMailboxAsync(from, to, token);
                    return true;
                },
                cancellation);
            await ChangeAsync(store, known => known.Name == from.Value ? known with { Name = to.Value } : Moved(known, from, to), CancellationToken.None); // renamed is renamed
        }
        finally
        {
            _turn.GiveBack();
        }
    }

    private static KnownMailbox Moved(KnownMailbox known, MailboxName from, MailboxName to) =>
        from.Delimiter is { } d && known.Name.StartsWith(from.Value + d, StringComparison.Ordinal)
            ? known with { Name = to.Value + known.Name[from.Value.Length..] }
            : known;

    /// <summary>Changes what is known, in one's turn, and lists anew.</summary>
    private async Task ChangeAsync(IMailStore store, Func<KnownMailbox, KnownMailbox> change, CancellationToken cancellation)
    {
        var changed = _known.Select(change).ToList();
        await saveAsync(changed, cancellation);
        _known = changed;
        await ListAsync(store, cancellation);
    }

    private async Task<IReadOnlyList<Mailbox>> ListAsync(IMailStore store, CancellationToken cancellation)
    {
        var listed = await store.UseAsync((connection, token) => connection.ListMailboxesAsync(token), cancellation);
        var known = Adopt(listed);
        if (!known.SequenceEqual(_known)) await saveAsync(known, cancellation);
        _known = known;
        return Publish(listed);
    }

    /// <summary>Known mailboxes first, in their order, then new ones; one the server no longer lists is forgotten.</summary>
    private List<KnownMailbox> Adopt(IReadOnlyList<ServerMailbox> listed)
    {
        var names = listed.Select(mailbox => mailbox.Name.Value).ToHashSet(StringComparer.Ordinal);
        var kept = _known.Where(mailbox => names.Contains(mailbox.Name)).ToList();
        names.ExceptWith(kept.Select(mailbox => mailbox.Name));
        kept.AddRange(listed.Where(mailbox => names.Contains(mailbox.Name.Value)).Select(mailbox => new KnownMailbox(MailboxId.New(), mailbox.Name.Value, mailbox.Name.Delimiter, null)));
        return kept;
    }

    private IReadOnlyList<Mailbox> Publish(IReadOnlyList<ServerMailbox> listed)
    {
        var byName = _known.ToDictionary(mailbox => mailbox.Name, StringComparer.Ordinal);
        var guessed = MailboxRoles.Resolve(listed).ToDictionary(pair => pair.Value.Value, pair => pair.Key, StringComparer.Ordinal);
        var chosen = _known.Where(mailbox => mailbox.Chosen is not null and not MailboxRole.None).Select(mailbox => mailbox.Chosen).ToHashSet();
        IReadOnlyList<Mailbox> mailboxes =
        [
            .. listed.Select(mailbox => (Server: mailbox, Known: byName[mailbox.Name.Value])).Select(pair => new Mailbox(
                account,
                pair.Known.Id,
                pair.Server.Name,
                Role(pair.Known, guessed.GetValueOrDefault(pair.Server.Name.Value), chosen),
                pair.Server.Selectable,
                pair.Server.Subscribed,
                pair.Server.State)),
        ];
        Volatile.Write(ref _mailboxes, mailboxes);
        return mailboxes;
    }

    private static MailboxRole Role(KnownMailbox known, MailboxRole guessed, HashSet<MailboxRole?> chosen) =>
        known.Chosen ?? (chosen.Contains(guessed) ? MailboxRole.None : guessed);
}
