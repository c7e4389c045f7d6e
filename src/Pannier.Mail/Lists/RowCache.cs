namespace Pannier.Mail.Lists;

/// <summary>Rows of one mailbox already read. What they hold never changes but the keywords, which are asked again.</summary>
internal sealed class RowCache
{
    private const int Most = 2_000;
    private readonly Dictionary<Uid, MessageRow> _rows = [];
    private uint _validity;

    /// <summary>Reads the rows of these uids, from memory where it has them; those gone are left out.</summary>
    public async Task<IReadOnlyDictionary<Uid, MessageRow>> ReadAsync(IMailConnection connection, MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        if (_validity != mailbox.UidValidity || _rows.Count > Most) _rows.Clear();
        _validity = mailbox.UidValidity;

        var held = uids.Where(_rows.ContainsKey).ToList();
        var missing = uids.Where(uid => !_rows.ContainsKey(uid)).ToList();
        if (held.Count > 0)
        {
            var keywords = await connection.KeywordsAsync(mailbox, held, cancellation);
            foreach (var uid in held)
            {
                if (keywords.TryGetValue(uid, out var now)) _rows[uid] = _rows[uid] with { Keywords = now };
                else _rows.Remove(uid);
            }
        }

        if (missing.Count > 0)
            foreach (var row in await connection.RowsAsync(mailbox, missing, Previews.Read, cancellation)) _rows[row.Uid] = row;

        return uids.Where(_rows.ContainsKey).Distinct().ToDictionary(uid => uid, uid => _rows[uid]);
    }
}
