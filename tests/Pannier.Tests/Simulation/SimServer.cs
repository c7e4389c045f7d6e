using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>A simulated mail server: what it holds, and how well it tells of it.</summary>
internal abstract class SimServer(SimQuirks quirks)
{
    public abstract IReadOnlyDictionary<string, SimBox> Boxes { get; }

    /// <summary>Whether mailboxes of it get into trouble; then the person leaves its mail alone.</summary>
    public bool HasTroubles { get; init; }

    /// <summary>How often it loses the line: 0 for never, up to 2.</summary>
    public int Faults { get; set; }

    /// <summary>Whether a mod-sequence of it ever went down: what changed until it was as high again nobody can tell.</summary>
    public bool RanBackwards { get; set; }

    /// <summary>The machine stops: nothing reaches the server any more.</summary>
    public bool IsEnding { get; set; }

    /// <summary>What it was asked for so far.</summary>
    public int Acts { get; protected set; }

    public SimQuirks Quirks => quirks;

    public override string ToString() => Quirks.ToString();

    public abstract SimBox Make(string name, MailboxRole role);

    public abstract void Delete(SimBox box);

    /// <summary>The same mailbox under other numbers.</summary>
    public abstract void Renumber(SimBox box);

    /// <summary>Another client gives it another name.</summary>
    public abstract void Rename(SimBox box, string name);

    /// <summary>The store of an account there.</summary>
    /// <param name="ceiling">Lines it may have; 1 leaves none to watch with.</param>
    /// <param name="rest">How long a model store rests after a time-out.</param>
    public abstract IMailStore Open(TimeProvider clock, int ceiling, TimeSpan rest);
}
