using System.Text;

namespace Pannier.Demo.Imap.Commands;

/// <summary>AUTHENTICATE PLAIN, with an initial response (RFC 4959) or without.</summary>
internal sealed class Authenticate : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Greeted;

    public async Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var mechanism = arguments.Word();
        var initial = arguments.Skip(' ') ? arguments.Atom() : null;
        arguments.End();
        if (mechanism != "PLAIN")
            return ImapAnswer.No("[CANNOT] Only PLAIN is known");
        if (!session.TakesPasswords)
            return ImapAnswer.No("[PRIVACYREQUIRED] Start TLS first");
        if (initial is null && await session.ContinueAsync("", cancellation) is { } line)
            initial = Encoding.Latin1.GetString(line.Span);
        if (initial is null or "*")
            return ImapAnswer.Bad("Cancelled");
        return SignIn.ReadPlain(initial) is { } login
            ? SignIn.Try(session, login.User, login.Password)
            : ImapAnswer.Bad("Not a PLAIN response");
    }
}
