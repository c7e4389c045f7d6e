namespace Pannier.Core.Sessions;

/// <summary>How far a password led.</summary>
public enum Entered
{
    Fully,

    /// <summary>The second factor is still to be given; until then nothing else answers.</summary>
    FactorAsked,
}
