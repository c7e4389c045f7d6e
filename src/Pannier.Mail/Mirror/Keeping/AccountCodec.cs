namespace Pannier.Mail.Mirror.Keeping;

/// <summary>An account's mailboxes as a box.</summary>
internal static class AccountCodec
{
    private const byte Form = 1;
    private const int Most = 100_000;

    public static byte[] Write(IReadOnlyList<Mailbox> mailboxes)
    {
        var writer = new KeptWriter().Byte(Form).Int(mailboxes.Count);
        foreach (var mailbox in mailboxes)
        {
            writer.ULong(mailbox.Id.Value).Text(mailbox.Name.Value).Text(mailbox.Name.Delimiter?.ToString() ?? "").Byte((byte)mailbox.Role).Byte((byte)(mailbox.Selectable ? 1 : 0)).Byte((byte)(mailbox.Subscribed ? 1 : 0));
            writer.Byte((byte)(mailbox.State is null ? 0 : 1));
            if (mailbox.State is { } state) writer.UInt(state.UidValidity).UInt(state.UidNext).Int(state.Exists).Int(state.Unseen).Byte((byte)(state.HighestModSeq is null ? 0 : 1)).ULong(state.HighestModSeq ?? 0);
        }

        return writer.Done();
    }

    /// <returns>Null when it is none.</returns>
    public static IReadOnlyList<Mailbox>? Read(AccountId account, ReadOnlySpan<byte> bytes)
    {
        var reader = new KeptReader(bytes);
        if (reader.Byte() != Form || reader.Int() is not (>= 0 and <= Most and var count)) return null;

        var mailboxes = new List<Mailbox>();
        for (var i = 0; i < count && reader.IsSound; i++)
        {
            var (id, name, delimiter, role) = (new MailboxId(reader.ULong()), reader.Text(), reader.Text(), (MailboxRole)reader.Byte());
            var (isSelectable, isSubscribed, hasState) = (reader.Byte(), reader.Byte(), reader.Byte());
            if (!Enum.IsDefined(role) || delimiter.Length > 1) return null;
            mailboxes.Add(new Mailbox(account, id, new MailboxName(name, delimiter.Length == 0 ? null : delimiter[0]), role, isSelectable == 1, isSubscribed == 1, hasState == 1 ? State(ref reader) : null));
        }

        return reader.IsDone ? mailboxes : null;
    }

    private static MailboxState State(ref KeptReader reader)
    {
        var (validity, next, exists, unseen) = (reader.UInt(), reader.UInt(), reader.Int(), reader.Int());
        var (hasModSeq, modSeq) = (reader.Byte(), reader.ULong());
        return new MailboxState(validity, next, exists, unseen, hasModSeq == 1 ? modSeq : null);
    }
}
