namespace Pannier.Core.Settings;

/// <summary>How a preference's choices are named.</summary>
public enum ChoiceNames
{
    /// <summary>By texts.</summary>
    Words,

    /// <summary>By themselves: numbers, time zones.</summary>
    Literal,
}
