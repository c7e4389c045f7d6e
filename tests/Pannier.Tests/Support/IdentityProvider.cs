using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.OAuth;

namespace Pannier.Tests.Support;

/// <summary>
/// A small authorization server on loopback: code with PKCE, refresh tokens that are good once, device codes, revocation, and
/// introspection for mail servers. It signs in whoever asks as <see cref="Person"/>, and does what it is told otherwise.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "pannier-here";
    public const string ClientSecret = "the client's own secret";
    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect, string? Nonce)> _codes = [];
    private readonly ConcurrentDictionary<string, bool> _refresh = [];
    private readonly ConcurrentDictionary<string, bool> _access = [];
    private readonly ConcurrentDictionary<string, int> _devices = [];
    private readonly RSA _key = RSA.Create(2048);
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!; // set before anybody has it

    /// <summary>Who signs in.</summary>
    public string Person { get; set; } = Postfix.User;

    public int ExpiresIn { get; set; } = 3600;

    /// <summary>What the token endpoint answers all with; null to do its work.</summary>
    public Func<IResult>? TokenAnswer { get; set; }

    /// <summary>Waited for before a refresh is answered.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What the browser is sent back with in place of a code.</summary>
    public string? ReturnError { get; set; }

    /// <summary>Whom it says it is when it sends the browser back; null for nobody.</summary>
    public string? ReturnIssuer { get; set; }

    /// <summary>Members of its metadata that are told otherwise.</summary>
    public Dictionary<string, object?> Metadata { get; } = [];

    /// <summary>Questions it says "not yet" to before a device code is good.</summary>
    public int PendingFor { get; set; } = 1;

    /// <summary>Whether a refresh token is good again and again.</summary>
    public bool RefreshTokensStay { get; set; }

    public bool GivesRefreshTokens { get; set; } = true;

    /// <summary>What an id token says otherwise; null takes a claim away.</summary>
    public Dictionary<string, object?> Claims { get; } = [];

    /// <summary>Signs what it says in place of its own key.</summary>
    public Func<IReadOnlyDictionary<string, object?>, string>? Signs { get; set; }

    /// <summary>The query of the last question.</summary>
    public IQueryCollection LastQuestion { get; private set; } = QueryCollection.Empty;

    /// <summary>Each request to the token endpoint, by its kind.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Every token it gave.</summary>
    public ConcurrentQueue<string> Given { get; } = [];

    public IReadOnlyCollection<string> LiveRefreshTokens => [.. _refresh.Where(one => one.Value).Select(one => one.Key)];

    public static async Task<IdentityProvider> StartAsync()
    {
        var idp = new IdentityProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = idp._app = builder.Build();
        app.MapGet("/.well-known/oauth-authorization-server", idp.Tell);
        app.MapGet("/.well-known/openid-configuration", idp.Tell);
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { idp.PublicKey() } }));
        app.MapGet("/authorize", (HttpRequest request) => idp.Authorize(request));
        app.MapPost("/token", idp.TokenAsync);
        app.MapPost("/device", idp.Device);
        app.MapPost("/revoke", idp.RevokeAsync);
        app.MapPost("/introspect", idp.IntrospectAsync);
        await app.StartAsync();
        idp.Address = new Uri(app.Urls.First());
        idp.ReturnIssuer = idp.Name;
        return idp;
    }

    /// <summary>Its name for itself.</summary>
    public string Name => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Access tokens given so far are good no more, though nobody is told.</summary>
    public void ForgetAccess() => _access.Clear();

    public void TakeConsentBack()
    {
        _access.Clear();
        _refresh.Clear();
    }

    public OAuthProvider Provider(params string[] scopes) => new OAuthProviders(new OAuthOptions { Providers = [Registration(scopes)] }).All[0];

    public OAuthRegistration Registration(params string[] scopes) =>
        new() { Name = "local", Label = "Local", ClientId = Client, ClientSecret = ClientSecret, Issuer = Name, Scopes = scopes.Length == 0 ? ["mail"] : scopes, Hosts = ["localhost", "example.org"] };

    public OAuthClient OAuthClient(TimeProvider time)
    {
        var rules = new IdentityEgressOptions { Allow = [$"127.0.0.1:{Address.Port}"], AllowClearText = ["127.0.0.1"] };
        var http = new OAuthHttp(new IdentityHttp(new Egress(rules, time), time), rules);
        return new OAuthClient(http, new OAuthMetadata(http, time), time);
    }

    /// <summary>A person's consent, as if they had signed in.</summary>
    public OAuthTokens Sign(DateTimeOffset now, string? access = null)
    {
        var refresh = Keep(_refresh, "refresh");
        return new OAuthTokens(Secret.Of(access ?? Keep(_access, "access")), Secret.Of(refresh), now.AddSeconds(ExpiresIn), null);
    }

    /// <summary>What a site is told to use it.</summary>
    public (string, string)[] SiteOptions() =>
    [
        ("OAuth:Providers:0:Name", "local"), ("OAuth:Providers:0:Label", "Local"), ("OAuth:Providers:0:ClientId", Client), ("OAuth:Providers:0:ClientSecret", ClientSecret),
        ("OAuth:Providers:0:Issuer", Name), ("OAuth:Providers:0:Scopes:0", "mail"), ("OAuth:Providers:0:Scopes:1", "openid"), ("OAuth:Providers:0:Hosts:0", "localhost"),
        ("Egress:Identity:Allow:0", $"127.0.0.1:{Address.Port}"), ("Egress:Identity:AllowClearText:0", "127.0.0.1"),
    ];

    /// <summary>The same for a site whose people sign in here.</summary>
    public (string, string)[] DoorOptions() =>
    [
        ("SignIn:Backend", "OpenId"), ("SignIn:VouchedBy", "Example Ltd"), ("OpenId:Issuer", Name), ("OpenId:ClientId", Client), ("OpenId:ClientSecret", ClientSecret),
        ("Egress:Identity:Allow:0", $"127.0.0.1:{Address.Port}"), ("Egress:Identity:AllowClearText:0", "127.0.0.1"),
    ];

    /// <summary>Of the hash that it signs with: 256, 384 or 512.</summary>
    public int Bits { get; set; } = 256;

    private HashAlgorithmName Hash => new("SHA" + Bits);

    /// <summary>A token with its own signature.</summary>
    public string Sign(IReadOnlyDictionary<string, object?> claims) => Sign(claims, "RS" + Bits, octets => _key.SignData(octets, Hash, RSASignaturePadding.Pkcs1));

    /// <summary>A token with whatever signature.</summary>
    public static string Sign(IReadOnlyDictionary<string, object?> claims, string algorithm, Func<byte[], byte[]> sign)
    {
        var text = $"{Base64(JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, kid = "own", typ = "JWT" }))}.{Base64(JsonSerializer.SerializeToUtf8Bytes(claims.Where(claim => claim.Value is not null).ToDictionary()))}";
        return $"{text}.{Base64(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>Its public key as a document would have it for a shared one.</summary>
    public byte[] PublicKeyText() => Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem());

    private object PublicKey()
    {
        var of = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = "own", n = Base64(of.Modulus!), e = Base64(of.Exponent!) };
    }

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    private string Keep(ConcurrentDictionary<string, bool> tokens, string kind)
    {
        var token = $"{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        tokens[token] = true;
        Given.Enqueue(token);
        return token;
    }

    private IResult Tell()
    {
        var told = new Dictionary<string, object?>
        {
            ["issuer"] = Name,
            ["authorization_endpoint"] = Name + "/authorize",
            ["token_endpoint"] = Name + "/token",
            ["device_authorization_endpoint"] = Name + "/device",
            ["revocation_endpoint"] = Name + "/revoke",
            ["jwks_uri"] = Name + "/keys",
            ["authorization_response_iss_parameter_supported"] = true,
        };
        foreach (var (name, value) in Metadata) told[name] = value;
        return Results.Json(told);
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = LastQuestion = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["response_mode"] != "query" || query["code_challenge_method"] != "S256") return Results.BadRequest();
        var code = "code-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Given.Enqueue(code);
        var nonce = query["nonce"].ToString();
        _codes[code] = (query["code_challenge"].ToString(), query["redirect_uri"].ToString(), nonce.Length > 0 ? nonce : null);
        var answer = ReturnError is { } error ? $"error={error}" : $"code={code}";
        return Results.Redirect($"{query["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(query["state"].ToString())}&session_state=of-their-own{(ReturnIssuer is { } issuer ? "&iss=" + Uri.EscapeDataString(issuer) : "")}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Asked.Enqueue(form["grant_type"].ToString());
        if (TokenAnswer is { } answer) return answer();
        if (form["client_id"] != Client || form["client_secret"] != ClientSecret) return Error("invalid_client", 401);
        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                var challenge = Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
                return _codes.TryRemove(form["code"].ToString(), out var code) && code.Challenge == challenge && code.Redirect == form["redirect_uri"] ? Tokens(code.Nonce) : Error("invalid_grant");
            case "refresh_token":
                await Gate;
                return _refresh.TryUpdate(form["refresh_token"].ToString(), RefreshTokensStay, true) ? Tokens(null) : Error("invalid_grant");
            case "urn:ietf:params:oauth:grant-type:device_code":
                if (!_devices.TryGetValue(form["device_code"].ToString(), out var asked)) return Error("expired_token");
                _devices[form["device_code"].ToString()] = asked + 1;
                return asked < PendingFor ? Error("authorization_pending") : Tokens(null);
            default:
                return Error("unsupported_grant_type");
        }
    }

    private IResult Tokens(string? nonce)
    {
        var access = Keep(_access, "access");
        var said = new Dictionary<string, object> { ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = ExpiresIn };
        if (GivesRefreshTokens) said["refresh_token"] = Keep(_refresh, "refresh");
        if (nonce is not null) said["id_token"] = IdToken(nonce, access);
        return Results.Json(said);
    }

    private string IdToken(string nonce, string access)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Name,
            ["aud"] = Client,
            ["nonce"] = nonce,
            ["exp"] = 4_102_444_800,
            ["email"] = Person,
            ["sub"] = "subject of " + Person,
            ["sid"] = "session of " + Person,
            ["preferred_username"] = Person,
            ["at_hash"] = Base64(CryptographicOperations.HashData(Hash, Encoding.ASCII.GetBytes(access))[..(Bits / 16)]),
            ["auth_time"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in Claims) claims[name] = value;
        return (Signs ?? Sign)(claims);
    }

    private IResult Device()
    {
        var code = "device-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Given.Enqueue(code);
        _devices[code] = 0;
        return Results.Json(new { device_code = code, user_code = "WDJB-MJHT", verification_uri = Name + "/type", expires_in = 900, interval = 5 });
    }

    private async Task<IResult> RevokeAsync(HttpRequest request)
    {
        _refresh.TryRemove((await request.ReadFormAsync())["token"].ToString(), out _);
        return Results.Ok();
    }

    private async Task<IResult> IntrospectAsync(HttpRequest request)
    {
        var active = _access.ContainsKey((await request.ReadFormAsync())["token"].ToString());
        return Results.Json(active ? new { active = true, email = Person } : (object)new { active = false });
    }

    private static IResult Error(string code, int status = 400) => Results.Json(new { error = code, error_description = "in its own words" }, statusCode: status);

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
