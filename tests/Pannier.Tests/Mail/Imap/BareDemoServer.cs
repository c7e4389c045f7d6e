namespace Pannier.Tests.Mail.Imap;

/// <summary>A demo provider that lacks all it can lack, and so tells nothing of new uids.</summary>
public sealed class BareDemoServer : DemoServer
{
    public BareDemoServer()
        : base("UIDPLUS", "MOVE", "CONDSTORE", "ESEARCH", "SORT", "SPECIAL-USE", "IDLE", "LIST-EXTENDED", "LIST-STATUS", "UNSELECT", "LITERAL+")
    {
    }
}
