using Pannier.Mail;

namespace Pannier.Core;

/// <summary>Why something was not done, told so that the person can act on it. Nothing was changed unless the text says so.</summary>
/// <param name="Status">The HTTP status: 400, 403, 404, 409, 413, 422, 429, 503 or 507.</param>
/// <param name="Said">What the person reads.</param>
public sealed record Refusal(int Status, Said Said)
{
    /// <summary>The messages concerned; empty when none or all.</summary>
    public IReadOnlyList<MessageKey> Messages { get; init; } = [];

    /// <summary>The form field concerned; null when none.</summary>
    public string? Field { get; init; }

    /// <summary>Where to go on; null for "back".</summary>
    public LocalUrl? Next { get; init; }

    /// <summary>What was sent, to go on with through <see cref="Next"/>; null when it is not kept.</summary>
    public Http.Carrying.Parcel? Carried { get; init; }

    public static Refusal NotFound(string key) => new(404, Said.Of(key));

    public static Refusal NotFound(Said said) => new(404, said);

    public static Refusal Invalid(string key) => new(422, Said.Of(key));

    public static Refusal Invalid(string key, string field) => new(422, Said.Of(key)) { Field = field };

    public static Refusal Invalid(Said said) => new(422, said);

    public static Refusal Forbidden(string key) => new(403, Said.Of(key));

    public static Refusal Conflict(string key) => new(409, Said.Of(key));

    public static Refusal Unavailable(Said said) => new(503, said);
}
