using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pannier.Tests.Support;

/// <summary>A stand-in for the services that verify what a human check's script gave: takes the form they take, answers as told.</summary>
internal sealed class SiteVerify : IAsyncDisposable
{
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!; // set before anybody has it

    /// <summary>What it answers; by default that all is well, for a site on loopback.</summary>
    public Func<IResult> Answer { get; set; } = () => Results.Json(new { success = true, hostname = "127.0.0.1" });

    /// <summary>Each form it was sent.</summary>
    public List<Dictionary<string, string>> Asked { get; } = [];

    public static async Task<SiteVerify> StartAsync()
    {
        var service = new SiteVerify();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = service._app = builder.Build();
        app.MapPost("/siteverify", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            lock (service.Asked) service.Asked.Add(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
            return service.Answer();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        service.Address = new Uri(app.Urls.First());
        return service;
    }

    /// <summary>The settings of a site that asks it.</summary>
    public (string Key, string Value)[] Options(string kind, params (string Key, string Value)[] more) =>
    [
        ("HumanCheck:Kind", kind), ("HumanCheck:SiteKey", "key-in-the-page"), ("HumanCheck:SecretKey", "secret-of-the-site"), ("HumanCheck:VerifyUrl", new Uri(Address, "/siteverify").ToString()),
        ("Egress:Identity:Allow:0", $"127.0.0.1:{Address.Port}"), ("Egress:Identity:AllowClearText:0", "127.0.0.1"),
        .. more,
    ];

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}
