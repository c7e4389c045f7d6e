namespace Pannier.Tests.Simulation;

/// <summary>What stands between the mirror and the simulated servers.</summary>
internal enum SimWay
{
    /// <summary>Nothing: a model is asked act by act.</summary>
    Model,

    /// <summary>The real store and MailKit, a line in memory, and the demo provider's IMAP.</summary>
    Imap,
}
