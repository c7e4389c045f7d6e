using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

/// <summary>Beginnings shared by transcripts, and the store that meets them.</summary>
internal static class ImapScript
{
    public const string SignIn = """
        S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
        C: AUTHENTICATE PLAIN AGFubmEAcHc=
        S: $ OK [CAPABILITY IMAP4rev1] in
        C: LIST "" ""
        S: * LIST (\Noselect) "/" ""
        S: $ OK
        C: LIST "" "INBOX"
        S: * LIST () "/" INBOX
        S: $ OK

        """;

    public const string Select = """
        C: SELECT INBOX
        S: * 2 EXISTS
        S: * FLAGS (\Seen \Deleted \Answered \Flagged \Draft)
        S: * OK [PERMANENTFLAGS (\Seen \Deleted \Answered \Flagged \Draft)] ok
        S: * OK [UIDVALIDITY 7] ok
        S: * OK [UIDNEXT 3] ok
        S: $ OK [READ-WRITE] ok

        """;

    public static MailboxName InboxName { get; } = new("INBOX", '/');

    public static MailboxRef Inbox { get; } = new(InboxName, 7);

    public static IMailStore Store(this ScriptedServer server, ConnectionSecurity security = ConnectionSecurity.None, string? authority = null) =>
        ImapStores.Open(server.Port, "anna", "pw", security, authority);

    public static async Task<MailFault> FaultAsync(this IMailStore store, Func<IMailConnection, Task> acts) =>
        await Assert.ThrowsAsync<MailFault>(() => store.Use(acts));
}
