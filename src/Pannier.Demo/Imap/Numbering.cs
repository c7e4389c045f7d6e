namespace Pannier.Demo.Imap;

/// <summary>How a command names messages: by the session's numbers, or by UID.</summary>
internal enum Numbering
{
    Sequence,
    Uid,
}
