using System.Text;
using MimeKit.Cryptography;

namespace Pannier.Mail.Senders;

/// <summary>One Authentication-Results field (RFC 8601): a server's name, and what it found. Anybody can write one: whose it is must be known from elsewhere.</summary>
/// <param name="Server">The authserv-id, lower case; empty where the server leaves it out, as Microsoft's do.</param>
public sealed record ServerAnswer(string Server, IReadOnlyList<MethodAnswer> Methods)
{
    public const string HeaderName = "Authentication-Results";
    private const int MostChars = 16 * 1024;

    /// <summary>Null when the text is no such field, or longer than any server writes.</summary>
    public static ServerAnswer? Read(string value)
    {
        if (value.Length > MostChars || !AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(value), out var read)) return null;
        var methods = read.Results.Where(result => result.Method is not null && result.Result is not null).Select(Of).ToList();
        var server = read.AuthenticationServiceIdentifier ?? read.Results.Select(result => result.Office365AuthenticationServiceIdentifier).FirstOrDefault(name => name is not null);
        return new ServerAnswer((server ?? "").ToLowerInvariant(), methods);
    }

    private static MethodAnswer Of(AuthenticationMethodResult result)
    {
        var method = result.Method.ToLowerInvariant();
        return new MethodAnswer(method, result.Result.ToLowerInvariant(), method switch
        {
            "dkim" => Domain(result, "header", "d") ?? Domain(result, "header", "i"),
            "spf" => Domain(result, "smtp", "mailfrom") ?? Domain(result, "smtp", "helo"),
            "dmarc" => Domain(result, "header", "from"),
            _ => null,
        });
    }

    // What stands before an @ is somebody's mailbox and not the domain's.
    private static HostName? Domain(AuthenticationMethodResult result, string type, string property) =>
        result.Properties.FirstOrDefault(one => one.PropertyType.Equals(type, StringComparison.OrdinalIgnoreCase) && one.Property.Equals(property, StringComparison.OrdinalIgnoreCase)) is { Value: { } value }
            ? HostName.Read(value[(value.LastIndexOf('@') + 1)..])
            : null;
}
