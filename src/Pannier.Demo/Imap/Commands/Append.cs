using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.11 with APPENDUID (RFC 4315): all of the message or nothing.</summary>
internal sealed class Append : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.Expect(' ');
        var flags = DemoFlags.None;
        if (arguments.NextIs('('))
        {
            flags = DemoFlags.Of(arguments.Flags());
            arguments.Expect(' ');
        }

        var date = session.Context.Clock.GetUtcNow();
        if (arguments.NextIs('"'))
        {
            date = arguments.DateTime();
            arguments.Expect(' ');
        }

        var raw = arguments.Literal().ToArray();
        arguments.End();
        return Task.FromResult(Keep(session, name, raw, flags, date));
    }

    private static ImapAnswer Keep(ImapSession session, string name, byte[] raw, DemoFlags flags, DateTimeOffset date)
    {
        if (raw.Length == 0)
            return ImapAnswer.No("[CANNOT] An empty message can't be kept");
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(name) is not { NoSelect: false } mailbox)
                return ImapAnswer.No("[TRYCREATE] No such mailbox");
            if (!session.Owner.HasRoomFor(raw.Length))
                return ImapAnswer.No("[OVERQUOTA] The account is full");
            var message = mailbox.Add(raw, flags, date);
            return ImapAnswer.Ok(session.Capabilities.Has("UIDPLUS") ? $"[APPENDUID {mailbox.UidValidity} {message.Uid}] Kept" : "Kept");
        }
    }
}
