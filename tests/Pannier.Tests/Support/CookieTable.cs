using System.Text.RegularExpressions;

namespace Pannier.Tests.Support;

/// <summary>The golden table of cookies: every <c>Set-Cookie</c> that any test is sent has one of its forms.</summary>
internal static partial class CookieTable
{
    public const string File = "Core/Http/cookies.txt";

    /// <summary>As they are, and as they are where a site shares them within a domain.</summary>
    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
        [.. Golden.Lines(File), .. Golden.Lines(File).Select(line => line.Replace("__Host-", "__Secure-", StringComparison.Ordinal).Replace("; path=/", "; domain=example.org; path=/", StringComparison.Ordinal))]);

    /// <summary>A line without what it is about: a cookie that is set and one that is removed stay apart.</summary>
    public static string Form(string line) => Later().Replace(Value().Replace(line, match => match.Value.EndsWith('=') ? match.Value : match.Value.Split('=')[0] + "=…", 1), "expires=…");

    public static void Check(string line) => Assert.Contains(Form(line), Known.Value);

    /// <summary>Any time but the one that removes a cookie.</summary>
    [GeneratedRegex("expires=(?!Thu, 01 Jan 1970)[^;]+")]
    private static partial Regex Later();

    [GeneratedRegex("^[^=;]+=[^;]*")]
    private static partial Regex Value();
}
