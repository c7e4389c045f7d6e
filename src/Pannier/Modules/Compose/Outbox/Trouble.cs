using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Why a message stays in the outbox.</summary>
/// <param name="Key">Of the texts.</param>
/// <param name="Words">The server's own, untrusted; null when it said none.</param>
public sealed record Trouble(string Key, string? Words)
{
    private const int MostWords = 300;

    public Said Said => Words is null ? Said.Of(Key) : Said.Of("fault.with-words", "what", Said.Of(Key)).With("words", Words);

    public static Trouble Of(MailFault fault)
    {
        var words = UntrustedText.Show(fault.ServerText ?? "");
        return new(FaultTexts.Say(new MailFault(fault.Kind)).Key, words.Length == 0 || fault.Kind is MailFaultKind.Unreachable or MailFaultKind.Forbidden ? null : words.Length <= MostWords ? words : words[..MostWords] + "…");
    }

    /// <summary>What became of a submission that was not taken.</summary>
    public static Trouble Of(SubmissionResult result) => result.Fault switch
    {
        { Kind: MailFaultKind.Unsupported } => new("outbox.unsupported", null), // the addresses are named beside it
        { } fault => Of(fault),
        null => new("outbox.state." + Choice.Name(OutboxState.ReplyLost), null),
    };
}
