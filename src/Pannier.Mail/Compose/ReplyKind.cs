namespace Pannier.Mail.Compose;

/// <summary>Whom an answer goes to.</summary>
public enum ReplyKind
{
    /// <summary>The author alone, or where the author asks.</summary>
    Reply,

    /// <summary>Everybody who has the message.</summary>
    ReplyAll,

    /// <summary>The mailing list it came through (RFC 2369 List-Post).</summary>
    List,
}
