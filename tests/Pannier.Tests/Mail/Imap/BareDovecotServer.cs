namespace Pannier.Tests.Mail.Imap;

/// <summary>A Dovecot that admits to nothing beyond IMAP4rev1.</summary>
public sealed class BareDovecotServer : DovecotServer
{
    public BareDovecotServer() : base("IMAP4rev1 NAMESPACE")
    {
    }
}
