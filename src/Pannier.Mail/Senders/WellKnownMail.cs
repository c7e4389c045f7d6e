namespace Pannier.Mail.Senders;

/// <summary>Large mail providers whose names resemble one another by chance: none of them is taken for a forged other.</summary>
internal static class WellKnownMail
{
    private static readonly HashSet<string> Domains = new(StringComparer.Ordinal)
    {
        "aol.com", "email.com", "fastmail.com", "gmail.com", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "hotmail.co.uk", "hotmail.de", "hotmail.fr",
        "icloud.com", "inbox.com", "live.com", "mail.com", "mail.de", "mail.ru", "mailbox.org", "me.com", "msn.com", "outlook.com", "outlook.de", "outlook.fr", "posteo.de",
        "posteo.net", "proton.me", "protonmail.com", "rocketmail.com", "tutanota.com", "web.de", "yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yandex.com", "yandex.ru", "ymail.com",
    };

    public static bool Contains(HostName domain) => Domains.Contains(domain.Value);
}
