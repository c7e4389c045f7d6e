using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts.Intents;

/// <summary>What becomes of an intent whose mailbox was numbered anew.</summary>
internal abstract record Renumbered
{
    private Renumbered()
    {
    }

    /// <summary>Its mailbox has the numbers it names.</summary>
    internal sealed record No : Renumbered;

    /// <summary>Its messages are not all found again, and more of the mailbox is to be read.</summary>
    /// <param name="SoFar">What it comes to if no more is found.</param>
    internal sealed record NotYet(Yes SoFar) : Renumbered;

    /// <summary>The numbers its messages have now; those that are not there are gone.</summary>
    internal sealed record Yes(uint UidValidity, IReadOnlyDictionary<MessageKey, MessageKey> Now) : Renumbered;

    public static Renumbered Of(Intent intent, PersonMirror mirror)
    {
        var image = mirror.Current.Accounts.GetValueOrDefault(intent.Account)?.Told.GetValueOrDefault(intent.Mailbox);
        if (image is null || image.Point.HeldFrom is null || image.Point.UidValidity == intent.UidValidity) return new No();
        var now = intent.Keys.Select(key => (Key: key, Now: mirror.Forwards.Follow(key)))
            .Where(one => one.Now != one.Key && one.Now.Mailbox == intent.Mailbox && one.Now.UidValidity == image.Point.UidValidity)
            .ToDictionary(one => one.Key, one => one.Now);
        var found = new Yes(image.Point.UidValidity, now);
        return now.Count == intent.Uids.Count || image.Point.Complete ? found : new NotYet(found);
    }
}
