namespace Pannier.Tests.Mail.Imap;

/// <summary>A Dovecot of some years ago: UIDPLUS and IDLE, but no MOVE, SPECIAL-USE, ESEARCH, LIST-STATUS or CONDSTORE.</summary>
public sealed class OldDovecotServer : DovecotServer
{
    public OldDovecotServer() : base("IMAP4rev1 LITERAL+ IDLE UIDPLUS CHILDREN UNSELECT")
    {
    }
}
