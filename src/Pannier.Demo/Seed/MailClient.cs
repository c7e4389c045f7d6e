namespace Pannier.Demo.Seed;

/// <summary>How a correspondent's program writes a text.</summary>
internal enum MailClient
{
    /// <summary>text/plain, UTF-8, quoted-printable where needed.</summary>
    Plain,

    /// <summary>text/plain, format=flowed (RFC 3676).</summary>
    Flowed,

    /// <summary>multipart/alternative with HTML of an office program.</summary>
    Office,

    /// <summary>multipart/alternative with HTML of a web mailer.</summary>
    Web,

    /// <summary>text/html alone.</summary>
    HtmlOnly,

    /// <summary>text/plain, ISO 8859-1, 8bit, header fields in the same charset.</summary>
    Latin1,

    /// <summary>text/plain, UTF-8, base64.</summary>
    Base64,

    /// <summary>text/plain, ISO-2022-JP, 7bit.</summary>
    Japanese,

    /// <summary>text/plain, GB18030, base64.</summary>
    Chinese,

    /// <summary>text/plain, windows-1251, quoted-printable.</summary>
    Cyrillic,
}
