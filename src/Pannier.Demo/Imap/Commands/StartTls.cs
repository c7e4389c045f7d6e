namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.2.1.</summary>
internal sealed class StartTls : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Greeted;

    public async Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        if (session.Wire.IsEncrypted)
            return ImapAnswer.Bad("TLS is on already");
        if (session.Phase != ImapPhase.Greeted)
            return ImapAnswer.Bad("TLS must come before the sign-in");
        session.Output.Line($"{session.Tag} OK Begin TLS now");
        await session.FlushAsync(cancellation);
        await session.Wire.StartTlsAsync(session.Context.Certificate, cancellation);
        return ImapAnswer.Silent;
    }
}
