namespace Pannier.Mail.Lists;

/// <summary>The order of one mailbox: uid and INTERNALDATE of every message, read once and trued up at each look.</summary>
/// <remarks>
/// A SELECT's UIDVALIDITY, UIDNEXT and EXISTS tell whether anything came or went: new uids are fetched from the old
/// UIDNEXT up, and only a count that still does not fit asks for all uids again. Not thread-safe; its owner takes turns.
/// </remarks>
internal sealed class MailboxIndex
{
    private List<IndexEntry> _entries = []; // ascending by uid
    private MailboxState? _state;

    public uint UidValidity => _state?.UidValidity ?? 0;

    /// <summary>Newest first, ties by the higher uid.</summary>
    public IReadOnlyList<IndexEntry> NewestFirst { get; private set; } = [];

    public async Task TrueUpAsync(IMailConnection connection, MailboxName name, CancellationToken cancellation)
    {
        var state = await connection.SelectAsync(name, cancellation);
        if (_state is { } old && old.UidValidity == state.UidValidity && old.UidNext == state.UidNext && old.Exists == state.Exists && _entries.Count == state.Exists)
        {
            _state = state;
            return;
        }

        var mailbox = new MailboxRef(name, state.UidValidity);
        if (_state?.UidValidity != state.UidValidity) _entries = [];
        if (state.Exists == 0)
        {
            _entries = [];
        }
        else
        {
            var from = new Uid(_entries.Count == 0 ? 1 : _entries[^1].Uid.Value + 1);
            var last = _entries.Count == 0 ? 0 : _entries[^1].Uid.Value;
            if (state.UidNext == 0 || from.Value < state.UidNext) _entries.AddRange((await connection.IndexAsync(mailbox, from, cancellation)).Where(entry => entry.Uid.Value > last));
            if (_entries.Count != state.Exists) await DropExpungedAsync(connection, mailbox, cancellation);
        }

        _state = state;
        NewestFirst = [.. _entries.OrderByDescending(entry => entry.ReceivedAt).ThenByDescending(entry => entry.Uid.Value)];
    }

    private async Task DropExpungedAsync(IMailConnection connection, MailboxRef mailbox, CancellationToken cancellation)
    {
        var there = (await connection.SearchAsync(mailbox, SearchTerms.All, cancellation)).ToHashSet();
        _entries.RemoveAll(entry => !there.Contains(entry.Uid));
        if (_entries.Count == there.Count) return;

        // Messages appeared below our highest uid, which no well-behaved server does: read the mailbox anew.
        _entries = [.. (await connection.IndexAsync(mailbox, new Uid(1), cancellation)).OrderBy(entry => entry.Uid)];
    }
}
