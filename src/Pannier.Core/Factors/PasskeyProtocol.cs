using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;

namespace Pannier.Core.Factors;

/// <summary>WebAuthn (level 3) as this site speaks it: questions for authenticators, and answers checked by ASP.NET Core's own handler.</summary>
/// <remarks>
/// The relying party is the host that is asked, which the gate has seen to be one of ours; an answer's origin must be the
/// public origin of that host. The signature counter is compared by whoever keeps it.
/// </remarks>
public sealed class PasskeyProtocol(IOptions<SiteOptions> site, IHttpContextAccessor http)
{
    /// <summary>Where passkeys made now work, and no others do.</summary>
    public string Host => Context.Request.Host.Host;

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("passkeys are asked for within requests only");

    internal async Task<(string Options, string State)> AskForNewAsync(PasskeyOwner owner, PasskeyUse use)
    {
        var asked = await Handler(owner, use).MakeCreationOptionsAsync(new PasskeyUserEntity { Id = owner.Id, Name = owner.Name, DisplayName = owner.Name }, Context);
        var options = Object(asked.CreationOptionsJson);
        options["rp"]!["name"] = site.Value.Name; // the handler always writes rp
        return (With(options, use), asked.AttestationState ?? "");
    }

    /// <param name="owner">Without passkeys for whoever the authenticator knows.</param>
    internal async Task<(string Options, string State)> AskAsync(PasskeyOwner? owner, PasskeyUse use)
    {
        var asked = await Handler(owner ?? new PasskeyOwner("", "", []), use).MakeRequestOptionsAsync(owner, Context);
        return (With(Object(asked.RequestOptionsJson), use), asked.AssertionState ?? "");
    }

    /// <summary>Null when the answer does not fit.</summary>
    internal async Task<UserPasskeyInfo?> CheckNewAsync(PasskeyOwner owner, PasskeyUse use, string state, PasskeyAnswer answer) =>
        (await Handler(owner, use).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = answer.Json, AttestationState = state })).Passkey;

    /// <inheritdoc cref="CheckNewAsync"/>
    internal async Task<UserPasskeyInfo?> CheckAsync(PasskeyOwner owner, PasskeyUse use, string state, PasskeyAnswer answer) =>
        (await Handler(owner, use).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = answer.Json, AssertionState = state })).Passkey;

    private PasskeyHandler<PasskeyOwner> Handler(PasskeyOwner owner, PasskeyUse use)
    {
        var alone = use is PasskeyUse.AddAlone or PasskeyUse.SignIn;
        var options = new IdentityPasskeyOptions
        {
            ServerDomain = Host,
            UserVerificationRequirement = alone || use is PasskeyUse.Again ? "required" : "preferred",
            ResidentKeyRequirement = alone ? "required" : "preferred",
            AttestationConveyancePreference = "none", // which make it is, is nobody's business
            AuthenticatorTimeout = PasskeyAsk.Life,
            ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && IsOurs(asked.Origin)),
        };
        var users = new UserManager<PasskeyOwner>(new PasskeyShelf(owner), Options.Create(new IdentityOptions()), null!, [], [], null!, null!, null!, NullLogger<UserManager<PasskeyOwner>>.Instance);
        return new PasskeyHandler<PasskeyOwner>(users, Options.Create(options));
    }

    private bool IsOurs(string origin) =>
        site.Value.PublicOrigins.Any(ours => string.Equals(ours.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase))
        && string.Equals(new Uri(origin).Authority, Context.Request.Host.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Asks for the pseudo-random function (PRF) too: whether there is one, or its output for this site's one input.</summary>
    private string With(JsonObject options, PasskeyUse use)
    {
        if (use is PasskeyUse.Factor or PasskeyUse.Again) return options.ToJsonString();

        var input = Base64Url.EncodeToString(Encoding.UTF8.GetBytes("pannier/1/passkey/" + Host));
        options["extensions"] = new JsonObject { ["prf"] = use is PasskeyUse.Add ? new JsonObject() : new JsonObject { ["eval"] = new JsonObject { ["first"] = input } } };
        return options.ToJsonString();
    }

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject(); // as the handler wrote it
}
