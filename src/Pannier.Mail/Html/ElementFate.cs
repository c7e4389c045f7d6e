namespace Pannier.Mail.Html;

/// <summary>What becomes of an element that cannot be written.</summary>
internal enum ElementFate
{
    /// <summary>The tags go, the content stays.</summary>
    Unwrapped,

    /// <summary>Goes with its content; nothing a reader would miss.</summary>
    Dropped,

    /// <summary>Goes with its content and is counted: it would have acted or fetched.</summary>
    Blocked,
}
