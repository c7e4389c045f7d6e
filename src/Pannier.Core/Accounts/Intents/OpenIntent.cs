using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts.Intents;

/// <summary>An intent in its queue.</summary>
internal sealed class OpenIntent(Intent intent)
{
    /// <summary>How often it has waited for more of a mailbox numbered anew.</summary>
    public int Waits { get; set; }

    /// <summary>As it is to be carried out.</summary>
    public Intent Intent { get; private set; } = intent;

    /// <summary>What is known of its messages before any server is asked: they went with their mailbox's old numbers.</summary>
    public IReadOnlyList<ActResult> Lost { get; private set; } = [];

    /// <summary>The place a message was at when the person did this, by where it is now.</summary>
    public IReadOnlyDictionary<MessageKey, MessageKey> Meant { get; private set; } = new Dictionary<MessageKey, MessageKey>();

    /// <summary>Goes on under other numbers.</summary>
    public void Renumber(Renumbered.Yes renumbered)
    {
        Lost = [.. Lost, .. Intent.Keys.Where(key => !renumbered.Now.ContainsKey(key)).Select(key => new ActResult(Before(key), ActFailure.Gone, null, null))];
        Meant = renumbered.Now.ToDictionary(one => one.Value, one => Before(one.Key));
        Intent = Intent with { UidValidity = renumbered.UidValidity, Uids = [.. renumbered.Now.Values.Select(key => key.Uid).Order()] };
    }

    /// <summary>Results as the person knows the messages.</summary>
    public IReadOnlyList<ActResult> AsMeant(IReadOnlyList<ActResult> results) => [.. Lost, .. results.Select(result => result with { Key = Before(result.Key) })];

    private MessageKey Before(MessageKey key) => Meant.GetValueOrDefault(key, key);

    /// <summary>Whether a server was asked, or may have been in an earlier life: then it is looked up before it is repeated.</summary>
    public bool IsBegun { get; set; }

    public TaskCompletionSource<IReadOnlyList<ActResult>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
