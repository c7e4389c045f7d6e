using Pannier.Mail;
using Pannier.Mail.Mirror;

namespace Pannier.Tests.Simulation;

/// <summary>A mailbox of a model server.</summary>
internal sealed class ModelBox(string name, MailboxRole role, uint validity) : SimBox
{
    private readonly SortedDictionary<uint, SimMessage> _messages = [];
    private string _name = name;
    private uint _validity = validity;
    private ulong _modSeq = 1;

    public override string Name => _name;

    public MailboxRole Role { get; } = role;

    public override uint Validity => _validity;

    /// <summary>Rings at each change.</summary>
    public Bell News { get; } = new();

    public uint Next { get; private set; } = 1;

    public override ulong ModSeq => _modSeq;

    public override IReadOnlyDictionary<uint, SimMessage> Messages => _messages;

    /// <summary>What was removed, with the mod-sequence of that moment.</summary>
    public List<(uint Uid, ulong ModSeq)> Vanished { get; } = [];

    public override uint Add(string message, DateTimeOffset at, Keywords keywords)
    {
        _messages[Next] = new SimMessage(message, at, keywords, ++_modSeq);
        News.Ring();
        return Next++;
    }

    public override void Mark(uint uid, Keywords keywords, bool isTold)
    {
        if (isTold) _modSeq++;
        _messages[uid] = _messages[uid] with { Keywords = keywords, ModSeq = isTold ? _modSeq : _messages[uid].ModSeq };
        News.Ring();
    }

    public override void Remove(uint uid)
    {
        Vanished.Add((uid, ++_modSeq));
        _messages.Remove(uid);
        News.Ring();
    }

    public override void RunBackwards(ulong to)
    {
        _modSeq = to;
        foreach (var uid in _messages.Keys.ToList()) _messages[uid] = _messages[uid] with { ModSeq = Math.Min(_messages[uid].ModSeq, to) };
    }

    /// <summary>The same messages under other numbers.</summary>
    public void Renumber(uint validity)
    {
        (_validity, Next) = (validity, 1);
        var all = _messages.Values.ToList();
        _messages.Clear();
        Vanished.Clear();
        foreach (var message in all) Add(message.Name, message.ReceivedAt, message.Keywords);
    }

    public void Rename(string name) => _name = name;
}
