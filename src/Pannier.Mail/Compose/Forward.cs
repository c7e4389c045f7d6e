using Pannier.Mail.Text;

namespace Pannier.Mail.Compose;

/// <summary>Begins passing a message on. It starts a thread of its own: its new readers have none of the old one.</summary>
public static class Forward
{
    /// <summary>In the text: under its sender, date, subject and recipients (not Bcc, which others must not learn), the text as it was.</summary>
    public static ForwardStart Inline(MessageHead head) => new(Subject(head), head.Row.Envelope with { Bcc = [] });

    /// <summary>As a file: the whole message, untouched, so that signatures in it still hold.</summary>
    /// <param name="openAsync">Opens the message's source from its start.</param>
    public static DraftAttachment AsAttachment(MessageHead head, Func<CancellationToken, Task<Stream>> openAsync)
    {
        var subject = head.Row.Envelope.Subject;
        return new(FileName.Safe((string.IsNullOrWhiteSpace(subject) ? "message" : subject.Replace('/', '_').Replace('\\', '_')) + ".eml"), MediaType.Message, openAsync);
    }

    public static OneLine Subject(MessageHead head) => SubjectPrefix.Forward(OneLine.Of(head.Row.Envelope.Subject));
}
