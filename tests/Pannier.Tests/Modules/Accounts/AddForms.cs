using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Modules.Accounts;

namespace Pannier.Tests.Modules.Accounts;

/// <summary>What a browser sends from the form that adds an account.</summary>
internal static class AddForms
{
    public static AddInput Filled { get; } = new(
        Line.Read("ann@example.org"),
        FoundBy.Autoconfig,
        SignInWay.Password,
        Server("imap.example.org", "993"),
        Server("smtp.example.org", "465"),
        Line.Read("Private"),
        Line.Read("Ann Example"),
        AccountColour.Plum,
        Line.Read("imap.example.org smtp.example.org"),
        Secret.Of("let me in"),
        null);

    public static ServerInput Server(string host, string port, ConnectionSecurity security = ConnectionSecurity.Tls) =>
        new(Line.Read(host), Line.Read(port), security, Line.Read("ann@example.org"));

    /// <summary>With a password of its own: the handler wipes the one it is given.</summary>
    public static AddInput Fresh() => Filled with { Password = Secret.Of("let me in") };
}
