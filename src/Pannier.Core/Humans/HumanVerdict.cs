namespace Pannier.Core.Humans;

/// <summary>What a check came to.</summary>
public enum HumanVerdict
{
    Passed,
    Failed,

    /// <summary>The service could not be asked. That is no pass.</summary>
    Unavailable,

    /// <summary>Who sends no work must wait a while longer.</summary>
    TooEarly,
}
