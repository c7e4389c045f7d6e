namespace Pannier.Mail;

/// <summary>The keywords Pannier shows and sets (RFC 8621 §4.1.1); as IMAP flags where the name says so.</summary>
[Flags]
public enum Keywords
{
    None = 0,

    /// <summary><c>$seen</c>, IMAP <c>\Seen</c>.</summary>
    Seen = 1,

    /// <summary><c>$answered</c>, IMAP <c>\Answered</c>.</summary>
    Answered = 2,

    /// <summary><c>$flagged</c>, IMAP <c>\Flagged</c>.</summary>
    Flagged = 4,

    /// <summary><c>$draft</c>, IMAP <c>\Draft</c>.</summary>
    Draft = 8,

    /// <summary>IMAP <c>\Deleted</c>: marked for expunge by some client; hidden from lists when it is our own mark.</summary>
    Deleted = 16,

    /// <summary><c>$forwarded</c> (RFC 5788).</summary>
    Forwarded = 32,

    /// <summary><c>$junk</c>.</summary>
    Junk = 64,

    /// <summary><c>$notjunk</c>.</summary>
    NotJunk = 128,

    /// <summary><c>$mdnsent</c> (RFC 3503).</summary>
    MdnSent = 256,
}
