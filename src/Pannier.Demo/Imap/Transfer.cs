using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>The copying of COPY and MOVE: everything is checked before anything is copied.</summary>
internal static class Transfer
{
    public static Result Copy(ImapSession session, IReadOnlyList<Numbered> messages, string to)
    {
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(to) is not { NoSelect: false } target)
                return new([], "", ImapAnswer.No("[TRYCREATE] No such mailbox"));
            var copied = messages.Select(each => each.Message).Where(message => !message.Expunged).ToList();
            if (!session.Owner.HasRoomFor(copied.Sum(message => (long)message.Size)))
                return new([], "", ImapAnswer.No("[OVERQUOTA] The account is full"));
            var made = copied.ConvertAll(message => target.AddCopyOf(message).Uid);
            var code = copied.Count > 0 && session.Capabilities.Has("UIDPLUS")
                ? $"[COPYUID {target.UidValidity} {NumberSet.Write(copied.ConvertAll(message => message.Uid))} {NumberSet.Write(made)}] "
                : "";
            return new(copied, code, null);
        }
    }

    /// <summary>What was copied; <see cref="Refused"/> null when it was, the code empty when there is none to tell.</summary>
    internal sealed record Result(IReadOnlyCollection<DemoMessage> Copied, string CopyUid, ImapAnswer? Refused);
}
