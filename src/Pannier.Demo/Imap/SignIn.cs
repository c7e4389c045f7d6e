using System.Security.Cryptography;
using System.Text;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>The sign-in that LOGIN and AUTHENTICATE share, with its faults: refusal and connection ceiling.</summary>
internal static class SignIn
{
    public static ImapAnswer Try(ImapSession session, string user, string password)
    {
        if (session.Account is not null)
            return ImapAnswer.Bad("Signed in already");
        if (!session.TakesPasswords)
            return ImapAnswer.No("[PRIVACYREQUIRED] Start TLS first");
        if (session.Context.Faults.RefusedLogins is { } text)
            return ImapAnswer.No(text);
        if (Check(session.Context, user, password) is not { } account)
            return ImapAnswer.No("[AUTHENTICATIONFAILED] Wrong user name or password");
        lock (account.Gate)
        {
            if (account.Connections < session.Context.Faults.Ceiling)
            {
                account.Connections++;
                session.SignIn(account);
                return ImapAnswer.Ok($"[CAPABILITY {session.Capabilities.List(session)}] Signed in");
            }
        }

        if (session.Context.Faults.CeilingAnswer == CeilingAnswer.Bye)
        {
            session.Output.Line("* BYE Too many connections for this account");
            session.Leaving = true;
        }

        return ImapAnswer.No("[LIMIT] Too many connections for this account");
    }

    /// <summary>The account, or null when name or password are wrong.</summary>
    public static AccountBox? Check(DemoContext context, string user, string password) =>
        context.Store.Account(user) is { } account
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(account.Account.Password), Encoding.UTF8.GetBytes(password))
            ? account
            : null;

    /// <summary>Reads the message of SASL PLAIN (RFC 4616): authorisation identity, user, password; null when it is none.</summary>
    public static (string User, string Password)? ReadPlain(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split('\0');
        return parts.Length == 3 && (parts[0].Length == 0 || parts[0] == parts[1]) ? (parts[1], parts[2]) : null;
    }
}
