using System.Net;
using System.Text.RegularExpressions;

namespace Pannier.Tests.Support;

/// <summary>A browser as the site sees one: keeps cookies (Secure ones too, though the test speaks HTTP) and the token of the last page.</summary>
internal sealed partial class TestBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 }) { BaseAddress = address };
    private readonly List<string> _setCookies = [];

    /// <summary>What the jar holds now.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Sent with every request, as a browser does that says what it is.</summary>
    public Dictionary<string, string> Always { get; } = new(StringComparer.Ordinal);

    /// <summary>Every <c>Set-Cookie</c> seen, in order.</summary>
    public IReadOnlyList<string> SetCookies => _setCookies;

    /// <summary>The anti-forgery token of the last page shown.</summary>
    public string Csrf { get; set; } = "";

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers.Any(header => header.Name == "Sec-Fetch-Site") ? headers : [.. headers, ("Sec-Fetch-Site", "none")]);

    /// <summary>Posts a form as the site's own page would, token and Fetch Metadata included.</summary>
    public Task<Reply> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form([("csrf", Csrf), .. fields]), ("Sec-Fetch-Site", "same-origin"));

    /// <summary>The same, asked for by the page's script: answers a fragment.</summary>
    public Task<Reply> SwapAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, Form(fields), ("Sec-Fetch-Site", "same-origin"), ("Pannier-Csrf", Csrf), ("Pannier-Swap", "1"));

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in Always) Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value), name);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = new Reply(response, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Keep(reply);
        return reply;
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));

    public void Dispose() => _http.Dispose();

    private void Keep(Reply reply)
    {
        foreach (var line in reply.Values("Set-Cookie"))
        {
            _setCookies.Add(line);
            CookieTable.Check(line);
            var pair = line.Split(';')[0].Split('=', 2);
            if (line.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)) Cookies.Remove(pair[0]);
            else Cookies[pair[0]] = pair[1];
        }

        // A page refused before the session was opened carries a stranger's token.
        if (reply.Status is < 400 or 422 && TokenOfPage().Match(reply.Body) is { Success: true } found) Csrf = WebUtility.HtmlDecode(found.Groups[1].Value);
    }

    [GeneratedRegex("<meta name=\"csrf\" content=\"([^\"]+)\"")]
    private static partial Regex TokenOfPage();
}
