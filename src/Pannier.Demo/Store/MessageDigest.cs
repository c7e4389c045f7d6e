using MimeKit;

using Pannier.Demo.Imap;

namespace Pannier.Demo.Store;

/// <summary>What lists ask of a message again and again, made once: its ENVELOPE and BODYSTRUCTURE texts and where its parts lie.</summary>
internal sealed class MessageDigest
{
    private MessageDigest(MimeMessage message, PartSpan root)
    {
        Root = root;
        Envelope = EnvelopeWriter.Write(message);
        Body = BodyStructureWriter.Body(message.Body, root);
        BodyStructure = BodyStructureWriter.BodyStructure(message.Body, root);
        Subject = message.Subject ?? "";
        From = message.From.ToString();
        To = message.To.ToString();
        Cc = message.Cc.ToString();
        FromMailbox = message.From.Mailboxes.FirstOrDefault()?.LocalPart ?? "";
        ToMailbox = message.To.Mailboxes.FirstOrDefault()?.LocalPart ?? "";
        CcMailbox = message.Cc.Mailboxes.FirstOrDefault()?.LocalPart ?? "";
        Sent = message.Headers.Contains(HeaderId.Date) && message.Date != default ? message.Date : null;
        SortSubject = BaseSubject.Of(Subject);
    }

    public PartSpan Root { get; }

    public byte[] Envelope { get; }

    public byte[] Body { get; }

    public byte[] BodyStructure { get; }

    public string Subject { get; }

    public string SortSubject { get; }

    public string From { get; }

    public string To { get; }

    public string Cc { get; }

    public string FromMailbox { get; }

    public string ToMailbox { get; }

    public string CcMailbox { get; }

    /// <summary>The Date header; null when it is missing or unreadable.</summary>
    public DateTimeOffset? Sent { get; }

    public static MessageDigest Of(byte[] raw)
    {
        var (message, root) = PartMap.Read(raw);
        using (message)
            return new(message, root);
    }
}
