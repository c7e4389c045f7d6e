namespace Pannier.Mail.Compose;

/// <summary>The threading fields of an answer (RFC 5322 §3.6.4).</summary>
internal static class ThreadFields
{
    // Some servers refuse or cut very long fields; readers thread by the first and the last few.
    private const int MostReferences = 40;

    /// <summary>Null when the message has no readable Message-ID.</summary>
    public static MessageId? Parent(MessageHead head) =>
        MessageId.ReadAll(head.Header("Message-ID")) is [var first, ..] ? first : MessageId.Read(head.Row.Envelope.MessageId ?? "");

    /// <summary>The parent's references, else what it answered, then the parent; the first and the last are kept when there are too many.</summary>
    public static IReadOnlyList<MessageId> References(MessageHead head)
    {
        var before = MessageId.ReadAll(head.Header("References"));
        if (before.Count == 0 && MessageId.ReadAll(head.Header("In-Reply-To")) is { Count: 1 } one) before = one;
        IReadOnlyList<MessageId> all = Parent(head) is { } parent ? [.. before.Where(id => id != parent), parent] : before;
        return all.Count <= MostReferences ? all : [all[0], .. all.Skip(all.Count - MostReferences + 1)];
    }
}
