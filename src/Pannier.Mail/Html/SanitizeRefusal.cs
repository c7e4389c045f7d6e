namespace Pannier.Mail.Html;

/// <summary>Why a message body is not shown as HTML.</summary>
public enum SanitizeRefusal
{
    /// <summary>More octets than <see cref="SanitizeBudget.Bytes"/>.</summary>
    TooLarge,

    TooManyElements,
    TooDeep,
    TookTooLong,

    /// <summary>It is a frame set, or otherwise holds no body.</summary>
    NoBody,

    /// <summary>Read again, what would be written is not what was meant: the mark of an attack on parsers.</summary>
    Ambiguous,
}
