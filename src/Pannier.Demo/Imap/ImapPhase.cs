namespace Pannier.Demo.Imap;

/// <summary>The states of RFC 3501 §3, in order: a command asks for at least one of them.</summary>
internal enum ImapPhase
{
    Greeted,
    SignedIn,
    Selected,
    Leaving,
}
