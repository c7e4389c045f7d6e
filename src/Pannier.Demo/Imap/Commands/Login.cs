namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.2.3.</summary>
internal sealed class Login : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Greeted;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var user = arguments.AString();
        arguments.Expect(' ');
        var password = arguments.AString();
        arguments.End();
        return Task.FromResult(SignIn.Try(session, user, password));
    }
}
