using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pannier.BrowserTests.Support;

/// <summary>A demo that a portal sends people to; the walks are the portal.</summary>
public sealed class PortalSite : IAsyncLifetime
{
    private const string Key = "a key of thirty-two characters or more";

    public DemoSite Demo { get; } = DemoSite.With(
        ("SignIn:Backend", "Portal"), ("SignIn:VouchedBy", "Example Ltd"), ("SignIn:Admit", "Everybody"), ("SignIn:AlsoLocal", "true"), ("Portal:Issuer", "portal"), ("Portal:Audience", "demo"), ("Portal:Key", Key));

    /// <summary>Where the portal sends somebody of this name.</summary>
    public static string PathFor(string name)
    {
        var claims = new { iss = "portal", aud = "demo", sub = name, exp = DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds(), jti = Guid.NewGuid().ToString("N") };
        var text = $"{Part(new { alg = "HS256", typ = "JWT" })}.{Part(claims)}";
        return $"/sign-in/portal?token={text}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.ASCII.GetBytes(text)))}";
    }

    public ValueTask InitializeAsync() => Demo.InitializeAsync();

    public ValueTask DisposeAsync() => Demo.DisposeAsync();

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
