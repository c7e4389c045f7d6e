namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 9208; use and limit in units of 1024 octets.</summary>
internal sealed class GetQuota : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var root = arguments.AString();
        arguments.End();
        if (root.Length > 0)
            return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such quota root"));
        Write(session);
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }

    internal static void Write(ImapSession session)
    {
        lock (session.Owner.Gate)
            session.Output.Line(session.Owner.Quota is { } quota ? $"* QUOTA \"\" (STORAGE {(session.Owner.Used + 1023) / 1024} {quota / 1024})" : "* QUOTA \"\" ()");
    }
}
