using System.Collections.Immutable;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>A mail server in memory: mailboxes by name, messages by uid, and faults on demand.</summary>
internal sealed class FakeServer
{
    private readonly List<string> _acts = [];
    private uint _validity = 100;

    /// <summary>As they are at one moment: a sync reads while a test changes.</summary>
    public ImmutableSortedDictionary<string, FakeMailbox> Mailboxes { get; private set; } = ImmutableSortedDictionary.Create<string, FakeMailbox>(StringComparer.Ordinal);

    /// <summary>Called before each act with its name; throws what the test wants to happen.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Called after each act was done, before anybody hears of it; throws what the test wants to happen.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>The acts asked for so far, in order; others may be asked for while one looks.</summary>
    public IReadOnlyList<string> Acts
    {
        get
        {
            lock (_acts) return [.. _acts];
        }
    }

    /// <summary>Whether new uids are told (UIDPLUS).</summary>
    public StoreFeatures Features { get; set; } = StoreFeatures.UidPlus | StoreFeatures.Move | StoreFeatures.Keywords;

    public void Note(string act)
    {
        lock (_acts) _acts.Add(act);
    }

    public void ForgetActs()
    {
        lock (_acts) _acts.Clear();
    }

    public FakeMailbox Make(string name, MailboxRole role = MailboxRole.None)
    {
        if (name.Any(char.IsControl) || name.EndsWith('/')) throw new MailFault(MailFaultKind.Refused);
        if (Mailboxes.ContainsKey(name)) throw new MailFault(MailFaultKind.Refused, "it exists");
        var made = new FakeMailbox(name, role, _validity++);
        Put(made);
        return made;
    }

    public void Put(FakeMailbox mailbox) => Mailboxes = Mailboxes.SetItem(mailbox.Name, mailbox);

    public bool Remove(string name)
    {
        var before = Mailboxes;
        Mailboxes = before.Remove(name);
        return before != Mailboxes;
    }

    public FakeMailbox Find(string name) => Mailboxes.TryGetValue(name, out var found) ? found : throw new MailFault(MailFaultKind.NotFound);

    public FakeMailbox Find(MailboxRef mailbox) => Find(mailbox.Name.Value) is var found && found.UidValidity == mailbox.UidValidity ? found : throw new MailFault(MailFaultKind.UidValidityChanged);

    /// <summary>Makes a mailbox anew: the same messages under other numbers.</summary>
    public void Renumber(string name)
    {
        var old = Find(name);
        var fresh = new FakeMailbox(name, old.Role, _validity++);
        foreach (var message in old.Messages.Values) fresh.Add(message.Octets, message.ReceivedAt, message.Keywords);
        Put(fresh); // whole: nobody sees it half full
    }

    public void Rename(string from, string to)
    {
        if (to.Any(char.IsControl)) throw new MailFault(MailFaultKind.Refused);
        foreach (var name in Mailboxes.Keys.Where(name => name == from || name.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
        {
            Mailboxes = Mailboxes.Remove(name).SetItem(to + name[from.Length..], Mailboxes[name] with { Name = to + name[from.Length..] });
        }
    }
}
