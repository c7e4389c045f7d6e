using System.Text;

using Pannier.Demo.Imap;

namespace Pannier.Demo.Smtp;

/// <summary>AUTH PLAIN (RFC 4954) and the old AUTH LOGIN, each with an initial response or without.</summary>
internal static class SmtpSignIn
{
    public static async Task<(string User, string Password)?> ReadAsync(
        IReadOnlyList<string> words, Func<string, CancellationToken, Task<string?>> ask, CancellationToken cancellation)
    {
        var initial = words.Count > 1 ? words[1] : null;
        switch (words.Count > 0 ? words[0].ToUpperInvariant() : "")
        {
            case "PLAIN":
                return (initial ?? await ask("", cancellation)) is { } response ? SignIn.ReadPlain(response) : null;
            case "LOGIN":
                var user = Decode(initial ?? await ask("VXNlcm5hbWU6", cancellation));
                var password = user is null ? null : Decode(await ask("UGFzc3dvcmQ6", cancellation));
                return user is not null && password is not null ? (user, password) : null;
            default:
                return null;
        }
    }

    private static string? Decode(string? base64)
    {
        if (base64 is null)
            return null;
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
