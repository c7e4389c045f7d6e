using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>Finds the messages of a set in what the session was told; numbers nobody has are passed over.</summary>
internal static class MessageSelection
{
    public static IReadOnlyList<Numbered> Of(MailboxView view, NumberSet set, Numbering numbering)
    {
        var found = new List<Numbered>();
        if (view.Messages.Count == 0)
            return found;
        var star = numbering == Numbering.Uid ? view.Messages[^1].Uid : (uint)view.Messages.Count;
        foreach (var (from, to) in set.Resolve(star))
        {
            var index = numbering == Numbering.Uid ? view.FirstIndexFrom(from) : (int)Math.Min(from - 1, (uint)view.Messages.Count);
            for (; index < view.Messages.Count; index++)
            {
                var message = view.Messages[index];
                if ((numbering == Numbering.Uid ? message.Uid : (uint)index + 1) > to)
                    break;
                found.Add(new(index + 1, message));
            }
        }

        return found;
    }
}
