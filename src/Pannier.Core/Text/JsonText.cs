using System.Text.Json;

namespace Pannier.Core.Text;

/// <summary>Reads text out of JSON that others wrote.</summary>
internal static class JsonText
{
    /// <summary>A member that is text; null when there is none, or this is no object.</summary>
    public static string? TextOf(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
