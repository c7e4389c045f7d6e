namespace Pannier.Demo.Imap;

/// <summary>One IMAP command: reads its arguments (from the blank after its name on), writes untagged answers, returns the tagged one.</summary>
internal interface IImapCommand
{
    ImapPhase Needs { get; }

    /// <exception cref="ImapSyntaxException">Answered with BAD; nothing was changed.</exception>
    Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation);
}
