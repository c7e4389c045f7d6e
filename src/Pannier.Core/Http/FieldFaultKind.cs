namespace Pannier.Core.Http;

/// <summary>What is wrong with a field.</summary>
public enum FieldFaultKind
{
    Missing,
    Unreadable,
    TooMany,
    TooLarge,

    /// <summary>The route has no such field.</summary>
    Unknown,
}
