using static Pannier.Mail.Discovery.ProviderSignIn;

namespace Pannier.Mail.Discovery;

/// <summary>
/// Providers that say nothing of themselves, or not enough. The first match counts: AOL's mail is taken in by hosts of Yahoo.
/// </summary>
internal static class ProviderTable
{
    public static IReadOnlyList<MailProvider> All { get; } =
    [
        Row("Gmail", "imap.gmail.com:993", "smtp.gmail.com:465", AppPassword, "gmail.com googlemail.com", "google.com googlemail.com"),
        Row("iCloud", "imap.mail.me.com:993", "smtp.mail.me.com:587", AppPassword, "icloud.com me.com mac.com", "mail.icloud.com"),
        Row("Outlook", "outlook.office365.com:993", "smtp.office365.com:587", OAuthOnly,
            "outlook.com hotmail.com live.com msn.com outlook.de hotmail.de live.de outlook.fr hotmail.fr live.fr hotmail.co.uk live.co.uk outlook.es hotmail.es hotmail.it outlook.it live.nl",
            "outlook.com olc.protection.outlook.com mail.protection.outlook.com mx.microsoft"),
        Row("AOL", "imap.aol.com:993", "smtp.aol.com:465", AppPassword, "aol.com aim.com aol.de aol.co.uk aol.fr", "mx-aol.mail.gm0.yahoodns.net"),
        Row("Yahoo", "imap.mail.yahoo.com:993", "smtp.mail.yahoo.com:465", AppPassword,
            "yahoo.com ymail.com rocketmail.com yahoo.de yahoo.fr yahoo.co.uk yahoo.es yahoo.it yahoo.ca yahoo.in yahoo.com.br", "yahoodns.net"),
        Row("Mail.com", "imap.mail.com:993", "smtp.mail.com:587", Password, "mail.com email.com usa.com", "mx00.mail.com mx01.mail.com"),
        Row("GMX (international)", "imap.gmx.com:993", "smtp.gmx.com:465", Password, "gmx.com gmx.us gmx.co.uk gmx.fr gmx.es", "mx00.gmx.com mx01.gmx.com"),
        Row("GMX", "imap.gmx.net:993", "mail.gmx.net:465", Password, "gmx.net gmx.de gmx.at gmx.ch", "emig.gmx.net mx00.gmx.net mx01.gmx.net"),
        Row("Zoho", "imap.zoho.com:993", "smtp.zoho.com:465", Password, "zoho.com zohomail.com", "mx.zoho.com mx2.zoho.com mx3.zoho.com"),
        Row("Fastmail", "imap.fastmail.com:993", "smtp.fastmail.com:465", AppPassword, "fastmail.com fastmail.fm", "messagingengine.com"),
        Row("Yandex", "imap.yandex.com:993", "smtp.yandex.com:465", AppPassword, "yandex.com yandex.ru ya.ru yandex.by yandex.kz", "mx.yandex.net mx.yandex.ru"),
        Row("Inbox.com", "imap.inbox.com:993", "my.inbox.com:465", Password, "inbox.com", "inbox.com"),
        Row("Gandi", "mail.gandi.net:993", "mail.gandi.net:465", Password, "", "mail.gandi.net"),
        Row("Kolab Now", "imap.kolabnow.com:993", "smtp.kolabnow.com:465", Password, "kolabnow.com mykolab.com", "kolabnow.com"),
        Row("All-inkl", "", "", Password, "", "kasserver.com"),
        Row("Migadu", "imap.migadu.com:993", "smtp.migadu.com:465", Password, "migadu.com", "migadu.com"),
        Row("Postale", "mail.postale.io:993", "mail.postale.io:465", Password, "", "postale.io"),
        Row("Mailbox.org", "imap.mailbox.org:993", "smtp.mailbox.org:465", Password, "mailbox.org", "mailbox.org"),
    ];

    // Port 587 is STARTTLS, 993 and 465 are TLS: no provider here differs.
    private static MailProvider Row(string name, string imap, string smtp, ProviderSignIn signIn, string domains, string exchangers) =>
        new(name, Server(imap), Server(smtp), signIn, Words(domains), Words(exchangers));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ServerAddress? Server(string text) =>
        text.Split(':') is [var host, var port] && HostName.Read(host) is { } name && Port.Read(port) is { } number
            ? new(name, number, number.Number == 587 ? ConnectionSecurity.StartTls : ConnectionSecurity.Tls)
            : null;
}
