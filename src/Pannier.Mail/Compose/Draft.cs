namespace Pannier.Mail.Compose;

/// <summary>A message being written. It can hold no field that would break a header: a bad address or name throws where it is set.</summary>
public sealed record Draft
{
    private readonly IReadOnlyList<EmailAddress> _replyTo = [];
    private readonly IReadOnlyList<EmailAddress> _to = [];
    private readonly IReadOnlyList<EmailAddress> _cc = [];
    private readonly IReadOnlyList<EmailAddress> _bcc = [];
    private readonly EmailAddress _from;

    /// <exception cref="ArgumentException">The address is none that mail can come from.</exception>
    public Draft(EmailAddress from, MessageId id, DateTimeOffset date) => (_from, Id, Date) = (Checked(from), id, date);

    public EmailAddress From
    {
        get => _from;
        init => _from = Checked(value);
    }

    /// <summary>Kept from the first save to the last try: by it a copy is found again.</summary>
    public MessageId Id { get; init; }

    /// <summary>The Date field, with the offset of the person's time zone.</summary>
    public DateTimeOffset Date { get; init; }

    public IReadOnlyList<EmailAddress> ReplyTo
    {
        get => _replyTo;
        init => _replyTo = Checked(value);
    }

    public IReadOnlyList<EmailAddress> To
    {
        get => _to;
        init => _to = Checked(value);
    }

    public IReadOnlyList<EmailAddress> Cc
    {
        get => _cc;
        init => _cc = Checked(value);
    }

    public IReadOnlyList<EmailAddress> Bcc
    {
        get => _bcc;
        init => _bcc = Checked(value);
    }

    public OneLine Subject { get; init; } = OneLine.Empty;

    /// <summary>Plain text, any line ends; paragraphs are lines of any length.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<DraftAttachment> Attachments { get; init; } = [];

    /// <summary>The message answered; null when none is.</summary>
    public MessageId? InReplyTo { get; init; }

    /// <summary>The thread's ids, oldest first (RFC 5322 §3.6.4); empty when it starts here.</summary>
    public IReadOnlyList<MessageId> References { get; init; } = [];

    /// <summary>A new draft with an id under the sender's domain and the present time of the person's zone.</summary>
    /// <exception cref="ArgumentException">The address is none that mail can come from.</exception>
    public static Draft Start(EmailAddress from, TimeProvider time, TimeZoneInfo zone) =>
        new(from, MessageId.New(Spec(from)), TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone));

    /// <summary>Who it goes from and to: To, Cc and Bcc, each mailbox once.</summary>
    public SubmissionEnvelope Envelope() =>
        new(Spec(From).Value, [.. To.Concat(Cc).Concat(Bcc).Select(Spec).Distinct().Select(spec => spec.Value)]);

    // Only ever called on what Checked has let in, or to say the same thing.
    internal static AddrSpec Spec(EmailAddress address) =>
        AddrSpec.Read(address.Address) ?? throw new ArgumentException("Not an address mail can be sent to.", nameof(address));

    private static EmailAddress Checked(EmailAddress address)
    {
        _ = Spec(address);
        return OneLine.Read(address.Name ?? "") is not null ? address : throw new ArgumentException("A name with a line end, or a very long one.", nameof(address));
    }

    private static IReadOnlyList<EmailAddress> Checked(IReadOnlyList<EmailAddress> addresses) => [.. addresses.Select(Checked)];
}
