namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 9208: every mailbox has the account's one root, named by the empty string.</summary>
internal sealed class GetQuotaRoot : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.End();
        lock (session.Owner.Gate)
            if (session.Owner.Find(name) is null)
                return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such mailbox"));
        session.Output.Raw("* QUOTAROOT ").Text(ModifiedUtf7.Encode(name)).Line(" \"\"");
        GetQuota.Write(session);
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
