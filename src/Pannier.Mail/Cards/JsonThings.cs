using System.Text.Json;

namespace Pannier.Mail.Cards;

/// <summary>Reads things out of JSON-LD: no context is fetched or applied, names are taken as schema.org's.</summary>
internal static class JsonThings
{
    private const int MostCharacters = 64 * 1024;
    private const int MostThings = 40;
    private const int MostValues = 400;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 16, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Those at the top; none when the text is no JSON, too long or too deep.</summary>
    public static IReadOnlyList<Thing> Read(string json)
    {
        if (json.Length > MostCharacters) return [];
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var (found, room) = (new List<Thing>(), MostValues);
            Collect(document.RootElement, found, ref room);
            return found;
        }
        catch (JsonException)
        {
            return []; // no JSON
        }
        catch (InvalidOperationException)
        {
            return []; // half a surrogate pair, which JSON allows and text does not
        }
    }

    // Each call is one level of a document that has sixteen at most.
    private static void Collect(JsonElement element, List<Thing> found, ref int room)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray())
                if (found.Count < MostThings) Collect(one, found, ref room);
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            found.Add(ThingOf(element, ref room));
            if (element.TryGetProperty("@graph", out var graph)) Collect(graph, found, ref room);
        }
    }

    private static Thing ThingOf(JsonElement element, ref int room)
    {
        var thing = new Thing(TypeOf(element));
        foreach (var property in element.EnumerateObject())
            if (!property.Name.StartsWith('@')) Add(thing, property.Name, property.Value, ref room);
        return thing;
    }

    private static void Add(Thing thing, string name, JsonElement value, ref int room)
    {
        if (room-- <= 0) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                thing.Add(name, new Stated.Words(value.GetString() ?? ""));
                break;
            case JsonValueKind.Number:
                thing.Add(name, new Stated.Words(value.GetRawText()));
                break;
            case JsonValueKind.Object:
                thing.Add(name, new Stated.Whole(ThingOf(value, ref room)));
                break;
            case JsonValueKind.Array:
                foreach (var one in value.EnumerateArray()) Add(thing, name, one, ref room);
                break;
        }
    }

    private static string TypeOf(JsonElement element) =>
        !element.TryGetProperty("@type", out var type) ? ""
        : type.ValueKind is JsonValueKind.String ? LastOf(type.GetString() ?? "")
        : type.ValueKind is JsonValueKind.Array && type.GetArrayLength() > 0 && type[0].ValueKind is JsonValueKind.String ? LastOf(type[0].GetString() ?? "")
        : "";

    /// <summary>The name without its vocabulary: <c>http://schema.org/Order</c> and <c>schema:Order</c> are <c>Order</c>.</summary>
    internal static string LastOf(string name) => name[(name.AsSpan().LastIndexOfAny('/', '#', ':') + 1)..];
}
