using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>A server that is a model, asked act by act.</summary>
internal sealed class ModelServer(SimScheduler scheduler, Random random, SimQuirks quirks) : SimServer(quirks)
{
    private static readonly MailFaultKind[] Faulty = [MailFaultKind.Dropped, MailFaultKind.Dropped, MailFaultKind.TimedOut, MailFaultKind.Refused, MailFaultKind.TooManyConnections];
    private readonly Dictionary<string, SimBox> _boxes = new(StringComparer.Ordinal);
    private uint _validities = 1;

    public override IReadOnlyDictionary<string, SimBox> Boxes => _boxes;

    public IEnumerable<ModelBox> All => _boxes.Values.Cast<ModelBox>();

    public override SimBox Make(string name, MailboxRole role) => _boxes[name] = new ModelBox(name, role, _validities++);

    public override void Delete(SimBox box) => _boxes.Remove(box.Name);

    public override void Renumber(SimBox box) => ((ModelBox)box).Renumber(_validities++);

    public override void Rename(SimBox box, string name)
    {
        _boxes.Remove(box.Name);
        ((ModelBox)box).Rename(name);
        _boxes[name] = box;
    }

    public override IMailStore Open(TimeProvider clock, int ceiling, TimeSpan rest) => new ModelStore(this, clock, ceiling, rest);

    public ModelBox Find(MailboxName name)
    {
        if (!_boxes.TryGetValue(name.Value, out var box) || box.Trouble == BoxTrouble.Absent) throw new MailFault(MailFaultKind.NotFound);
        return box.Trouble switch
        {
            BoxTrouble.Shut => throw new MailFault(MailFaultKind.Refused),
            BoxTrouble.Deadly => throw new MailFault(MailFaultKind.Dropped),
            _ => (ModelBox)box,
        };
    }

    /// <summary>A mailbox whose messages are to be read.</summary>
    public ModelBox Open(MailboxRef place) => Find(place) is var box && box.Trouble == BoxTrouble.None ? box
        : throw new MailFault(box.Trouble == BoxTrouble.Unreadable ? MailFaultKind.Refused : MailFaultKind.TimedOut);

    public ModelBox Find(MailboxRef place) => Find(place.Name) is var box && box.Validity == place.UidValidity ? box : throw new MailFault(MailFaultKind.UidValidityChanged);

    /// <summary>What a mailbox tells of itself since a mod-sequence: other flags and arrivals, and what vanished if it is one that tells.</summary>
    public MailboxChanges Changes(ModelBox box, Uid from, ulong since) => new(
        [.. box.Messages.Where(pair => pair.Key >= from.Value && pair.Value.ModSeq > since).Select(pair => new FlagChange(new Uid(pair.Key), pair.Value.Keywords))],
        Quirks.HasFlag(SimQuirks.TellsVanished) ? UidRanges.Of(box.Vanished.Where(one => one.ModSeq > since && (!Quirks.HasFlag(SimQuirks.ForgetsVanished) || one.Uid % 3 != 0)).Select(one => new Uid(one.Uid))) : null);

    public MailboxState State(ModelBox box) => new(box.Validity, Quirks.HasFlag(SimQuirks.NoUidNext) ? 0 : box.Next, box.Messages.Count, box.Messages.Values.Count(message => !message.Keywords.HasFlag(Keywords.Seen)), Quirks.HasFlag(SimQuirks.NoModSeq) ? null : box.ModSeq);

    /// <summary>Does an act when the schedule lets it; the line may be lost before, or after with nobody hearing of it.</summary>
    public async Task<T> DoAsync<T>(Func<T> act, CancellationToken cancellation)
    {
        await scheduler.HoldAsync(cancellation);
        Acts++;
        if (IsEnding) throw new MailFault(MailFaultKind.Dropped);
        if (random.Next(10) < Faults) throw new MailFault(Faulty[random.Next(Faulty.Length)]);
        var result = act();
        if (random.Next(20) < Faults) throw new MailFault(MailFaultKind.Dropped);
        return result;
    }
}
