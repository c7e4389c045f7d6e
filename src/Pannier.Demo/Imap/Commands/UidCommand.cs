namespace Pannier.Demo.Imap.Commands;

/// <summary>UID (RFC 3501 §6.4.8) before a message command; UID EXPUNGE is of RFC 4315.</summary>
internal sealed class UidCommand : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Selected;

    public async Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Word();
        if (name == "EXPUNGE" && !session.Capabilities.Has("UIDPLUS"))
            return ImapAnswer.Bad("No such command");
        if (ImapCommands.MessageCommand(session, name) is not { } command)
            return ImapAnswer.Bad("No such command");
        session.Command = name;
        return ImapCommands.Refusal(session, name) ?? await command.RunAsync(session, arguments, Numbering.Uid, cancellation);
    }
}
