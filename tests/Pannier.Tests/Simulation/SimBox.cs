using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>A mailbox of a simulated server, as it is there and as other clients change it.</summary>
internal abstract class SimBox
{
    public abstract string Name { get; }

    public abstract uint Validity { get; }

    public abstract ulong ModSeq { get; }

    /// <summary>By uid, in their order.</summary>
    public abstract IReadOnlyDictionary<uint, SimMessage> Messages { get; }

    public BoxTrouble Trouble { get; set; }

    public abstract uint Add(string message, DateTimeOffset at, Keywords keywords);

    public abstract void Mark(uint uid, Keywords keywords, bool isTold);

    public abstract void Remove(uint uid);

    /// <summary>Its mod-sequences are lower than they were.</summary>
    public abstract void RunBackwards(ulong to);
}
