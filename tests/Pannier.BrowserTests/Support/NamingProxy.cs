using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pannier.BrowserTests.Support;

/// <summary>A reverse proxy on loopback that has signed somebody in: whatever it hands on has their name and its secret in headers, and no such header of the browser's.</summary>
public sealed class NamingProxy : IAsyncDisposable
{
    private static readonly string[] Own = ["Remote-User", "Pannier-Proxy-Secret", "Connection", "Transfer-Encoding", "Keep-Alive"];
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly int _to;
    private readonly string _secret;
    private WebApplication? _app;

    private NamingProxy(int to, string secret) => (_to, _secret) = (to, secret);

    public string Address { get; private set; } = "";

    /// <summary>Who is signed in at it; null for nobody.</summary>
    public string? Name { get; set; }

    /// <param name="to">The port of the site behind it.</param>
    public static async Task<NamingProxy> StartAsync(int to, string secret)
    {
        var proxy = new NamingProxy(to, secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = proxy._app = builder.Build();
        app.Run(proxy.HandOnAsync);
        await app.StartAsync();
        proxy.Address = app.Urls.First();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandOnAsync(HttpContext http)
    {
        using var asked = new HttpRequestMessage(new HttpMethod(http.Request.Method), $"http://127.0.0.1:{_to}{http.Request.Path}{http.Request.QueryString}");
        if (http.Request.ContentLength > 0) asked.Content = new StreamContent(http.Request.Body);
        foreach (var (name, values) in http.Request.Headers.Where(header => !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            if (!asked.Headers.TryAddWithoutValidation(name, values.AsEnumerable())) asked.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        if (Name is { } who)
        {
            asked.Headers.Add("Remote-User", who);
            asked.Headers.Add("Pannier-Proxy-Secret", _secret);
        }

        try
        {
            using var answer = await _http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !Own.Contains(header.Key, StringComparer.OrdinalIgnoreCase))) http.Response.Headers[name] = values.ToArray();
            await http.Response.StartAsync(http.RequestAborted);
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (Exception gone) when (http.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // the browser went on
        }
    }
}
