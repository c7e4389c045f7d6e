using MailKit;
using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    /// <summary>A server may list without end; nobody has this many.</summary>
    private const int MostMailboxes = 20_000;

    public Task<IReadOnlyList<ServerMailbox>> ListMailboxesAsync(CancellationToken cancellation) => ActAsync(ListAsync, cancellation);

    private async Task<IReadOnlyList<ServerMailbox>> ListAsync(CancellationToken cancellation)
    {
        return [.. (await MailboxesAsync(_client.Capabilities.HasFlag(ImapCapabilities.ListStatus) ? StateItems() : StatusItems.None, cancellation)).Select(Read)];
    }

    private async Task<IReadOnlyCollection<IMailFolder>> MailboxesAsync(StatusItems items, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, IMailFolder>(StringComparer.Ordinal);
        foreach (var space in await NamespacesAsync(cancellation))
        {
            foreach (var folder in await _client.GetFoldersAsync(space, items, subscribedOnly: false, cancellation))
                if (folder.FullName.Length > 0 && found.Count < MostMailboxes) found.TryAdd(folder.FullName, folder);

            // LIST-EXTENDED tells subscriptions with the list; LSUB marks the same folders.
            if (!_client.Capabilities.HasFlag(ImapCapabilities.ListExtended))
                await _client.GetFoldersAsync(space, StatusItems.None, subscribedOnly: true, cancellation);
        }

        found.TryAdd(_client.Inbox.FullName, _client.Inbox); // outside the namespace of some servers
        return found.Values;
    }

    /// <summary>Where mailboxes are. When the server refused to tell, MailKit knows of none, and all but INBOX would seem to be gone.</summary>
    private async Task<IReadOnlyList<FolderNamespace>> NamespacesAsync(CancellationToken cancellation)
    {
        FolderNamespace[] told = [.. _client.PersonalNamespaces, .. _client.SharedNamespaces, .. _client.OtherNamespaces];
        if (told.Length > 0) return told;
        var root = await _client.GetFolderAsync("", cancellation); // MailKit lists only below what it knows
        return [new FolderNamespace(root.DirectorySeparator, "")];
    }

    private ServerMailbox Read(IMailFolder folder)
    {
        var selectable = (folder.Attributes & (FolderAttributes.NoSelect | FolderAttributes.NonExistent)) == 0;
        return new ServerMailbox(
            Name(folder),
            Role(folder),
            selectable,
            folder.Attributes.HasFlag(FolderAttributes.Subscribed),
            selectable && _client.Capabilities.HasFlag(ImapCapabilities.ListStatus) && folder.UidValidity != 0 ? State(folder) : null);
    }

    private static MailboxName Name(IMailFolder folder) => new(folder.FullName, folder.DirectorySeparator == '\0' ? null : folder.DirectorySeparator);

    private static MailboxRole Role(IMailFolder folder) => folder.Attributes switch
    {
        _ when folder.FullName.Equals("INBOX", StringComparison.OrdinalIgnoreCase) => MailboxRole.Inbox,
        var a when a.HasFlag(FolderAttributes.Drafts) => MailboxRole.Drafts,
        var a when a.HasFlag(FolderAttributes.Sent) => MailboxRole.Sent,
        var a when a.HasFlag(FolderAttributes.Archive) => MailboxRole.Archive,
        var a when a.HasFlag(FolderAttributes.Junk) => MailboxRole.Junk,
        var a when a.HasFlag(FolderAttributes.Trash) => MailboxRole.Trash,
        var a when a.HasFlag(FolderAttributes.All) => MailboxRole.All,
        var a when a.HasFlag(FolderAttributes.Flagged) => MailboxRole.Flagged,
        _ => MailboxRole.None,
    };

    private StatusItems StateItems()
    {
        const StatusItems always = StatusItems.Count | StatusItems.UidNext | StatusItems.UidValidity | StatusItems.Unread;
        return _client.Capabilities.HasFlag(ImapCapabilities.CondStore) ? always | StatusItems.HighestModSeq : always;
    }

    private static MailboxState State(IMailFolder folder) => new(
        folder.UidValidity, folder.UidNext?.Id ?? 0, folder.Count, folder.Unread, folder.HighestModSeq > 0 ? folder.HighestModSeq : null);
}
