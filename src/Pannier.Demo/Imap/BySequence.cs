namespace Pannier.Demo.Imap;

/// <summary>A message command without UID before it.</summary>
internal sealed class BySequence(IMessageCommand command) : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Selected;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation) =>
        command.RunAsync(session, arguments, Numbering.Sequence, cancellation);
}
