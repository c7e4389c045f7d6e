using Pannier.Core.Text;

namespace Pannier.Core.Outside.OpenId;

/// <summary>What a checked token of the provider says.</summary>
/// <param name="Issuer">As the provider calls itself.</param>
/// <param name="Subject">Whom it is about, by what never changes there; empty when it does not say.</param>
/// <param name="Session">Their session there (<c>sid</c>); null when it does not say.</param>
/// <param name="Claims">All it says.</param>
internal sealed record OpenIdToken(string Issuer, string Subject, string? Session, System.Text.Json.JsonElement Claims)
{
    /// <summary>A member that is text; null when there is none.</summary>
    public string? Text(string name) => Claims.TextOf(name);

    /// <summary>A member that is a time, in seconds; null when there is none.</summary>
    public DateTimeOffset? Time(string name) =>
        Claims.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
